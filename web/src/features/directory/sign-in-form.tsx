import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { getSession, getWelcome, type Session, signIn } from '@zhitong/contract/directory/session-contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { changeDisplay } from '#platform/display';
import { isRefused, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Refused, Trouble } from '#ui/states';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { directoryText } from './directory-text.ts';

/** Who are you? One column, one button. */
export function SignInForm({ notice, onSignedIn }: { notice?: string | undefined; onSignedIn: () => void }) {
  const say = useText(directoryText);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const welcome = useAsk(getWelcome, {});
  const client = useQueryClient();
  const enter = useDo(signIn);

  const accept = (session: Session) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getWelcome.path });
    changeDisplay(session.person.preferences);
    client.removeQueries({ queryKey: [getSession.path] });
    onSignedIn();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (username.trim() && password) {
      enter.mutate({ body: { username: username.trim(), password } }, { onSuccess: accept });
    }
  };

  return (
    <main className="zt-sign-in" id="content">
      <h1>{say('signInTitle', { city: welcome.data?.city.name ?? '' })}</h1>
      <p className="zt-ink-2">{notice ?? say('signInQuestion')}</p>
      <form onSubmit={submit} noValidate>
        {isRefused(enter.error) && <Refused sentence={enter.error.message} />}
        {enter.error && !isRefused(enter.error) && <Trouble error={enter.error} />}
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
        <Field label={say('password')} error={tried && !password ? say('needPassword') : undefined}>
          {(field) => (
            <Input.Password
              {...field}
              value={password}
              autoComplete="current-password"
              // the button around it has its name in the reader's language; the drawing needs none
              iconRender={(visible) =>
                visible ? <EyeOutlined aria-hidden="true" /> : <EyeInvisibleOutlined aria-hidden="true" />
              }
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
          {say('signIn')}
        </Button>
      </form>
      {welcome.data && welcome.data.signIns.length > 0 && (
        <DemoSignIns
          signIns={welcome.data.signIns}
          onPick={(row) => {
            setUsername(row.username);
            setPassword(row.password);
          }}
        />
      )}
    </main>
  );
}
