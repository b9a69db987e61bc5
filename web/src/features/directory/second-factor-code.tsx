import { Input } from 'antd';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { signInText } from './sign-in-text.ts';

interface CodeFieldProps {
  readonly value: string;
  readonly label?: string;
  readonly error?: string | undefined;
  readonly onChange: (code: string) => void;
}

/** Six digits, typed or pasted with whatever blanks came along. */
export function CodeField({ value, label, error, onChange }: CodeFieldProps) {
  const say = useText(signInText);
  return (
    <Field label={label ?? say('code')} error={error}>
      {(field) => (
        <Input
          {...field}
          className="zt-code"
          value={value}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          placeholder="000000"
          onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, '').slice(0, 6))}
        />
      )}
    </Field>
  );
}

export const isWholeCode = (code: string) => code.length === 6;
