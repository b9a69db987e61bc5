import { getWelcome, type Session, signIn } from '@zhitong/contract/directory/session-contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { isRefused, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Field } from '#ui/field';
import { Refused } from '#ui/states';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { directoryText } from './directory-text.ts';
import { PasswordField } from './password-fields.tsx';
import { registrationText } from './registration-text.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInText } from './sign-in-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

interface FormProps {
  readonly notice?: string | undefined;
  /** how single sign-on ended, when the browser came back without a session */
  readonly problem?: string | undefined;
  /** where to go on */
  readonly back?: string | undefined;
  /** the session that has begun, and the password, should the next step need it once more */
  readonly onSession: (session: Session, password: string) => void;
}

/** Who are you? One column, one button. */
export function SignInForm({ notice, problem, back, onSession }: FormProps) {
  const say = useText(directoryText);
  const sayRegistration = useText(registrationText);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const welcome = useAsk(getWelcome, {});
  const enter = useDo(signIn);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() && password) {
      const body = { username: username.trim(), password };
      enter.mutate({ body }, { onSuccess: (session) => onSession(session, password) });
    }
  };

  return (
    <SignInFrame title={say('signInTitle', { city: welcome.data?.city.name ?? '' })} lead={notice}>
      <form onSubmit={submit} noValidate>
        {problem && !enter.error && <Refused sentence={problem} />}
        {isRefused(welcome.error, 503) && !enter.error && <Refused sentence={welcome.error.message} />}
        <SignInTrouble error={enter.error} />
        <Field label={say('username')} error={tried && !username.trim() ? say('needUsername') : undefined}>
          {(field) => (
            <Input
              {...field}
              value={username}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => setUsername(event.target.value)}
            />
          )}
        </Field>
        <PasswordField
          label={say('password')}
          value={password}
          autoComplete="current-password"
          error={tried && !password ? say('needPassword') : undefined}
          onChange={setPassword}
        />
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {say('signIn')}
        </Button>
      </form>
      <div className="zt-sign-in-ways">
        <AppLink to="/register">{sayRegistration('register')}</AppLink>
      </div>
      {welcome.data?.singleSignOn && <SingleSignOn name={welcome.data.singleSignOn} back={back} />}
      {welcome.data && welcome.data.signIns.length > 0 && (
        <DemoSignIns
          signIns={welcome.data.signIns}
          onPick={(row) => {
            setUsername(row.username);
            setPassword(row.password);
          }}
        />
      )}
    </SignInFrame>
  );
}

/** A link, not a call: the browser itself goes to the provider. */
function SingleSignOn({ name, back = '/' }: { name: string; back: string | undefined }) {
  const say = useText(signInText);
  return (
    <div className="zt-single-sign-on">
      <p className="zt-meta">{say('singleSignOnOr')}</p>
      <Button block size="large" href={`/api/session/single-sign-on?back=${encodeURIComponent(back)}`}>
        {name}
      </Button>
    </div>
  );
}
