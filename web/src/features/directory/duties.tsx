import { listDuties } from '@zhitong/contract/directory/duty-contract';
import { dutyLists } from '@zhitong/domain/directory/duty';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress, useGo, usePathId } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
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
  const language = useLanguage();
  const may = useMay();
  const address = useAddress();
  const go = useGo();
  const opened = usePathId();
  const [adding, setAdding] = useState(false);
  const q = address.get('q') ?? '';
  const list = dutyLists.find((name) => name === address.get('list'));
  const asOf = address.get('asOf');
  const offset = Number(address.get('from') ?? 0) || 0;
  const body = address.get('body');
  const filter = { q, ...(list && { list }), ...(asOf && { asOf }), ...(body && { body }) };
  const asked = useAsk(listDuties, { query: { ...filter, offset, limit: pageSize } });
  const filtered = q !== '' || list !== undefined || asOf !== undefined || body !== undefined;
  const clear = () =>
    address.set({ q: undefined, list: undefined, asOf: undefined, body: undefined, from: undefined });
  const search = new URLSearchParams(filter).toString();
  const open = (id: string) => go(`/duties/${id}${search && `?${search}`}`);
  const said = asked.data && {
    words: asOf
      ? say('findingAt', { count: asked.data.total, date: formatDate(asOf, language) })
      : say('finding', { count: asked.data.total }),
    open: asked.data.withoutDeputy > 0 ? say('withoutDeputy', { count: asked.data.withoutDeputy }) : '',
  };
  return (
    <Page
      title={say('title')}
      finding={said && [said.words, said.open].filter(Boolean).join(language === 'zh' ? '；' : '; ')}
      action={
        may('duty.change') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say('add')}
          </Button>
        )
      }
    >
      <div className="zt-filters">
        <SearchField
          label={say('find')}
          value={q}
          onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
        />
        <ChoiceRow
          label={say('list')}
          value={list ?? 'all'}
          choices={[
            { value: 'all', word: say('allLists') },
            ...dutyLists.map((name) => ({ value: name, word: say(`list.${name}`) })),
          ]}
          onChoose={(next) => address.set({ list: next === 'all' ? undefined : next, from: undefined })}
        />
        <AsOf value={asOf} onChange={(next) => address.set({ asOf: next, from: undefined })} />
      </div>
      <Answered asked={asked} rows={10}>
        {({ duties, total }) =>
          duties.length > 0 ? (
            <>
              <DutyTable duties={duties} past={asOf !== undefined} onOpen={open} />
              <Pager total={total} offset={offset} size={pageSize} onMove={(from) => address.set({ from: String(from) })} />
            </>
          ) : filtered ? (
            <EmptyFiltered onClear={clear} />
          ) : (
            <Empty sentence={say('empty')} />
          )
        }
      </Answered>
      {opened && <DutyDrawer key={opened} id={opened} asOf={asOf} onClose={() => go(`/duties${search && `?${search}`}`)} />}
      {adding && <DutyFactsDrawer duty={undefined} onClose={() => setAdding(false)} />}
    </Page>
  );
}

/** The day the table is shown for; empty is today. */
function AsOf({ value, onChange }: { value: string | undefined; onChange: (day: string | undefined) => void }) {
  const say = useText(dutyText);
  return (
    <span className="zt-as-of">
      <DateField aria-label={say('asOf')} value={value ?? ''} onChange={(day) => onChange(day === '' ? undefined : day)} />
      {value && <Button onClick={() => onChange(undefined)}>{say('today')}</Button>}
    </span>
  );
}
