import { Input, InputNumber } from 'antd';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import type { PurchaseField, PurchaseFields } from './purchase-fields.ts';
import { FirmPicker, OriginPicker, ProductPicker } from './purchase-pickers.tsx';
import { purchaseText } from './purchase-text.ts';

interface PurchaseFormProps {
  readonly fields: PurchaseFields;
  /** sentences beside the fields they are about */
  readonly wrong: Readonly<Partial<Record<PurchaseField, string>>>;
  /** the bureau says whose purchase it is; once registered it stays that firm’s */
  readonly asksFirm: boolean;
  readonly onChange: (next: Partial<PurchaseFields>) => void;
}

export function PurchaseForm({ fields, wrong, asksFirm, onChange }: PurchaseFormProps) {
  const say = useText(purchaseText);
  return (
    <>
      {asksFirm && (
        <Field label={say('firm')} error={wrong.firm} hint={say('firmHint')}>
          {(field) => <FirmPicker field={field} value={fields.firm} onChoose={(firm) => onChange({ firm })} />}
        </Field>
      )}
      <Field label={say('product')} error={wrong.product} hint={say('productHint')}>
        {(field) => (
          <ProductPicker field={field} value={fields.product} onChoose={(product) => onChange({ product })} />
        )}
      </Field>
      <Field label={say('amount')} error={wrong.amount} hint={say('amountHint')}>
        {(field) => (
          <InputNumber
            {...{ ...field, value: fields.amount, min: 0, precision: 6, controls: false }}
            formatter={(value) =>
              String(value ?? '')
                .replace(/(\.\d*?)0+$/, '$1')
                .replace(/\.$/, '')
            }
            onChange={(amount) => onChange({ amount })}
          />
        )}
      </Field>
      <div className="zt-purchase-pair">
        <Field label={say('quantity')} error={wrong.quantity}>
          {(field) => (
            <InputNumber
              {...{ ...field, value: fields.quantity, min: 0, controls: false }}
              onChange={(quantity) => onChange({ quantity })}
            />
          )}
        </Field>
        <Field label={say('unit')} hint={say('unitHint')}>
          {(field) => (
            <Input
              {...field}
              value={fields.unit}
              maxLength={20}
              onChange={({ target }) => onChange({ unit: target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say('origin')} error={wrong.origin} hint={say('originHint')}>
        {(field) => <OriginPicker field={field} value={fields.origin} onChoose={(origin) => onChange({ origin })} />}
      </Field>
      <Field label={say('asOf')} error={wrong.asOf} hint={say('asOfHint')}>
        {(field) => <DateField {...field} value={fields.asOf} onChange={(asOf) => onChange({ asOf })} />}
      </Field>
      <Field label={say('note')}>
        {(field) => (
          <Input
            {...field}
            value={fields.note}
            maxLength={200}
            onChange={({ target }) => onChange({ note: target.value })}
          />
        )}
      </Field>
    </>
  );
}
