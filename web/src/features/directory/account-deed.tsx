import { useQueryClient } from '@tanstack/react-query';
import {
  type Account,
  endAccountSessions,
  listAccounts,
  lockAccount,
  resetPassword,
  resetSecondFactor,
  unlockAccount,
} from '@zhitong/contract/directory/account-contract';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { AccountLink } from './account-link.tsx';
import { accountText } from './account-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

export type AccountDeedName = 'resetPassword' | 'resetFactor' | 'lock' | 'unlock' | 'endSessions';

interface DeedProps {
  readonly name: AccountDeedName;
  readonly account: Account;
  readonly onClose: () => void;
}

/** What will happen, in a sentence, before it happens. */
export function AccountDeed({ name, account, onClose }: DeedProps) {
  useReturnFocus();
  const say = useText(accountText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const deeds = useDeeds();
  const running = deeds[name];
  const params = { id: account.id };
  const done = {
    onSuccess: () => {
      refresh(client, listAccounts);
      if (name === 'resetPassword') return;
      void message.success(say('done'));
      onClose();
    },
  };
  const run = () => {
    setTried(true);
    if (name !== 'lock') deeds[name].mutate({ params }, done);
    else if (why.trim() !== '') deeds.lock.mutate({ params, body: { why: why.trim() } }, done);
  };
  const { data: reset } = deeds.resetPassword;
  if (reset) return <AccountLink name={account.person.name} link={reset.link} onClose={onClose} />;
  return (
    <Modal
      open
      title={`${say(name)} · ${account.username}`}
      onCancel={onClose}
      onOk={run}
      okText={say('sure')}
      cancelText={sayShared('cancel')}
      confirmLoading={running.isPending}
    >
      <p className="zt-dialog-lead">{say(`${name}Sure`)}</p>
      <SignInTrouble error={running.error} />
      {name === 'lock' && (
        <Field label={say('why')} error={tried && why.trim() === '' ? say('needWhy') : undefined}>
          {(field) => (
            <Input.TextArea
              {...field}
              value={why}
              maxLength={200}
              rows={2}
              onChange={(event) => setWhy(event.target.value)}
            />
          )}
        </Field>
      )}
    </Modal>
  );
}

function useDeeds() {
  return {
    resetPassword: useDo(resetPassword),
    resetFactor: useDo(resetSecondFactor),
    lock: useDo(lockAccount),
    unlock: useDo(unlockAccount),
    endSessions: useDo(endAccountSessions),
  };
}
