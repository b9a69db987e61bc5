import { useQueryClient } from '@tanstack/react-query';
import { getSession, listOwnSessions } from '@zhitong/contract/directory/session-contract';
import { getOwnFactor } from '@zhitong/contract/directory/session-factor-contract';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { refresh, useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { Answered } from '#ui/states';
import { PasswordChange } from './password-change.tsx';
import { type FactorDeed, SecondFactorDialog } from './second-factor-dialog.tsx';
import { sessionText } from './session-text.ts';

/** My user name, my password, my second factor. */
export function SessionSecurity() {
  const say = useText(sessionText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const asked = useAsk(getOwnFactor, {});
  const [deed, setDeed] = useState<FactorDeed | 'password'>();
  const done = (sentence: string | undefined) => {
    setDeed(undefined);
    // the session goes on under a new id
    refresh(client, getOwnFactor, getSession, listOwnSessions);
    if (sentence) void message.success(sentence);
  };
  return (
    <section className="zt-section" aria-labelledby="own-security">
      <h2 id="own-security">{say('security')}</h2>
      <Answered asked={asked} rows={3}>
        {({ username, factor, required, recoveryCodesLeft }) => (
          <dl className="zt-facts zt-card zt-padded">
            <div>
              <dt>{say('username')}</dt>
              <dd>{username}</dd>
            </div>
            <div>
              <dt>{say('password')}</dt>
              <dd>
                <Button onClick={() => setDeed('password')}>{say('change')}</Button>
              </dd>
            </div>
            <div>
              <dt>{say('factor')}</dt>
              <dd className="zt-section">
                <span>
                  {say(factor === 'on' ? 'factorOn' : 'factorOff')}
                  {required && <span className="zt-ink-3"> {say('factorRequired')}</span>}
                </span>
                {factor === 'on' && <span>{say('codesLeft', { count: recoveryCodesLeft })}</span>}
                <span className="zt-page-action">
                  {factor === 'off' && <Button onClick={() => setDeed('switchOn')}>{say('switchOn')}</Button>}
                  {factor === 'on' && <Button onClick={() => setDeed('newCodes')}>{say('newCodes')}</Button>}
                  {factor === 'on' && !required && (
                    <Button onClick={() => setDeed('switchOff')}>{say('switchOff')}</Button>
                  )}
                </span>
              </dd>
            </div>
          </dl>
        )}
      </Answered>
      {deed === 'password' && <PasswordDialog onClose={() => setDeed(undefined)} onDone={() => done(say('changed'))} />}
      {deed && deed !== 'password' && (
        <SecondFactorDialog deed={deed} onClose={() => setDeed(undefined)} onDone={done} />
      )}
    </section>
  );
}

function PasswordDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  useReturnFocus();
  const say = useText(sessionText);
  return (
    <Modal open title={say('change')} footer={null} onCancel={onClose}>
      <PasswordChange onChanged={onDone} />
    </Modal>
  );
}
