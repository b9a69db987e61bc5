import { useQueryClient } from '@tanstack/react-query';
import { register } from '@zhitong/contract/directory/registration-contract';
import { signIn } from '@zhitong/contract/directory/session-contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useGo } from '#platform/address';
import { call } from '#platform/api';
import { copyText } from '#platform/copy-text';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import './claim.css';
import { isReadyPassword, NewPasswordFields } from './password-fields.tsx';
import { type FirmChoice, RegistrationFirm } from './registration-firm.tsx';
import { registrationText } from './registration-text.ts';
import { SignInFrame } from './sign-in-frame.tsx';

const fields = ['name', 'phone', 'username'] as const;
const needs = { name: 'needName', phone: 'needPhone', username: 'needUsername' } as const;
const hints = { name: undefined, phone: 'phoneHint', username: 'usernameHint' } as const;
const completions = { name: 'name', phone: 'tel', username: 'off' } as const;
type Person = Readonly<Record<(typeof fields)[number], string>>;

/** A firm and a person, then the account; papers follow once it is signed in. */
export function RegistrationWizard() {
  const say = useText(registrationText);
  const [firm, setFirm] = useState<FirmChoice>();
  const [person, setPerson] = useState<Person>({ name: '', phone: '', username: '' });
  const [password, setPassword] = useState({ next: '', again: '' });
  const [tried, setTried] = useState(false);
  const registering = useDo(register);

  const isMissing = (field: (typeof fields)[number]) => person[field].trim().length < (field === 'username' ? 3 : 1);
  const missing = fields.filter(isMissing);
  const hasFirm = firm !== undefined && ('id' in firm || firm.name.trim() !== '');
  const problems = tried ? [...(hasFirm ? [] : [say('needFirm')]), ...missing.map((field) => say(needs[field]))] : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!firm || !hasFirm || missing.length > 0 || !isReadyPassword(password)) return;
    registering.mutate({ body: { firm, ...person, password: password.next } });
  };
  if (registering.data) return <Done username={registering.data.username} password={password.next} />;
  return (
    <SignInFrame title={say('title')} lead={say('lead')}>
      <form onSubmit={submit} noValidate>
        {registering.error && <Trouble error={registering.error} />}
        <ErrorSummary problems={problems} />
        <RegistrationFirm value={firm} error={tried && !hasFirm ? say('needFirm') : undefined} onChange={setFirm} />
        <h2>{say('stepPerson')}</h2>
        {fields.map((name) => {
          const hint = hints[name];
          return (
            <Field
              key={name}
              label={say(name)}
              hint={hint && say(hint)}
              error={tried && isMissing(name) ? say(needs[name]) : undefined}
            >
              {(field) => (
                <Input
                  {...field}
                  value={person[name]}
                  autoComplete={completions[name]}
                  onChange={(event) => setPerson({ ...person, [name]: event.target.value })}
                />
              )}
            </Field>
          );
        })}
        <NewPasswordFields value={password} tried={tried} onChange={setPassword} />
        <Button type="primary" htmlType="submit" block loading={registering.isPending}>
          {say('send')}
        </Button>
      </form>
      <div className="zt-sign-in-ways">
        <AppLink to="/sign-in">{say('toSignIn')}</AppLink>
      </div>
    </SignInFrame>
  );
}

/** The user name is told here and nowhere else: its digits are not known before. */
function Done({ username, password }: { username: string; password: string }) {
  const say = useText(registrationText);
  const client = useQueryClient();
  const go = useGo();
  const [copied, setCopied] = useState(false);
  const goOn = async () => {
    const isIn = await call(signIn, { body: { username, password } }).then(
      () => true,
      () => false,
    );
    client.clear();
    go(isIn ? '/registration' : '/sign-in');
  };
  return (
    <SignInFrame title={say('doneTitle')} lead={say('doneUsername', { username })}>
      <p className="zt-one-time-link">
        <code>{username}</code>
      </p>
      <div className="zt-claim-buttons">
        <Button type="primary" onClick={() => void goOn()}>
          {say('addPapers')}
        </Button>
        <Button onClick={() => void copyText(username).then(setCopied)}>
          <span role="status">{say(copied ? 'copied' : 'copy')}</span>
        </Button>
      </div>
    </SignInFrame>
  );
}
