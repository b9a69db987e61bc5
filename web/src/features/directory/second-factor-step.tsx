import { getWelcome, type Session } from '@zhitong/contract/directory/session-contract';
import { getDemoCode, giveSecondFactor } from '@zhitong/contract/directory/session-factor-contract';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { CodeField, isWholeCode } from './second-factor-code.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInText } from './sign-in-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

interface StepProps {
  readonly name: string;
  readonly onSession: (session: Session) => void;
  readonly onLeave: () => void;
}

/** The second step of a sign-in: the code of the phone, or a recovery code. */
export function SecondFactorStep({ name, onSession, onLeave }: StepProps) {
  const say = useText(signInText);
  const [kind, setKind] = useState<'phone' | 'recovery'>('phone');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const give = useDo(giveSecondFactor);
  const isComplete = kind === 'phone' ? isWholeCode(code) : code.trim() !== '';

  const send = (value: string) => give.mutate({ body: { code: value.trim() } }, { onSuccess: onSession });
  const type = (value: string) => {
    setCode(value);
    // nothing else can be meant by the sixth digit
    if (kind === 'phone' && isWholeCode(value) && !give.isPending) send(value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isComplete && !give.isPending) send(code);
  };
  const change = () => {
    setKind(kind === 'phone' ? 'recovery' : 'phone');
    setCode('');
    setTried(false);
    give.reset();
  };

  return (
    <SignInFrame title={say('codeTitle')} lead={say(kind === 'phone' ? 'codeQuestion' : 'recoveryQuestion', { name })}>
      <form onSubmit={submit} noValidate>
        <SignInTrouble error={give.error} />
        {kind === 'phone' ? (
          <CodeField value={code} error={tried && !isComplete ? say('codeMissing') : undefined} onChange={type} />
        ) : (
          <Field label={say('recoveryCode')} error={tried && !isComplete ? say('recoveryMissing') : undefined}>
            {(field) => (
              <Input
                {...field}
                className="zt-code"
                value={code}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                placeholder="ABCD-EFGH-JKMN"
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={give.isPending}>
          {say('confirm')}
        </Button>
      </form>
      <div className="zt-sign-in-ways">
        <Button type="link" onClick={change}>
          {say(kind === 'phone' ? 'useRecovery' : 'useCode')}
        </Button>
        <Button type="link" onClick={onLeave}>
          {say('otherAccount')}
        </Button>
      </div>
      {kind === 'phone' && <DemoCode onCode={type} />}
    </SignInFrame>
  );
}

/** The published secret of the demo accounts, for one tap. */
function DemoCode({ onCode }: { onCode: (code: string) => void }) {
  const say = useText(signInText);
  const welcome = useAsk(getWelcome, {});
  const ask = useDo(getDemoCode);
  const secret = welcome.data?.signIns.find(({ secondFactor }) => secondFactor)?.secondFactor;
  if (!welcome.data?.demo || !secret) return null;
  return (
    <section className="zt-demo-sign-ins">
      <p className="zt-meta">
        {say('demoCodeHint')} <code>{secret}</code>
      </p>
      <SignInTrouble error={ask.error} />
      <Button block loading={ask.isPending} onClick={() => ask.mutate({}, { onSuccess: ({ code }) => onCode(code) })}>
        {say('demoCode')}
      </Button>
    </section>
  );
}
