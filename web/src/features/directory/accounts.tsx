import { type Account, accountStates, factorStates, listAccounts } from '@zhitong/contract/directory/account-contract';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, EmptyFiltered } from '#ui/states';
import { AccountDrawer } from './account-drawer.tsx';
import { AccountOpening } from './account-opening.tsx';
import { AccountTable } from './account-table.tsx';
import { accountText } from './account-text.ts';

const pageSize = 50;

/** Who can sign in, and who has trouble with it? */
export function Accounts() {
  const say = useText(accountText);
  const address = useAddress();
  const may = useMay();
  const q = address.get('q') ?? '';
  const state = accountStates.find((name) => name === address.get('state'));
  const factor = factorStates.find((name) => name === address.get('factor'));
  const offset = Number(address.get('from') ?? 0) || 0;
  const [opening, setOpening] = useState(false);
  const asked = useAsk(listAccounts, {
    query: { q, offset, limit: pageSize, ...(state && { state }), ...(factor && { factor }) },
  });
  const opened = asked.data?.accounts.find(({ id }) => id === address.get('open'));
  return (
    <Page
      title={say('title')}
      finding={asked.data && say('finding', { count: asked.data.total })}
      action={
        <>
          <ExportLink list={listAccounts} query={{ q, state, factor }} />
          {may('account.change') && (
            <Button type="primary" onClick={() => setOpening(true)}>
              {say('open')}
            </Button>
          )}
        </>
      }
    >
      <div className="zt-filters">
        <SearchField
          label={say('find')}
          value={q}
          onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
        />
        <Select
          aria-label={say('state')}
          className="zt-kind-filter"
          value={state ?? 'all'}
          onChange={(next) => address.set({ state: next === 'all' ? undefined : next, from: undefined })}
          options={[
            { value: 'all', label: say('allStates') },
            ...accountStates.map((name) => ({ value: name, label: say(`state.${name}`) })),
          ]}
        />
        <Select
          aria-label={say('factor')}
          className="zt-kind-filter"
          value={factor ?? 'all'}
          onChange={(next) => address.set({ factor: next === 'all' ? undefined : next, from: undefined })}
          options={[
            { value: 'all', label: say('allFactors') },
            ...factorStates.map((name) => ({ value: name, label: say(`factor.${name}`) })),
          ]}
        />
      </div>
      <Answered asked={asked} rows={10}>
        {({ accounts, total }: { accounts: readonly Account[]; total: number }) =>
          accounts.length === 0 ? (
            <EmptyFiltered
              onClear={() => address.set({ q: undefined, state: undefined, factor: undefined, from: undefined })}
            />
          ) : (
            <>
              <AccountTable accounts={accounts} onOpen={(id) => address.set({ open: id })} />
              <Pager
                total={total}
                offset={offset}
                size={pageSize}
                onMove={(from) => address.set({ from: String(from) })}
              />
            </>
          )
        }
      </Answered>
      {opening && <AccountOpening onClose={() => setOpening(false)} />}
      {opened && <AccountDrawer account={opened} onClose={() => address.set({ open: undefined })} />}
    </Page>
  );
}
