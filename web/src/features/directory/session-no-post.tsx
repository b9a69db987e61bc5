import { getRegistration } from '@zhitong/contract/directory/registration-contract';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useGo, useLeadOn } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Empty } from '#ui/states';
import { useSignOut } from './session.tsx';
import { signInText } from './sign-in-text.ts';

/** Signed in without a post: whoever registered is led to how that stands; for anybody else there is somebody to ask. */
export function NoPost({ name }: { name: string }) {
  const say = useText(signInText);
  const go = useGo();
  const signOut = useSignOut();
  const leadOn = useLeadOn();
  const isRegistrant = useAsk(getRegistration, {}, { keep: false }).data !== undefined;
  useEffect(() => {
    if (isRegistrant) leadOn('/registration');
  }, [isRegistrant, leadOn]);
  return (
    <main id="content">
      <Empty
        sentence={say('noPost', { name })}
        action={<Button onClick={() => void signOut().then(() => go('/sign-in'))}>{say('signOut')}</Button>}
      />
    </main>
  );
}
