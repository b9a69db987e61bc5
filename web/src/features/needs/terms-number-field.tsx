import { Input } from 'antd';
import { Field } from '#ui/field';

interface TermsNumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One number of some terms under its name. */
export function TermsNumberField({ label, value, onChange }: TermsNumberFieldProps) {
  return (
    <Field label={label}>
      {(field) => (
        <Input {...field} inputMode="numeric" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
