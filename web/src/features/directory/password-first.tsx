import type { Session } from '@zhitong/contract/directory/session-contract';
import { Button } from 'antd';
import { useText } from '#platform/text';
import { PasswordChange } from './password-change.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInText } from './sign-in-text.ts';

interface FirstProps {
  readonly known: string | undefined;
  readonly onSession: (session: Session) => void;
  readonly onLeave: () => void;
}

/** A password that somebody else has seen, or that is too old, is changed before anything else. */
export function PasswordFirst({ known, onSession, onLeave }: FirstProps) {
  const say = useText(signInText);
  return (
    <SignInFrame title={say('newPasswordTitle')} lead={say('newPasswordWhy')}>
      <PasswordChange known={known} onChanged={onSession} />
      <div className="zt-sign-in-ways">
        <Button type="link" onClick={onLeave}>
          {say('otherAccount')}
        </Button>
      </div>
    </SignInFrame>
  );
}
