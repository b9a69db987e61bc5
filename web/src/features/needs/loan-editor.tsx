import { fundingGuarantees, fundingGuaranteeWords } from '@zhitong/domain/needs/funding-codes';
import type { LoanWish } from '@zhitong/domain/needs/loan-wish';
import { InputNumber, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { fundingText } from './funding-text.ts';
import { loanText } from './loan-text.ts';
import './funding.css';

const fenPerWan = 1_000_000;
const bpPerPercent = 100;
const plain = { controls: false, min: 0 } as const;

interface LoanEditorProps {
  readonly value: LoanWish;
  readonly onChange: (next: LoanWish) => void;
}

/** What was understood of the loan, as the banks will read it: corrected here, before anything is sent. */
export function LoanEditor({ value, onChange }: LoanEditorProps) {
  const say = useText(fundingText);
  const sayLoan = useText(loanText);
  const language = useLanguage();
  const { amountFen, termMonths, rateBp, guarantees } = value;
  const times = (written: number | null, factor: number) => (written ? Math.round(written * factor) : null);
  return (
    <section className="zt-card zt-padded zt-funding-form" aria-label={sayLoan('wish')}>
      <h2>{sayLoan('wish')}</h2>
      <p className="zt-meta">{sayLoan('wishHint')}</p>
      <div className="zt-funding-row">
        <Field label={say('amount')}>
          {(field) => (
            <InputNumber
              {...{ ...field, ...plain }}
              value={amountFen === null ? null : amountFen / fenPerWan}
              onChange={(wan) => onChange({ ...value, amountFen: times(wan, fenPerWan) })}
            />
          )}
        </Field>
        <Field label={say('term')}>
          {(field) => (
            <InputNumber
              {...{ ...field, ...plain }}
              value={termMonths}
              onChange={(months) => onChange({ ...value, termMonths: times(months, 1) })}
            />
          )}
        </Field>
        <Field label={sayLoan('wishRate')}>
          {(field) => (
            <InputNumber
              {...{ ...field, ...plain }}
              value={rateBp === null ? null : rateBp / bpPerPercent}
              onChange={(percent) => onChange({ ...value, rateBp: times(percent, bpPerPercent) })}
            />
          )}
        </Field>
      </div>
      <Field label={say('guarantee')}>
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            value={[...guarantees]}
            placeholder={sayLoan('wishOpen')}
            options={fundingGuarantees.map((one) => ({ value: one, label: fundingGuaranteeWords[one][language] }))}
            onChange={(chosen) => onChange({ ...value, guarantees: chosen })}
          />
        )}
      </Field>
    </section>
  );
}
