import { useQueryClient } from '@tanstack/react-query';
import { listAccountless, listAccounts, openAccount } from '@zhitong/contract/directory/account-contract';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { refresh, useAsk, useDo } from '#platform/query';
import { roleText } from '#platform/role-text';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { useReturnFocus } from '#ui/return-focus';
import { AccountLink } from './account-link.tsx';
import { accountText } from './account-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

/** Somebody with a post gets a user name; the password is the person’s own business. */
export function AccountOpening({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const say = useText(accountText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const [personId, setPersonId] = useState<string>();
  const [username, setUsername] = useState('');
  const [tried, setTried] = useState(false);
  const open = useDo(openAccount);

  const submit = () => {
    setTried(true);
    if (personId === undefined || username.trim() === '') return;
    const body = { personId, username: username.trim() };
    open.mutate({ body }, { onSuccess: () => refresh(client, listAccounts, listAccountless) });
  };
  if (open.data) return <AccountLink name={open.data.account.person.name} link={open.data.link} onClose={onClose} />;
  return (
    <Modal
      open
      title={say('openTitle')}
      onCancel={onClose}
      onOk={submit}
      okText={say('open')}
      cancelText={sayShared('cancel')}
      confirmLoading={open.isPending}
    >
      <p className="zt-ink-2 zt-dialog-lead">{say('openHint')}</p>
      <SignInTrouble error={open.error} />
      <PersonField
        value={personId}
        error={tried && personId === undefined ? say('needPerson') : undefined}
        onChange={setPersonId}
      />
      <Field
        label={say('username')}
        hint={say('usernameHint')}
        error={tried && username.trim() === '' ? say('needUsername') : undefined}
      >
        {(field) => (
          <Input
            {...field}
            value={username}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}

interface PersonFieldProps {
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly onChange: (id: string) => void;
}

function PersonField({ value, error, onChange }: PersonFieldProps) {
  const say = useText(accountText);
  const sayRole = useText(roleText);
  const [words, setWords] = useState('');
  const asked = useAsk(listAccountless, { query: { q: useSettled(words, 300), limit: 20 } });
  return (
    <Field label={say('pickPerson')} error={error}>
      {(field) => (
        <Select
          {...field}
          showSearch={{ filterOption: false, onSearch: setWords }}
          placeholder={say('findPerson')}
          loading={asked.isFetching}
          value={value ?? null}
          onChange={(id) => id !== null && onChange(id)}
          notFoundContent={asked.error ? <SignInTrouble error={asked.error} /> : say('nobody')}
          options={(asked.data?.people ?? []).map(({ id, name, posts }) => ({
            value: id,
            label: `${name} · ${posts.map(({ organisation, role }) => `${organisation.name} ${sayRole(role)}`).join('，')}`,
          }))}
        />
      )}
    </Field>
  );
}
