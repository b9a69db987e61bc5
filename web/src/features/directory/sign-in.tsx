import { useQueryClient } from '@tanstack/react-query';
import { getSession, getWelcome, type Session } from '@zhitong/contract/directory/session-contract';
import { lazy, Suspense, useState } from 'react';
import { changeDisplay, chosenBeforeSignIn } from '#platform/display';
import { changePost, currentPost } from '#platform/post';
import { Loading } from '#ui/states';
import { SecondFactorStep } from './second-factor-step.tsx';
import { useSession, useSignOut } from './session.tsx';
import { SignInForm } from './sign-in-form.tsx';

// the picture for the phone is heavy, and most people never see it
const SecondFactorFirst = lazy(async () => ({
  default: (await import('./second-factor-first.tsx')).SecondFactorFirst,
}));
const PasswordFirst = lazy(async () => ({ default: (await import('./password-first.tsx')).PasswordFirst }));

interface SignInProps {
  readonly notice?: string | undefined;
  readonly problem?: string | undefined;
  readonly back?: string | undefined;
  readonly onSignedIn: () => void;
}

/** The sign-in, step by step: what is missing next is what the server says of the session. */
export function SignIn({ notice, problem, back, onSignedIn }: SignInProps) {
  const client = useQueryClient();
  const asked = useSession();
  const leave = useSignOut();
  const [given, setGiven] = useState<Session | 'none'>();
  const [password, setPassword] = useState<string>();

  const accept = (session: Session) => {
    client.removeQueries({
      predicate: ({ queryKey }) => ![getWelcome.path, getSession.path].includes(String(queryKey[0])),
    });
    if (session.status !== 'signed-in') return setGiven(session);
    // a post kept from whoever used this tab before
    if (!session.posts.some(({ id }) => id === currentPost())) changePost(undefined);
    changeDisplay({ ...session.person.preferences, ...chosenBeforeSignIn() });
    client.removeQueries({ queryKey: [getSession.path] });
    onSignedIn();
  };
  const startAgain = () => void leave().then(() => setGiven('none'));

  const session = given ?? (asked.error ? undefined : asked.data);
  const step = session === undefined || session === 'none' ? 'password' : session.status;
  if (session === undefined || session === 'none' || step === 'password' || step === 'signed-in')
    return (
      <SignInForm
        notice={notice}
        problem={problem}
        back={back}
        onSession={(begun, typed) => {
          setPassword(typed);
          accept(begun);
        }}
      />
    );
  const { name } = session.person;
  if (step === 'second-factor') return <SecondFactorStep name={name} onSession={accept} onLeave={startAgain} />;
  return (
    <Suspense fallback={<Loading />}>
      {step === 'second-factor-setup' ? (
        <SecondFactorFirst onSession={accept} onLeave={startAgain} />
      ) : (
        <PasswordFirst known={password} onSession={accept} onLeave={startAgain} />
      )}
    </Suspense>
  );
}
