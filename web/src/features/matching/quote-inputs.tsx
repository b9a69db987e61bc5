import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { priceText } from '@zhitong/domain/matching/money-text';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { Input, InputNumber, Select } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatBefore, formatDay } from '#platform/format-date';
import { formatQuantity } from '#platform/format-quantity';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { opportunityText } from './opportunity-text.ts';

import type { QuoteFields, ReadQuote } from './quote-fields.ts';

interface QuoteInputsProps {
  readonly opportunity: Opportunity;
  readonly fields: QuoteFields;
  readonly wrong: ReadQuote['wrong'];
  readonly onChange: (next: Partial<QuoteFields>) => void;
}

const moneyWords = { zh: { 元: '元', 万元: '万元' }, en: { 元: '¥', 万元: '¥10,000' } } as const;

export function QuoteInputs({ opportunity, fields, wrong, onChange }: QuoteInputsProps) {
  const say = useText(opportunityText);
  const language = useLanguage();
  const hints = useHints(opportunity);
  const problem = (name: keyof ReadQuote['wrong']) => wrong[name] && say(wrong[name]);
  const moneyChoices = (['元', '万元'] as const).map((money) => ({
    value: money,
    label: `${moneyWords[language][money]}/${unitText(fields.unit, language)}`,
  }));
  const number = { min: 0, controls: false } as const;
  return (
    <>
      <div className="zt-quote-row">
        <Field label={say('price')} error={problem('price')} hint={hints.price}>
          {(field) => (
            <InputNumber {...field} {...number} value={fields.price} onChange={(price) => onChange({ price })} />
          )}
        </Field>
        <Field label={say('priceUnit')}>
          {(field) => (
            <Select {...field} value={fields.money} onChange={(money) => onChange({ money })} options={moneyChoices} />
          )}
        </Field>
      </div>
      <div className="zt-quote-row">
        <Field label={say('quantity')} error={problem('quantity')} hint={hints.quantity}>
          {(field) => (
            <InputNumber
              {...field}
              {...number}
              value={fields.quantity}
              onChange={(quantity) => onChange({ quantity })}
            />
          )}
        </Field>
        <Field label={say('quantityUnit')}>
          {(field) => (
            <Input
              {...field}
              value={fields.unit}
              maxLength={20}
              onChange={(event) => onChange({ unit: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say('leadDays')} error={problem('leadDays')} hint={hints.days}>
        {(field) => (
          <InputNumber
            {...field}
            {...number}
            max={3650}
            precision={0}
            value={fields.leadDays}
            onChange={(leadDays) => onChange({ leadDays })}
          />
        )}
      </Field>
      <Field label={say('note')}>
        {(field) => (
          <Input
            {...field}
            value={fields.note}
            maxLength={500}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What helps to fill the sheet without looking anything up. */
function useHints({ lastQuote, offer, need }: Opportunity): Record<'price' | 'quantity' | 'days', string> {
  const say = useText(opportunityText);
  const language = useLanguage();
  const minute = useMinute();
  const price = lastQuote
    ? say('lastQuote', {
        price: priceText(lastQuote.priceFen, lastQuote.unit, language),
        date: formatDay(lastQuote.at, minute, language),
      })
    : '';
  const quantity = [
    need.quantity && say('wanted', { quantity: formatQuantity(need.quantity, language) }),
    offer.capacity && say('yourCapacity', { capacity: formatQuantity(offer.capacity, language) }),
  ];
  const days = need.deadline ? say('wantedBy', { date: formatBefore(need.deadline, minute, language) }) : '';
  return { price, quantity: quantity.filter(Boolean).join(' · '), days };
}
