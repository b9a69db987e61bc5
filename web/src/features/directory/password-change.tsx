import type { Session } from '@zhitong/contract/directory/session-contract';
import { changePassword } from '@zhitong/contract/directory/session-password-contract';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { isReadyPassword, NewPasswordFields, PasswordField } from './password-fields.tsx';
import { signInText } from './sign-in-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

interface ChangeProps {
  /** the present one, when it was typed a moment ago */
  readonly known?: string | undefined;
  readonly onChanged: (session: Session) => void;
}

/** The own password; the present one is asked for unless it was just given. */
export function PasswordChange({ known, onChanged }: ChangeProps) {
  const say = useText(signInText);
  const [present, setPresent] = useState(known ?? '');
  const [value, setValue] = useState({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  const change = useDo(changePassword);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (present !== '' && isReadyPassword(value))
      change.mutate({ body: { present, next: value.next } }, { onSuccess: onChanged });
  };
  return (
    <form onSubmit={submit} noValidate>
      <SignInTrouble error={change.error} />
      {known === undefined && (
        <PasswordField
          label={say('presentPassword')}
          value={present}
          autoComplete="current-password"
          error={tried && present === '' ? say('needPresent') : undefined}
          onChange={setPresent}
        />
      )}
      <NewPasswordFields value={value} tried={tried} onChange={setValue} />
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {say('savePassword')}
      </Button>
    </form>
  );
}
