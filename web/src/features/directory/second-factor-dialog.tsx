import { dropSecondFactor, renewRecoveryCodes } from '@zhitong/contract/directory/session-factor-contract';
import { Button, Modal } from 'antd';
import { type FormEvent, useState } from 'react';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { PasswordField } from './password-fields.tsx';
import { RecoveryCodes } from './second-factor-recovery.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';
import { sessionText } from './session-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

export type FactorDeed = 'switchOn' | 'switchOff' | 'newCodes';

interface DialogProps {
  readonly deed: FactorDeed;
  readonly onClose: () => void;
  /** with what to say, if anything */
  readonly onDone: (sentence: string | undefined) => void;
}

/** An open session alone changes nothing of the second factor: the password is asked for first. */
export function SecondFactorDialog({ deed, onClose, onDone }: DialogProps) {
  useReturnFocus();
  const say = useText(sessionText);
  const [password, setPassword] = useState('');
  const [isGiven, setIsGiven] = useState(false);
  const drop = useDo(dropSecondFactor);
  const renew = useDo(renewRecoveryCodes);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password === '') return;
    if (deed === 'switchOn') setIsGiven(true);
    else if (deed === 'switchOff') drop.mutate({ body: { password } }, { onSuccess: () => onDone(say('switchedOff')) });
    else renew.mutate({ body: { password } });
  };
  return (
    <Modal open title={`${say('factor')} · ${say(deed)}`} footer={null} onCancel={onClose} mask={{ closable: false }}>
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} onKept={() => onDone(undefined)} />}
      {isGiven && <SecondFactorSetup password={password} onSession={() => onDone(say('switchedOn'))} />}
      {!renew.data && !isGiven && (
        <form onSubmit={submit} noValidate>
          <p className="zt-dialog-lead">{say('askPassword')}</p>
          <SignInTrouble error={drop.error ?? renew.error} />
          <PasswordField
            label={say('password')}
            value={password}
            autoComplete="current-password"
            onChange={setPassword}
          />
          <Button
            type="primary"
            htmlType="submit"
            block
            disabled={password === ''}
            loading={drop.isPending || renew.isPending}
          >
            {say('goOn')}
          </Button>
        </form>
      )}
    </Modal>
  );
}
