import { listPremises } from '@zhitong/contract/investment/premises-contract';
import {
  premisesKinds,
  premisesKindWords,
  premisesStates,
  premisesStateWords,
} from '@zhitong/domain/investment/premises';
import { Button } from 'antd';
import type { z } from 'zod';
import { type Address, useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { PremisesDrawer } from './premises-drawer.tsx';
import { PremisesTable } from './premises-table.tsx';
import { premisesText } from './premises-text.ts';
import { DistrictFilter } from './targets.tsx';
import './investment.css';

type Reply = z.output<typeof listPremises.reply>;

const pageSize = 50;
const noFilters = { q: undefined, kind: undefined, state: undefined, district: undefined, from: undefined } as const;

/** Where could a firm settle, and what is known of it? */
export function Premises() {
  const say = useText(premisesText);
  const address = useAddress();
  const may = useMay();
  const filters = readFilters(address);
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listPremises, { query: { ...filters, limit: pageSize, offset } });
  const add = may('premises.change') && (
    <Button type="primary" onClick={() => address.set({ edit: 'new' })}>
      {say('add')}
    </Button>
  );
  return (
    <Page
      title={say('title')}
      finding={asked.data && say('finding', asked.data.free)}
      action={
        <>
          <ExportLink list={listPremises} query={filters} />
          {add}
        </>
      }
    >
      <Filters districts={asked.data?.districts ?? []} />
      <Answered asked={asked} rows={8}>
        {({ premises, total, districts }) => (
          <>
            {total > 0 && <PremisesTable premises={premises} />}
            {total === 0 && isFiltered(filters) && <EmptyFiltered onClear={() => address.set(noFilters)} />}
            {total === 0 && !isFiltered(filters) && <Empty sentence={say('empty')} action={add} />}
            <Pager
              {...{ total, offset, size: pageSize }}
              onMove={(from) => address.set({ from: from === 0 ? undefined : String(from) })}
            />
            <Opened {...{ premises, districts }} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function readFilters(address: Pick<Address, 'get'>) {
  const kind = premisesKinds.find((name) => name === address.get('kind'));
  const state = premisesStates.find((name) => name === address.get('state'));
  const [q, district] = [address.get('q'), address.get('district')];
  return { ...(kind && { kind }), ...(state && { state }), ...(q && { q }), ...(district && { district }) };
}

const isFiltered = (filters: ReturnType<typeof readFilters>) => Object.keys(filters).length > 0;

function Filters({ districts }: Pick<Reply, 'districts'>) {
  const say = useText(premisesText);
  const language = useLanguage();
  const address = useAddress();
  const { kind, state, q = '' } = readFilters(address);
  const change = (next: Readonly<Record<string, string | undefined>>) =>
    address.set({ ...next, from: undefined }, 'quietly');
  return (
    <div className="zt-filters">
      <SearchField label={say('search')} value={q} onSearch={(words) => change({ q: words })} />
      <DistrictFilter {...{ districts }} onChange={change} />
      <ChoiceRow
        label={say('kind')}
        value={kind ?? 'all'}
        choices={[
          { value: 'all', word: say('all') },
          ...premisesKinds.map((value) => ({ value, word: premisesKindWords[value][language] })),
        ]}
        onChoose={(next) => change({ kind: next === 'all' ? undefined : next })}
      />
      <ChoiceRow
        label={say('state')}
        value={state ?? 'all'}
        choices={[
          { value: 'all', word: say('all') },
          ...premisesStates.map((value) => ({ value, word: premisesStateWords[value][language] })),
        ]}
        onChoose={(next) => change({ state: next === 'all' ? undefined : next })}
      />
    </div>
  );
}

/** The open form is part of the address. */
function Opened({ premises, districts }: Pick<Reply, 'premises' | 'districts'>) {
  const address = useAddress();
  const may = useMay();
  const edit = address.get('edit');
  const close = () => address.set({ edit: undefined }, 'quietly');
  const edited = premises.find(({ id, mine }) => id === edit && mine);
  if (!may('premises.change') || (edit !== 'new' && !edited)) return null;
  return <PremisesDrawer key={edit} premises={edited} districts={districts} onClose={close} />;
}
