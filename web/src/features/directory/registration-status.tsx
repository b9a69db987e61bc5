import { useQueryClient } from '@tanstack/react-query';
import {
  addRegistrationEvidence,
  getRegistration,
  supplementRegistration,
  withdrawRegistration,
} from '@zhitong/contract/directory/registration-contract';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { Button } from 'antd';
import { useGo } from '#platform/address';
import { isRefused, refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Answered } from '#ui/states';
import './claim.css';
import { OwnClaim } from './claim-own.tsx';
import { registrationText } from './registration-text.ts';
import { useSignOut } from './session.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

/** How does my registration stand, and what is missing? */
export function RegistrationStatus() {
  const say = useText(registrationText);
  const client = useQueryClient();
  const go = useGo();
  const signOut = useSignOut();
  const asked = useAsk(getRegistration, {});
  const supplementing = useDo(supplementRegistration);
  const withdrawing = useDo(withdrawRegistration);
  const onSuccess = () => refresh(client, getRegistration);
  const leave = <Button onClick={() => void signOut().then(() => go('/sign-in'))}>{say('signOut')}</Button>;
  if (isRefused(asked.error, 401))
    return (
      <SignInFrame title={say('statusTitle')} lead="">
        <AppLink to="/sign-in?back=/registration">{say('toSignIn')}</AppLink>
      </SignInFrame>
    );
  return (
    <Answered asked={asked}>
      {({ claim }) => (
        <main className="zt-registration" id="content">
          <h1>{say('statusTitle')}</h1>
          <p className="zt-ink-2">
            {say('statusLead', { name: claim.claimant.name, firm: claim.firm.name })} {say(`lead.${claim.status}`)}
          </p>
          {claim.status === 'approved' && (
            <Button
              type="primary"
              onClick={() => {
                client.removeQueries({ queryKey: [getSession.path] });
                go('/');
              }}
            >
              {say('start')}
            </Button>
          )}
          <OwnClaim
            claim={claim}
            to={addRegistrationEvidence}
            canOpen={false}
            error={supplementing.error ?? withdrawing.error}
            isPending={supplementing.isPending}
            onSupplement={(body) => supplementing.mutate({ body }, { onSuccess })}
            onWithdraw={() => withdrawing.mutate({}, { onSuccess })}
          />
          <div className="zt-claim-buttons">{leave}</div>
        </main>
      )}
    </Answered>
  );
}
