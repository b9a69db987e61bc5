import { readPasswordLink, setLinkedPassword } from '@zhitong/contract/directory/session-password-contract';
import { Button } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Loading } from '#ui/states';
import { isReadyPassword, NewPasswordFields } from './password-fields.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInText } from './sign-in-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

/** The person sets the own password with the link the administrator handed over. */
export function PasswordLink({ token, onDone }: { token: string; onDone: () => void }) {
  const say = useText(signInText);
  const read = useDo(readPasswordLink);
  const set = useDo(setLinkedPassword);
  const [value, setValue] = useState({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is read once
  useEffect(() => {
    if (token !== '') read.mutate({ body: { token } });
  }, [token]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReadyPassword(value)) set.mutate({ body: { token, password: value.next } });
  };
  const lead = () => {
    if (token === '') return say('linkNone');
    if (set.data) return say('linkDone');
    return read.data ? say('linkQuestion', read.data) : '';
  };
  return (
    <SignInFrame title={say('linkTitle')} lead={lead()}>
      <SignInTrouble error={read.error} />
      {token !== '' && read.isPending && <Loading />}
      {read.data && !set.data && (
        <form onSubmit={submit} noValidate>
          <SignInTrouble error={set.error} />
          <NewPasswordFields value={value} tried={tried} onChange={setValue} />
          <Button type="primary" htmlType="submit" size="large" block loading={set.isPending}>
            {say('savePassword')}
          </Button>
        </form>
      )}
      {(set.data || read.error || token === '') && (
        <Button type="primary" size="large" block onClick={onDone}>
          {say('toSignIn')}
        </Button>
      )}
    </SignInFrame>
  );
}
