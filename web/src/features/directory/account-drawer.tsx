import type { Account } from '@zhitong/contract/directory/account-contract';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { useReturnFocus } from '#ui/return-focus';
import { AccountDeed, type AccountDeedName } from './account-deed.tsx';
import { AccountPosts, AccountState } from './account-table.tsx';
import { accountText } from './account-text.ts';
import { ViewingStart } from './viewing-start.tsx';

/** One account: how it stands, and what can be done about it. */
export function AccountDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  useReturnFocus();
  const say = useText(accountText);
  const phone = usePhone();
  const may = useMay();
  const [deed, setDeed] = useState<AccountDeedName>();
  const deeds: readonly AccountDeedName[] = [
    'resetPassword',
    ...(account.factor === 'on' ? (['resetFactor'] as const) : []),
    ...(account.sessions > 0 ? (['endSessions'] as const) : []),
    ...(account.state === 'locked' || account.waitsUntil ? (['unlock'] as const) : []),
    ...(account.state === 'locked' ? [] : (['lock'] as const)),
  ];
  return (
    <Drawer
      open
      title={account.username}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 480}
    >
      <div className="zt-section">
        <AccountFacts account={account} />
        {account.own ? (
          <p className="zt-notice">{say('ownAccount')}</p>
        ) : (
          may('account.change') && (
            <div className="zt-section">
              {deeds.map((name) => (
                <Button key={name} block onClick={() => setDeed(name)}>
                  {say(name)}
                </Button>
              ))}
            </div>
          )
        )}
        {!account.own && <ViewingStart posts={account.posts} />}
      </div>
      {deed && <AccountDeed name={deed} account={account} onClose={() => setDeed(undefined)} />}
    </Drawer>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const say = useText(accountText);
  const language = useLanguage();
  const minute = useMinute();
  const { person, factor, sessions, createdAt, lastUsedAt } = account;
  const facts = [
    [
      'person',
      <span key="person" lang="zh">
        {person.name}
      </span>,
    ],
    ['posts', <AccountPosts key="posts" account={account} />],
    ['state', <AccountState key="state" account={account} />],
    ['factor', say(`factor.${factor}`)],
    ['sessions', say('sessionsCount', { count: sessions })],
    ['lastUsed', lastUsedAt ? formatInstant(lastUsedAt, minute, language) : say('never')],
    ['opened', formatDate(createdAt, language)],
  ] as const;
  return (
    <dl className="zt-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
