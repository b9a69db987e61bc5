import type { Session } from '@zhitong/contract/directory/session-contract';
import { beginSecondFactor, confirmSecondFactor } from '@zhitong/contract/directory/session-factor-contract';
import { Button, QRCode } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { copyText } from '#platform/copy-text';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Loading } from '#ui/states';
import { CodeField, isWholeCode } from './second-factor-code.tsx';
import { RecoveryCodes } from './second-factor-recovery.tsx';
import { signInText } from './sign-in-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

interface SetupProps {
  /** given again where an open session alone must not be enough */
  readonly password?: string | undefined;
  readonly onSession: (session: Session) => void;
}

/** Secret to the phone, code from the phone, recovery codes to the drawer. */
export function SecondFactorSetup({ password, onSession }: SetupProps) {
  const say = useText(signInText);
  const begin = useDo(beginSecondFactor);
  const confirm = useDo(confirmSecondFactor);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one secret for as long as this is drawn
  useEffect(() => begin.mutate({ body: password === undefined ? {} : { password } }), []);

  if (confirm.data) {
    const { recoveryCodes, session } = confirm.data;
    return <RecoveryCodes codes={recoveryCodes} onKept={() => onSession(session)} />;
  }
  if (begin.error) return <SignInTrouble error={begin.error} />;
  if (!begin.data) return <Loading rows={6} />;
  const { secret, address } = begin.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWholeCode(code)) confirm.mutate({ body: { code } });
  };
  return (
    <form className="zt-section" onSubmit={submit} noValidate>
      <p>{say('setupScan')}</p>
      <div className="zt-qr">
        <QRCode
          value={address}
          type="canvas"
          size={184}
          bordered={false}
          color="#16202B"
          bgColor="#FFFFFF"
          role="img"
          aria-label={say('setupPicture')}
        />
      </div>
      <p className="zt-meta">{say('setupSecret')}</p>
      <p className="zt-secret">
        <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        <CopyButton text={secret} />
      </p>
      <SignInTrouble error={confirm.error} />
      <CodeField
        label={say('setupCode')}
        value={code}
        error={tried && !isWholeCode(code) ? say('codeMissing') : undefined}
        onChange={setCode}
      />
      <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
        {say('confirm')}
      </Button>
    </form>
  );
}

function CopyButton({ text }: { text: string }) {
  const say = useText(signInText);
  const [done, setDone] = useState(false);
  return (
    <Button onClick={() => void copyText(text).then(setDone)}>
      <span role="status">{say(done ? 'copied' : 'copy')}</span>
    </Button>
  );
}
