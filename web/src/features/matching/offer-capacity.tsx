import type { OfferBody } from '@zhitong/contract/matching/offer-contract';
import { periods } from '@zhitong/domain/matching/quantity';
import { Input, InputNumber, Select } from 'antd';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { offerText } from './offer-text.ts';

type Capacity = OfferBody['capacity'];

interface CapacityFieldsProps {
  readonly value: Capacity;
  readonly tried: boolean;
  readonly onChange: (value: Capacity) => void;
}

/** How much, of what unit, in which period. Without a number the capacity stays unknown. */
export function CapacityFields({ value, tried, onChange }: CapacityFieldsProps) {
  const say = useText(offerText);
  const sayShared = useText(sharedText);
  const capacity = value ?? { amount: 0, unit: '', per: 'day' as const };
  const unitProblem = tried && value !== null && value.unit.trim() === '' ? say('needUnit') : undefined;
  return (
    <div className="zt-capacity-row">
      <Field label={say('capacity')}>
        {(field) => (
          <InputNumber
            {...field}
            value={value?.amount ?? null}
            min={0}
            controls={false}
            onChange={(amount) => onChange(amount === null ? null : { ...capacity, amount })}
          />
        )}
      </Field>
      <Field label={say('unit')} error={unitProblem}>
        {(field) => (
          <Input
            {...field}
            value={capacity.unit}
            maxLength={20}
            disabled={value === null}
            onChange={(event) => onChange({ ...capacity, unit: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('per')}>
        {(field) => (
          <Select
            {...field}
            value={capacity.per}
            disabled={value === null}
            onChange={(per) => onChange({ ...capacity, per })}
            options={periods.map((period) => ({ value: period, label: sayShared(`period.${period}`) }))}
          />
        )}
      </Field>
    </div>
  );
}
