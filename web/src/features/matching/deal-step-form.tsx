import { useQueryClient } from '@tanstack/react-query';
import { addDealStep, type Deal, getDeal, listDeals } from '@zhitong/contract/matching/deal-contract';
import { App, Button, Input, InputNumber } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { dealText } from './deal-text.ts';

const fenPerYuan = 100;

interface StepFields {
  readonly kind: Deal['allowed'][number];
  readonly yuan: number | null;
  readonly quantity: number | null;
  readonly unit: string;
  readonly date: string;
  readonly note: string;
}

/** The first step stands open; later the seals come first, and the form waits behind a button. */
export function NextDealStep({ deal }: { deal: Deal }) {
  const say = useText(dealText);
  const [open, setOpen] = useState(deal.steps.length === 0);
  if (open) return <DealStepForm deal={deal} />;
  return <Button onClick={() => setOpen(true)}>{say('addStep')}</Button>;
}

/** Writes down what happened; writing it is also the own seal, the other side adds its own. */
function DealStepForm({ deal }: { deal: Deal }) {
  const say = useText(dealText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [fields, setFields] = useState<StepFields>(() => startStep(deal));
  const [tried, setTried] = useState(false);
  const adding = useDo(addDealStep);
  const change = (next: Partial<StepFields>) => setFields({ ...fields, ...next });
  const problems = problemsOf(fields);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { kind, yuan, quantity, unit, date, note } = fields;
    if (problems.length > 0 || yuan === null || quantity === null) return;
    const words = { ...(unit.trim() && { unit: unit.trim() }), ...(note.trim() && { note: note.trim() }) };
    adding.mutate(
      { params: { id: deal.id }, body: { kind, amountFen: Math.round(yuan * fenPerYuan), quantity, date, ...words } },
      {
        onSuccess: () => {
          refresh(client, getDeal, listDeals);
          void message.success(say('written'));
        },
      },
    );
  };
  return (
    <form className="zt-step-form" onSubmit={submit} noValidate>
      <h3>{say('addStep')}</h3>
      {adding.error && <Trouble error={adding.error} />}
      {tried && <ErrorSummary problems={problems.map((key) => say(key))} />}
      <ChoiceRow
        label={say('steps')}
        value={fields.kind}
        choices={deal.allowed.map((kind) => ({ value: kind, word: say(`kind.${kind}`) }))}
        onChoose={(kind) => change({ kind })}
      />
      <div className="zt-capacity-row">
        <Field label={say('stepAmount')}>
          {(field) => (
            <InputNumber
              {...field}
              value={fields.yuan}
              min={0}
              controls={false}
              onChange={(yuan) => change({ yuan })}
            />
          )}
        </Field>
        <Field label={say('stepQuantity')}>
          {(field) => (
            <InputNumber
              {...field}
              value={fields.quantity}
              min={0}
              controls={false}
              onChange={(quantity) => change({ quantity })}
            />
          )}
        </Field>
        <Field label={say('stepUnit')}>
          {(field) => (
            <Input
              {...field}
              value={fields.unit}
              maxLength={20}
              onChange={(event) => change({ unit: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say('stepDate')}>
        {(field) => <DateField {...field} value={fields.date} onChange={(date) => change({ date })} />}
      </Field>
      <Field label={say('stepNote')}>
        {(field) => (
          <Input
            {...field}
            value={fields.note}
            maxLength={500}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
      <Button htmlType="submit" loading={adding.isPending}>
        {say('add', { kind: say(`kind.${fields.kind}`) })}
      </Button>
    </form>
  );
}

/** The likeliest next step, with the figures of the one before it; the first order has those of the chosen quote. */
function startStep({ allowed, steps, agreed }: Deal): StepFields {
  // a sample says nothing about what is then ordered
  const last = steps.findLast(({ kind }) => kind !== 'sample');
  return {
    kind: allowed.find((kind) => kind === 'delivery') ?? allowed.find((kind) => kind === 'order') ?? 'order',
    yuan: yuanOf(last ? last.amountFen : agreedFen(agreed)),
    quantity: last ? last.quantity : agreed.quantity,
    unit: (last ? last.unit : null) ?? agreed.unit ?? '',
    date: isoToday(now()),
    note: '',
  };
}

function agreedFen({ priceFen, quantity }: Deal['agreed']): number | null {
  return priceFen === null || quantity === null ? null : Math.round(priceFen * quantity);
}

function yuanOf(fen: number | null): number | null {
  return fen === null ? null : fen / fenPerYuan;
}

function problemsOf({ yuan, quantity, date }: StepFields): readonly ('badAmount' | 'badQuantity' | 'badDate')[] {
  const problems = [
    yuan === null || yuan < 0 ? ('badAmount' as const) : undefined,
    quantity === null || quantity <= 0 ? ('badQuantity' as const) : undefined,
    date === '' ? ('badDate' as const) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}
