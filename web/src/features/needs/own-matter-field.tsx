import { listDuties } from '@zhitong/contract/directory/duty-contract';
import { Select } from 'antd';
import { useAsk } from '#platform/query';
import { Field } from '#ui/field';
import { useOwnOrganisation } from './own-organisation.ts';

interface OwnMatterFieldProps {
  readonly label: string;
  /** what stands for none of them */
  readonly none: string;
  readonly value: string | null;
  readonly onChange: (dutyId: string | null) => void;
}

/** The matters the own body answers for today. */
export function OwnMatterField({ label, none, value, onChange }: OwnMatterFieldProps) {
  const body = useOwnOrganisation();
  const asked = useAsk(listDuties, { query: { ...(body && { body }), limit: 100 } }, { enabled: body !== undefined });
  const matters = (asked.data?.duties ?? []).map(({ id, number, title }) => ({
    value: id,
    label: `${number} ${title}`,
  }));
  return (
    <Field label={label}>
      {(field) => (
        <Select
          {...field}
          showSearch={{ optionFilterProp: 'label' }}
          loading={asked.isLoading}
          value={value ?? ''}
          options={[{ value: '', label: none }, ...matters]}
          onChange={(next) => onChange(next === '' ? null : next)}
        />
      )}
    </Field>
  );
}
