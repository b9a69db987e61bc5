import { listTargets } from '@zhitong/contract/investment/target-contract';
import { targetStatuses, targetStatusWords } from '@zhitong/domain/investment/target-stage';
import { Select } from 'antd';
import type { z } from 'zod';
import { type Address, useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { TargetBoard } from './target-board.tsx';
import { TargetFunnel } from './target-funnel.tsx';
import { TargetTable } from './target-table.tsx';
import { targetText } from './target-text.ts';
import './investment.css';

type Reply = z.output<typeof listTargets.reply>;

const pageSize = 50;
/** the most one question answers */
const boardSize = 200;
const lights = ['red', 'yellow', 'green', 'none'] as const;
const scopes = ['open', 'over', 'any'] as const;
const noFilters = {
  ...{ q: undefined, stage: undefined, light: undefined, district: undefined, mine: undefined, over: undefined },
  ...{ chain: undefined, gap: undefined, from: undefined },
} as const;

/** What is the next step, by whom, by when? */
export function Targets() {
  const say = useText(targetText);
  const address = useAddress();
  const may = useMay();
  const filters = readFilters(address);
  const board = address.get('view') === 'board';
  const offset = board ? 0 : Number(address.get('from') ?? 0) || 0;
  // stages that are over stand on the board too
  const over = board && filters.over === undefined ? { over: 'any' as const } : {};
  const asked = useAsk(listTargets, {
    query: { ...filters, ...over, limit: board ? boardSize : pageSize, offset },
  });
  const add = may('target.register') && (
    <AppLink className="zt-button-link zt-button-link-primary" to="/targets/new">
      {say('add')}
    </AppLink>
  );
  return (
    <Page
      title={say('title')}
      finding={asked.data && <Finding lights={asked.data.lights} />}
      action={
        <>
          <ExportLink list={listTargets} query={filters} />
          {add}
        </>
      }
    >
      <Filters districts={asked.data?.districts ?? []} />
      <Answered asked={asked} rows={8}>
        {({ targets, total, dayMinutes }) => (
          <>
            {total > 0 && board && <TargetBoard {...{ targets, dayMinutes }} />}
            {total > boardSize && board && <p className="zt-meta">{say('boardMore', { count: boardSize })}</p>}
            {total > 0 && !board && <TargetTable {...{ targets, dayMinutes }} />}
            {total === 0 && isFiltered(filters) && <EmptyFiltered onClear={() => address.set(noFilters)} />}
            {total === 0 && !isFiltered(filters) && <Empty sentence={say('empty')} action={add} />}
            {!board && (
              <Pager
                {...{ total, offset, size: pageSize }}
                onMove={(from) => address.set({ from: from === 0 ? undefined : String(from) })}
              />
            )}
          </>
        )}
      </Answered>
      <Funnel />
    </Page>
  );
}

function Funnel() {
  const { district, mine, chain } = readFilters(useAddress());
  const filter = { ...(district && { district }), ...(mine && { mine }), ...(chain && { chain }) };
  const linkTo = (stage: string) => `/targets?${new URLSearchParams({ ...filter, stage })}`;
  return <TargetFunnel filter={filter} linkTo={linkTo} />;
}

function readFilters(address: Pick<Address, 'get'>) {
  const stage = targetStatuses.find((name) => name === address.get('stage'));
  const light = lights.find((name) => name === address.get('light'));
  const over = scopes.find((name) => name === address.get('over'));
  const mine = address.get('mine') === 'yes' ? ('yes' as const) : undefined;
  const [q, district, chain, gap] = ['q', 'district', 'chain', 'gap'].map((name) => address.get(name));
  return {
    ...{ ...(stage && { stage }), ...(light && { light }), ...(over && { over }), ...(mine && { mine }) },
    ...{ ...(q && { q }), ...(district && { district }), ...(chain && { chain }), ...(gap && { gap }) },
  };
}

const isFiltered = (filters: ReturnType<typeof readFilters>) => Object.keys(filters).length > 0;

function Finding({ lights: { red, yellow, green, none } }: Pick<Reply, 'lights'>) {
  return useText(targetText)('finding', { open: red + yellow + green + none, red, yellow, none });
}

function Filters({ districts }: Pick<Reply, 'districts'>) {
  const say = useText(targetText);
  const address = useAddress();
  const { light, mine, q = '' } = readFilters(address);
  const change = (next: Readonly<Record<string, string | undefined>>) =>
    address.set({ ...next, from: undefined }, 'quietly');
  return (
    <div className="zt-filters">
      <SearchField label={say('search')} value={q} onSearch={(words) => change({ q: words })} />
      <StageFilter onChange={change} />
      <DistrictFilter {...{ districts }} onChange={change} />
      <ChoiceRow
        label={say('light')}
        value={light ?? 'all'}
        choices={[
          { value: 'all', word: say('all') },
          ...lights.map((value) => ({ value, word: say(`light.${value}`) })),
        ]}
        onChoose={(next) => change({ light: next === 'all' ? undefined : next })}
      />
      <ChoiceRow
        label={say('whose')}
        value={mine ?? 'all'}
        choices={[
          { value: 'all', word: say('whose.all') },
          { value: 'yes', word: say('whose.mine') },
        ]}
        onChoose={(next) => change({ mine: next === 'all' ? undefined : next })}
      />
      <ChoiceRow
        label={say('view')}
        value={address.get('view') === 'board' ? 'board' : 'table'}
        choices={[
          { value: 'table', word: say('table') },
          { value: 'board', word: say('board') },
        ]}
        onChoose={(next) => change({ view: next === 'table' ? undefined : next })}
      />
    </div>
  );
}

interface FilterProps {
  readonly onChange: (next: Readonly<Record<string, string | undefined>>) => void;
}

/** What goes on, what has ended, everything, or one stage. */
function StageFilter({ onChange }: FilterProps) {
  const say = useText(targetText);
  const language = useLanguage();
  const { stage, over = 'open' } = readFilters(useAddress());
  const scoped = { open: say('open'), over: say('over'), any: say('all') };
  return (
    <div className="zt-target-filter">
      <span aria-hidden="true">{say('stage')}</span>
      <Select
        aria-label={say('stage')}
        value={stage ?? over}
        options={[
          ...scopes.map((value) => ({ value: String(value), label: scoped[value] })),
          ...targetStatuses.map((value) => ({ value: String(value), label: targetStatusWords[value][language] })),
        ]}
        onChange={(next) => {
          const scope = scopes.find((one) => one === next);
          onChange({ stage: scope ? undefined : next, over: scope && scope !== 'open' ? scope : undefined });
        }}
      />
    </div>
  );
}

export function DistrictFilter({
  districts,
  onChange,
}: FilterProps & { districts: readonly { readonly code: string; readonly name: string }[] }) {
  const say = useText(targetText);
  const address = useAddress();
  return (
    <div className="zt-target-filter">
      <span aria-hidden="true">{say('district')}</span>
      <Select
        aria-label={say('district')}
        value={address.get('district') ?? ''}
        options={[
          { value: '', label: say('allDistricts') },
          ...districts.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(code) => onChange({ district: code === '' ? undefined : code })}
      />
    </div>
  );
}
