import { useQueryClient } from '@tanstack/react-query';
import { changeDrillRules, drillChain, listDrillRules } from '@zhitong/contract/chains/drill-contract';
import { coverageRings } from '@zhitong/domain/chains/chain-facts';
import { addDays } from '@zhitong/domain/needs/calendar-day';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { drillRulesText } from './drill-rules-text.ts';
import { ProductPicker } from './purchase-pickers.tsx';

export type DrillRulesShown = z.output<typeof listDrillRules.reply>;

const rings = [...coverageRings, 'none'] as const;
type Ring = (typeof rings)[number];

interface Single {
  readonly id: string;
  readonly name: string;
  readonly days: string;
}

interface DrillRulesFormProps {
  readonly shown: DrillRulesShown;
  readonly onClose: () => void;
}

/** The days as they will hold from a day to come, beginning with the newest ones. */
export function DrillRulesForm({ shown, onClose }: DrillRulesFormProps) {
  const say = useText(drillRulesText);
  const { terms } = shown.rows[0] ?? shown.current;
  const [stock, setStock] = useState(String(terms.stockDays));
  const [qualify, setQualify] = useState<Record<Ring, string>>(() => qualifyWords(terms.qualifyDays));
  const [singles, setSingles] = useState<readonly Single[]>(() => singlesOf(shown));
  const [from, setFrom] = useState(addDays(shown.today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const saving = useSaving(shown, onClose);
  const wrong = (words: string) => (tried && !isDays(words) ? say('wrong') : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const words = [stock, ...Object.values(qualify), ...singles.map(({ days }) => days)];
    if (!words.every(isDays) || reason.trim().length < 2 || saving.busy) return;
    saving.save({ from, reason: reason.trim(), terms: termsOf({ stock, qualify, singles }) });
  };
  return (
    <form className="zt-card zt-padded zt-section" onSubmit={submit} noValidate>
      <div className="zt-gap-columns">
        <Days label={say('stockDays')} value={stock} error={wrong(stock)} onChange={setStock} />
        {rings.map((ring) => (
          <Days
            key={ring}
            label={say(`qualify.${ring}`)}
            value={qualify[ring]}
            error={wrong(qualify[ring])}
            onChange={(days) => setQualify({ ...qualify, [ring]: days })}
          />
        ))}
      </div>
      <Singles singles={singles} wrong={wrong} onChange={setSingles} />
      <Field label={say('from')}>{(field) => <DateField {...field} value={from} onChange={setFrom} />}</Field>
      <Field label={say('reason')} error={tried && reason.trim().length < 2 ? say('noReason') : undefined}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {saving.error !== null && <Trouble error={saving.error} />}
      <span className="zt-gap-actions">
        <Button type="primary" htmlType="submit" loading={saving.busy}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </span>
    </form>
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (days: string) => void;
}

function Days({ label, value, error, onChange }: DaysProps) {
  return (
    <Field label={label} error={error}>
      {(field) => (
        <Input {...field} inputMode="numeric" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface SinglesProps {
  readonly singles: readonly Single[];
  readonly wrong: (words: string) => string | undefined;
  readonly onChange: (singles: readonly Single[]) => void;
}

/** Products whose stock lasts longer or shorter than usual. */
function Singles({ singles, wrong, onChange }: SinglesProps) {
  const say = useText(drillRulesText);
  return (
    <>
      {singles.map((one) => (
        <div key={one.id} className="zt-gap-columns">
          <Days
            label={`${one.name} · ${say('stockDays')}`}
            value={one.days}
            error={wrong(one.days)}
            onChange={(days) => onChange(singles.map((other) => (other.id === one.id ? { ...other, days } : other)))}
          />
          <Button onClick={() => onChange(singles.filter(({ id }) => id !== one.id))}>
            {say('removeProduct', { product: one.name })}
          </Button>
        </div>
      ))}
      <Field label={say('addProduct')}>
        {(field) => (
          <ProductPicker
            field={field}
            value={null}
            onChoose={(chosen) => {
              if (chosen && !singles.some(({ id }) => id === chosen.id))
                onChange([...singles, { ...chosen, days: '7' }]);
            }}
          />
        )}
      </Field>
    </>
  );
}

function useSaving(shown: DrillRulesShown, onClose: () => void) {
  const say = useText(drillRulesText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const changing = useDo(changeDrillRules);
  // what was on the screen when the form opened, whatever has come since
  const [seen] = useState(() => shown.rows.reduce((last, { at }) => (at > last ? at : last), ''));
  const save = (change: { from: string; reason: string; terms: DrillRulesShown['current']['terms'] }) =>
    changing.mutate(
      { body: { ...change, seen } },
      {
        onSuccess: ({ terms }) => {
          void message.success(say('saved', { date: formatDate(terms.from, language) }));
          onClose();
        },
        onSettled: () => refresh(client, listDrillRules, drillChain),
      },
    );
  return { save, busy: changing.isPending, error: changing.error };
}

const isDays = (words: string): boolean => /^\d{1,4}$/.test(words.trim()) && Number(words) <= 3_650;

function qualifyWords(days: DrillRulesShown['current']['terms']['qualifyDays']): Record<Ring, string> {
  const { city, circle, province, nation, abroad, none } = days;
  return {
    ...{ city: String(city), circle: String(circle), province: String(province) },
    ...{ nation: String(nation), abroad: String(abroad), none: String(none) },
  };
}

function singlesOf({ rows, current, products }: DrillRulesShown): Single[] {
  const { stockDaysOf } = (rows[0] ?? current).terms;
  const nameOf = (id: string) => products.find((one) => one.id === id)?.name ?? id;
  return Object.entries(stockDaysOf).map(([id, days]) => ({ id, name: nameOf(id), days: String(days) }));
}

function termsOf({
  stock,
  qualify,
  singles,
}: {
  stock: string;
  qualify: Record<Ring, string>;
  singles: readonly Single[];
}) {
  const { city, circle, province, nation, abroad, none } = qualify;
  return {
    stockDays: Number(stock),
    stockDaysOf: Object.fromEntries(singles.map(({ id, days }) => [id, Number(days)])),
    qualifyDays: {
      ...{ city: Number(city), circle: Number(circle), province: Number(province) },
      ...{ nation: Number(nation), abroad: Number(abroad), none: Number(none) },
    },
  };
}
