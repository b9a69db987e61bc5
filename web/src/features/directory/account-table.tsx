import type { Account } from '@zhitong/contract/directory/account-contract';
import { Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant, formatTime } from '#platform/format-date';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { accountText } from './account-text.ts';

/** Accounts as rows; what needs a person stands in words, not in a colour. */
export function AccountTable({ accounts, onOpen }: { accounts: readonly Account[]; onOpen: (id: string) => void }) {
  const say = useText(accountText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <DataTable
      label={say('title')}
      rows={accounts}
      keyOf={({ id }) => id}
      columns={[
        { key: 'username', head: say('username'), cell: ({ username }) => username, oneLine: true },
        {
          key: 'person',
          head: say('person'),
          cell: ({ person }) => <span lang="zh">{person.name}</span>,
          oneLine: true,
        },
        { key: 'posts', head: say('posts'), cell: (row) => <AccountPosts account={row} />, phone: 'wide' },
        { key: 'state', head: say('state'), cell: (row) => <AccountState account={row} /> },
        { key: 'factor', head: say('factor'), cell: ({ factor }) => say(`factor.${factor}`), oneLine: true },
        {
          key: 'used',
          head: say('lastUsed'),
          cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt, minute, language) : say('never')),
          oneLine: true,
        },
        {
          key: 'manage',
          head: say('manage'),
          phone: 'wide',
          cell: ({ id, username }) => (
            <Button size="small" aria-label={say('manageNamed', { username })} onClick={() => onOpen(id)}>
              {say('manage')}
            </Button>
          ),
        },
      ]}
    />
  );
}

export function AccountPosts({ account }: { account: Account }) {
  const sayRole = useText(roleText);
  if (account.posts.length === 0) return '—';
  return (
    <>
      {account.posts.map(({ organisation, role }) => (
        <div key={`${organisation.id} ${role}`}>
          <span lang="zh">{organisation.name}</span> · {sayRole(role)}
        </div>
      ))}
    </>
  );
}

export function AccountState({ account: { state, waitsUntil } }: { account: Account }) {
  const say = useText(accountText);
  return (
    <>
      {say(`state.${state}`)}
      {waitsUntil && <div className="zt-meta">{say('waits', { time: formatTime(waitsUntil) })}</div>}
    </>
  );
}
