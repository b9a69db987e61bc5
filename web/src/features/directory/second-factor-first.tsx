import type { Session } from '@zhitong/contract/directory/session-contract';
import { Button } from 'antd';
import { useText } from '#platform/text';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInText } from './sign-in-text.ts';

interface FirstProps {
  readonly onSession: (session: Session) => void;
  readonly onLeave: () => void;
}

/** An administrator without a second factor sets one up before anything else. */
export function SecondFactorFirst({ onSession, onLeave }: FirstProps) {
  const say = useText(signInText);
  return (
    <SignInFrame title={say('setupTitle')} lead={say('setupWhy')}>
      <SecondFactorSetup onSession={onSession} />
      <div className="zt-sign-in-ways">
        <Button type="link" onClick={onLeave}>
          {say('otherAccount')}
        </Button>
      </div>
    </SignInFrame>
  );
}
