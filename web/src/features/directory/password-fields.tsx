import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { leastPasswordLength } from '@zhitong/domain/directory/password-policy';
import { Input } from 'antd';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { signInText } from './sign-in-text.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A password that can be shown. */
export function PasswordField({ label, value, autoComplete, error, hint, onChange }: PasswordFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(field) => (
        <Input.Password
          {...field}
          value={value}
          autoComplete={autoComplete}
          // the button around it has its name in the reader's language; the drawing needs none
          iconRender={(visible) =>
            visible ? <EyeOutlined aria-hidden="true" /> : <EyeInvisibleOutlined aria-hidden="true" />
          }
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface NewPassword {
  readonly next: string;
  readonly again: string;
}

export const isReadyPassword = ({ next, again }: NewPassword) =>
  [...next].length >= leastPasswordLength && next === again;

/** The new password, twice. */
export function NewPasswordFields({
  value,
  tried,
  onChange,
}: {
  value: NewPassword;
  tried: boolean;
  onChange: (value: NewPassword) => void;
}) {
  const say = useText(signInText);
  const { next, again } = value;
  return (
    <>
      <PasswordField
        label={say('nextPassword')}
        value={next}
        autoComplete="new-password"
        hint={say('passwordHint')}
        error={tried && [...next].length < leastPasswordLength ? say('needNext') : undefined}
        onChange={(typed) => onChange({ next: typed, again })}
      />
      <PasswordField
        label={say('againPassword')}
        value={again}
        autoComplete="new-password"
        error={tried && next !== again ? say('needSame') : undefined}
        onChange={(typed) => onChange({ next, again: typed })}
      />
    </>
  );
}
