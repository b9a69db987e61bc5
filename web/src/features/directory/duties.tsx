import { listDuties } from '@zhitong/contract/directory/duty-contract';
import { type DutyList, dutyLists } from '@zhitong/domain/directory/duty';
import { Button } from 'antd';
import { useState } from 'react';
import { type Address, useAddress, useGo, usePathId } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { ExportLink } from '#ui/export-link';
import { ImportLink } from '#ui/import-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { DutyDrawer } from './duty-drawer.tsx';
import { DutyFactsDrawer } from './duty-facts-form.tsx';
import { DutyTable } from './duty-table.tsx';
import { dutyText } from './duty-text.ts';
import './duty.css';

const pageSize = 50;

/** Which body is responsible for what, and who answers on a day? */
export function Duties() {
  const say = useText(dutyText);
  const may = useMay();
  const go = useGo();
  const opened = usePathId();
  const [adding, setAdding] = useState(false);
  const { filter, offset, filtered, set } = useDutyFilter();
  const asked = useAsk(listDuties, { query: { ...filter, offset, limit: pageSize } });
  const search = new URLSearchParams(filter).toString();
  const addressOf = (id?: string) => `/duties${id === undefined ? '' : `/${id}`}${search && `?${search}`}`;
  const past = filter.asOf !== undefined;
  return (
    <Page
      title={say('title')}
      finding={asked.data && <Finding {...asked.data} past={past} />}
      action={
        <>
          <ExportLink list={listDuties} query={filter} />
          {may('duty.change') && <ImportLink kind="duties" />}
          {may('duty.change') && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {say('add')}
            </Button>
          )}
        </>
      }
    >
      <Filters filter={filter} set={set} />
      <Answered asked={asked} rows={10}>
        {({ duties, total }) =>
          duties.length > 0 ? (
            <>
              <DutyTable duties={duties} past={past} onOpen={(id) => go(addressOf(id))} />
              <Pager total={total} offset={offset} size={pageSize} onMove={(from) => set({ from: String(from) })} />
            </>
          ) : (
            <Nothing filtered={filtered} onClear={() => set(noFilter)} />
          )
        }
      </Answered>
      {opened && <DutyDrawer key={opened} id={opened} asOf={filter.asOf} onClose={() => go(addressOf())} />}
      {adding && <DutyFactsDrawer duty={undefined} onClose={() => setAdding(false)} />}
    </Page>
  );
}

const noFilter = { q: undefined, list: undefined, asOf: undefined, body: undefined, from: undefined };

interface DutyFilter extends Record<string, string> {
  q?: string;
  list?: DutyList;
  asOf?: string;
  body?: string;
}

/** The filter as the address has it. */
function useDutyFilter() {
  const { get, set } = useAddress();
  const list = dutyLists.find((name) => name === get('list'));
  const [asOf, body] = [get('asOf'), get('body')];
  const q = get('q');
  const filter: DutyFilter = { ...(q && { q }), ...(list && { list }), ...(asOf && { asOf }), ...(body && { body }) };
  const filtered = Object.keys(filter).length > 0;
  return { filter, filtered, set, offset: Number(get('from') ?? 0) || 0 };
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const say = useText(dutyText);
  return filtered ? <EmptyFiltered onClear={onClear} /> : <Empty sentence={say('empty')} />;
}

interface FindingProps {
  readonly total: number;
  readonly withoutDeputy: number;
  readonly asOf: string;
  readonly past: boolean;
}

function Finding({ total, withoutDeputy, asOf, past }: FindingProps) {
  const say = useText(dutyText);
  const language = useLanguage();
  const count = past
    ? say('findingAt', { count: total, date: formatDate(asOf, language) })
    : say(total === 0 ? 'findingNone' : 'finding', { count: total });
  const vacant = withoutDeputy > 0 ? say('withoutDeputy', { count: withoutDeputy }) : '';
  return [count, vacant].filter(Boolean).join(language === 'zh' ? '；' : '; ');
}

function Filters({ filter, set }: { filter: DutyFilter; set: Address['set'] }) {
  const say = useText(dutyText);
  return (
    <div className="zt-filters">
      <SearchField
        label={say('find')}
        value={filter.q ?? ''}
        onSearch={(words) => set({ q: words, from: undefined }, 'quietly')}
      />
      <ChoiceRow
        label={say('list')}
        value={filter.list ?? 'all'}
        choices={[
          { value: 'all', word: say('allLists') },
          ...dutyLists.map((name) => ({ value: name, word: say(`list.${name}`) })),
        ]}
        onChoose={(next) => set({ list: next === 'all' ? undefined : next, from: undefined })}
      />
      {filter.body && <Button onClick={() => set({ body: undefined, from: undefined })}>{say('allBodies')}</Button>}
      <AsOf value={filter.asOf} onChange={(asOf) => set({ asOf, from: undefined })} />
    </div>
  );
}

/** The day the table is shown for; empty is today. */
function AsOf({ value, onChange }: { value: string | undefined; onChange: (day: string | undefined) => void }) {
  const say = useText(dutyText);
  return (
    <span className="zt-as-of">
      <span className="zt-ink-2">{say('asOf')}</span>
      <DateField
        aria-label={say('asOf')}
        value={value ?? ''}
        onChange={(day) => onChange(day === '' ? undefined : day)}
      />
      {value && <Button onClick={() => onChange(undefined)}>{say('today')}</Button>}
    </span>
  );
}
