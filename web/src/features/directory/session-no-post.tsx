import { Button } from 'antd';
import { useGo } from '#platform/address';
import { useText } from '#platform/text';
import { Empty } from '#ui/states';
import { useSignOut } from './session.tsx';
import { signInText } from './sign-in-text.ts';

/** Signed in, but the last post has ended: there is nothing to show, and somebody to ask. */
export function NoPost({ name }: { name: string }) {
  const say = useText(signInText);
  const go = useGo();
  const signOut = useSignOut();
  return (
    <main id="content">
      <Empty
        sentence={say('noPost', { name })}
        action={<Button onClick={() => void signOut().then(() => go('/sign-in'))}>{say('signOut')}</Button>}
      />
    </main>
  );
}
