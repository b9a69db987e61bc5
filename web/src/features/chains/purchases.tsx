import { listPurchases } from '@zhitong/contract/chains/purchase-contract';
import type { Endpoint } from '@zhitong/contract/endpoint';
import { fewestBuyers } from '@zhitong/domain/chains/published-sum';
import { purchaseLevels } from '@zhitong/domain/chains/purchase';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { Button } from 'antd';
import type { z } from 'zod';
import { type Address, useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { ImportLink } from '#ui/import-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { PurchaseDrawer } from './purchase-drawer.tsx';
import { PurchaseTable } from './purchase-table.tsx';
import { purchaseText } from './purchase-text.ts';
import { PurchaseVerify } from './purchase-verify.tsx';
import './purchase.css';

const pageSize = 50;
const noFilters = { q: undefined, level: undefined, product: undefined, from: undefined } as const;

/** What do we buy a year, and where? For the bureau: what does the city buy, and what of it has been seen on paper? */
export function Purchases() {
  const say = useText(purchaseText);
  const address = useAddress();
  const may = useMay();
  const office = may('purchase.verify');
  const filters = readFilters(address);
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listPurchases, { query: { ...filters, limit: pageSize, offset } });
  const add = (
    <Button type="primary" onClick={() => address.set({ edit: 'new' })}>
      {say('add')}
    </Button>
  );
  return (
    <Page
      title={say('title')}
      finding={asked.data && asked.data.total > 0 && <Finding sums={asked.data.sums} />}
      action={
        <>
          <ExportLink list={listPurchases} query={filters} />
          {may('import.run') && <ImportLink kind="purchases" />}
          {may('purchase.change') && add}
        </>
      }
    >
      <p className="zt-ink-2 zt-purchase-why">{office ? say('office') : say('why', { count: fewestBuyers })}</p>
      <Filters office={office} />
      <Answered asked={asked} rows={8}>
        {({ purchases, total }) => (
          <>
            {total > 0 && <PurchaseTable purchases={purchases} />}
            {total === 0 && isFiltered(filters) && <EmptyFiltered onClear={() => address.set(noFilters)} />}
            {total === 0 && !isFiltered(filters) && (
              <Empty sentence={say(office ? 'emptyOffice' : 'empty')} action={may('purchase.change') && add} />
            )}
            <Pager
              {...{ total, offset, size: pageSize }}
              onMove={(from) => address.set({ from: from === 0 ? undefined : String(from) })}
            />
            <Opened purchases={purchases} />
          </>
        )}
      </Answered>
    </Page>
  );
}

type Reply = typeof listPurchases extends Endpoint<infer _P, infer _Q, infer _B, infer R> ? z.output<R> : never;

function readFilters(address: Pick<Address, 'get'>) {
  const level = purchaseLevels.find((name) => name === address.get('level'));
  const [q, product] = [address.get('q'), address.get('product')];
  return { ...(level && { level }), ...(q && { q }), ...(product && { product }) };
}

const isFiltered = (filters: ReturnType<typeof readFilters>) => Object.keys(filters).length > 0;

/** Two figures, never added up. */
function Finding({ sums: { confirmed, declared } }: Pick<Reply, 'sums'>) {
  const say = useText(purchaseText);
  const language = useLanguage();
  return say('finding', {
    ...{ confirmedRows: confirmed.rows, confirmed: moneyText(confirmed.fenAYear, language) },
    ...{ declaredRows: declared.rows, declared: moneyText(declared.fenAYear, language) },
  });
}

function Filters({ office }: { office: boolean }) {
  const say = useText(purchaseText);
  const address = useAddress();
  const { level, q = '' } = readFilters(address);
  return (
    <div className="zt-filters">
      <SearchField
        label={say(office ? 'searchOffice' : 'search')}
        value={q}
        onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
      />
      <ChoiceRow
        label={say('level')}
        value={level ?? 'all'}
        choices={[
          { value: 'all', word: say('allLevels') },
          ...purchaseLevels.map((value) => ({ value, word: say(value) })),
        ]}
        onChoose={(next) => address.set({ level: next === 'all' ? undefined : next, from: undefined }, 'quietly')}
      />
    </div>
  );
}

/** The open form is part of the address. */
function Opened({ purchases }: Pick<Reply, 'purchases'>) {
  const address = useAddress();
  const may = useMay();
  const [edit, verify] = [address.get('edit'), address.get('verify')];
  const close = () => address.set({ edit: undefined, verify: undefined }, 'quietly');
  const edited = purchases.find(({ id }) => id === edit);
  const checked = purchases.find(({ id }) => id === verify);
  return (
    <>
      {may('purchase.change') && (edit === 'new' || edited) && (
        <PurchaseDrawer key={edit} purchase={edited} onClose={close} />
      )}
      {may('purchase.verify') && checked && <PurchaseVerify key={verify} purchase={checked} onClose={close} />}
    </>
  );
}
