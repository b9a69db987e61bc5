import { useQueryClient } from '@tanstack/react-query';
import { getAsk, listAsks, makeOffer, viewOutcomes } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { fundingGuarantees, fundingGuaranteeWords } from '@zhitong/domain/needs/funding-codes';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import {
  type OfferFields,
  type OfferProblem,
  offerBody,
  offerBounds,
  offerProblems,
  startOffer,
} from './funding-offer-fields.ts';
import { fundingText } from './funding-text.ts';

const twoWeeks = 14 * 86_400_000;
// without bounds: what is typed stays, and is named
const number = { controls: false } as const;

/** 额度 利率 期限 担保: what the bank would lend, on which terms. */
export function OfferForm({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [fields, setFields] = useState<OfferFields>(() =>
    startOffer(ask, isoToday(new Date(now().getTime() + twoWeeks))),
  );
  const [tried, setTried] = useState(false);
  const offering = useDo(makeOffer);
  const problems = offerProblems(fields);
  const change = (next: Partial<OfferFields>) => setFields({ ...fields, ...next });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length > 0) return;
    offering.mutate(
      { params: { id: ask.id }, body: offerBody(fields) },
      {
        onSuccess: () => {
          void message.success(say('sent'));
          refresh(client, getAsk, listAsks, viewOutcomes);
        },
      },
    );
  };
  return (
    <form className="zt-funding-form" onSubmit={submit} noValidate>
      {offering.error && <Trouble error={offering.error} />}
      {tried && <ErrorSummary problems={problems.map((key) => say(key, offerBounds))} />}
      <OfferInputs fields={fields} change={change} problems={tried ? problems : []} />
      <Button type="primary" htmlType="submit" loading={offering.isPending}>
        {say('send')}
      </Button>
    </form>
  );
}

interface InputsProps {
  readonly fields: OfferFields;
  readonly change: (next: Partial<OfferFields>) => void;
  /** told once the person has tried to send */
  readonly problems: readonly OfferProblem[];
}

function OfferInputs({ fields, change, problems }: InputsProps) {
  const say = useText(fundingText);
  const wrong = (one: OfferProblem) => (problems.includes(one) ? say(one, offerBounds) : undefined);
  const language = useLanguage();
  return (
    <>
      <div className="zt-funding-row">
        <Field label={say('amount')} error={wrong('badAmount')}>
          {(field) => <InputNumber {...field} {...number} value={fields.wan} onChange={(wan) => change({ wan })} />}
        </Field>
        <Field label={say('rate')} error={wrong('badRate')}>
          {(field) => (
            <InputNumber {...field} {...number} value={fields.percent} onChange={(percent) => change({ percent })} />
          )}
        </Field>
        <Field label={say('term')} error={wrong('badTerm')}>
          {(field) => (
            <InputNumber {...field} {...number} value={fields.months} onChange={(months) => change({ months })} />
          )}
        </Field>
      </div>
      <Field label={say('guarantee')}>
        {(field) => (
          <Select
            {...field}
            value={fields.guarantee}
            onChange={(guarantee) => change({ guarantee })}
            options={fundingGuarantees.map((value) => ({ value, label: fundingGuaranteeWords[value][language] }))}
          />
        )}
      </Field>
      <div className="zt-funding-row">
        <Field label={say('fees')} error={wrong('badFees')}>
          {(field) => (
            <InputNumber {...field} {...number} value={fields.feesYuan} onChange={(feesYuan) => change({ feesYuan })} />
          )}
        </Field>
        <Field label={say('validUntil')} error={wrong('badUntil')}>
          {(field) => (
            <DateField {...field} value={fields.validUntil} onChange={(validUntil) => change({ validUntil })} />
          )}
        </Field>
      </div>
      <Field label={say('note')}>
        {(field) => (
          <Input
            {...field}
            value={fields.note}
            maxLength={1_000}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
