import { useQueryClient } from '@tanstack/react-query';
import {
  acceptInvitation,
  acceptInvitationAsMe,
  openInvitation,
} from '@zhitong/contract/directory/invitation-contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useGo } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useAsk, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Field } from '#ui/field';
import { Loading, Refused, Trouble } from '#ui/states';
import { invitationText } from './invitation-text.ts';
import { isReadyPassword, NewPasswordFields } from './password-fields.tsx';
import { useSession } from './session.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

/** What stands behind `#` never leaves the browser but in the body of our own calls. */
const tokenHere = () => decodeURIComponent(location.hash.slice(1));

/** Who invites me to what, and with which account do I accept? */
export function InvitationPage() {
  const say = useText(invitationText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  const [token] = useState(tokenHere);
  const asked = useAsk(openInvitation, { body: { token } }, { enabled: token !== '' });
  const [done, setDone] = useState<{ firm: string; username: string | undefined }>();
  if (done) return <Done {...done} />;
  if (token === '' || (asked.error && !asked.data))
    return (
      <SignInFrame title={say('cannotTitle')} lead="">
        {token === '' ? <Refused sentence={say('noToken')} /> : <Cannot error={asked.error} />}
        <AppLink to="/sign-in">{say('toSignIn')}</AppLink>
      </SignInFrame>
    );
  if (!asked.data) return <Loading />;
  const { organisation, role, by, expiresAt } = asked.data;
  const firm = organisation.name;
  const date = formatDate(expiresAt, language);
  return (
    <SignInFrame title={say('title', { firm })} lead={say('lead', { by, firm, role: sayRole(role), date })}>
      <AcceptMine token={token} onDone={() => setDone({ firm, username: undefined })} />
      <AcceptNew token={token} onDone={(username) => setDone({ firm, username })} />
    </SignInFrame>
  );
}

/** A link that is gone is no missing page: its own sentence says what happened to it. */
function Cannot({ error }: { error: unknown }) {
  return error instanceof Error && 'code' in error ? <Refused sentence={error.message} /> : <Trouble error={error} />;
}

function AcceptMine({ token, onDone }: { token: string; onDone: () => void }) {
  const say = useText(invitationText);
  const client = useQueryClient();
  const session = useSession();
  const accepting = useDo(acceptInvitationAsMe);
  if (session.data?.status !== 'signed-in') return null;
  const accept = () =>
    accepting.mutate(
      { body: { token } },
      {
        onSuccess: () => {
          client.clear();
          onDone();
        },
      },
    );
  return (
    <section className="zt-section">
      {accepting.error && <Cannot error={accepting.error} />}
      <Button type="primary" block loading={accepting.isPending} onClick={accept}>
        {say('acceptMine', { name: session.data.person.name })}
      </Button>
      <p className="zt-ink-2">{say('orNew')}</p>
    </section>
  );
}

function AcceptNew({ token, onDone }: { token: string; onDone: (username: string) => void }) {
  const say = useText(invitationText);
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  const accepting = useDo(acceptInvitation);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || username.trim().length < 3 || !isReadyPassword(password)) return;
    accepting.mutate(
      { body: { token, name, username, password: password.next } },
      { onSuccess: (reply) => onDone(reply.username) },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      {accepting.error && <Cannot error={accepting.error} />}
      <Field label={say('name')} error={tried && name.trim() === '' ? say('needName') : undefined}>
        {(field) => (
          <Input {...field} value={name} autoComplete="name" onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Field
        label={say('username')}
        hint={say('usernameHint')}
        error={tried && username.trim().length < 3 ? say('needUsername') : undefined}
      >
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
      <NewPasswordFields value={password} tried={tried} onChange={setPassword} />
      <Button type="primary" htmlType="submit" block loading={accepting.isPending}>
        {say('accept')}
      </Button>
    </form>
  );
}

function Done({ firm, username }: { firm: string; username: string | undefined }) {
  const say = useText(invitationText);
  const go = useGo();
  return (
    <SignInFrame title={say('doneTitle', { firm })} lead={username ? say('doneLead', { username }) : say('doneMine')}>
      <Button type="primary" onClick={() => go(username ? '/sign-in' : '/')}>
        {say(username ? 'toSignIn' : 'start')}
      </Button>
    </SignInFrame>
  );
}
