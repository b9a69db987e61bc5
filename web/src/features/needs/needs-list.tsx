import { listNeeds, type Need } from '@zhitong/contract/needs/need-contract';
import { needKinds, shownNeedStates } from '@zhitong/domain/needs/need';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay } from '#platform/format-date';
import { formatNeedSubject } from '#platform/format-need';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { type Column, DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { CaseLight } from './case-light.tsx';
import { NeedLight } from './need-light.tsx';
import { needsText } from './needs-text.ts';

type NeedRow = Omit<Need, 'timeline' | 'allowed'>;

const pageSize = 50;
const runningLights = ['red', 'yellow', 'green'] as const;
const noFilter = { state: undefined, list: undefined, light: undefined, q: undefined, from: undefined };

/** All needs of the firm (of the city for the bureau), newest first; the filter is the address. */
export function NeedsList({ bureau }: { bureau: boolean }) {
  const say = useText(needsText);
  const address = useAddress();
  const state = shownNeedStates.find((name) => name === address.get('state'));
  const list = needKinds.find((name) => name === address.get('list'));
  const light = runningLights.find((name) => name === address.get('light'));
  const q = address.get('q') ?? '';
  const offset = Number(address.get('from') ?? 0) || 0;
  const filter = { q, ...(state && { state }), ...(list && { list }), ...(light && { light }) };
  const asked = useAsk(listNeeds, { query: { ...filter, offset, limit: pageSize } });
  const filtered = Object.keys(filter).length > 1 || q !== '';
  const post = (
    <AppLink to="/needs/new" className="zt-button-link zt-button-link-primary">
      {say('newNeed')}
    </AppLink>
  );
  return (
    <Page
      title={bureau ? say('listTitleBureau') : say('listTitle')}
      finding={asked.data && say('listFinding', { count: asked.data.total })}
      action={
        <>
          <ExportLink list={listNeeds} query={{ q, state, list, light }} />
          {!bureau && post}
        </>
      }
    >
      <div className="zt-filters">
        <ChoiceRow
          label={say('listFilter')}
          value={list ?? 'all'}
          choices={[
            { value: 'all', word: say('allLists') },
            ...needKinds.map((name) => ({ value: name, word: say(`list.${name}`) })),
          ]}
          onChoose={(next) => address.set({ list: next === 'all' ? undefined : next, from: undefined })}
        />
        <ChoiceRow
          label={say('stateFilter')}
          value={state ?? 'all'}
          choices={[
            { value: 'all', word: say('allStates') },
            ...shownNeedStates.map((name) => ({ value: name, word: say(`state.${name}`) })),
          ]}
          onChoose={(next) => address.set({ state: next === 'all' ? undefined : next, from: undefined })}
        />
        <ChoiceRow
          label={say('lightFilter')}
          value={light ?? 'all'}
          choices={[
            { value: 'all', word: say('allLights') },
            ...runningLights.map((name) => ({ value: name, word: say(`light.${name}`) })),
          ]}
          onChoose={(next) => address.set({ light: next === 'all' ? undefined : next, from: undefined })}
        />
        <SearchField
          label={say('search')}
          value={q}
          onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
        />
      </div>
      <Answered asked={asked} rows={8}>
        {({ needs, total }) => (
          <>
            {needs.length > 0 && <NeedTable needs={needs} bureau={bureau} />}
            {needs.length === 0 && filtered && <EmptyFiltered onClear={() => address.set(noFilter)} />}
            {needs.length === 0 && !filtered && (
              <Empty sentence={bureau ? say('noNeedsBureau') : say('noNeeds')} action={!bureau && post} />
            )}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ from: String(from) })}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

export function NeedTable({ needs, bureau }: { needs: readonly NeedRow[]; bureau: boolean }) {
  const say = useText(needsText);
  const language = useLanguage();
  const minute = useMinute();
  const firm: Column<NeedRow> = {
    key: 'firm',
    head: say('firm'),
    cell: ({ organisation }) => organisation.name,
    phone: 'wide',
  };
  const columns: readonly Column<NeedRow>[] = [
    {
      key: 'need',
      head: say('need'),
      cell: (need) => (
        <AppLink to={`/needs/${need.id}`}>
          {need.kind === 'sourcing' ? formatNeedSubject(need, language) : need.title}
        </AppLink>
      ),
    },
    { key: 'list', oneLine: true, head: say('listFilter'), cell: ({ kind }) => say(`list.${kind}`) },
    ...(bureau ? [firm] : []),
    { key: 'state', oneLine: true, head: say('state'), cell: ({ state }) => say(`state.${state}`) },
    {
      key: 'lead',
      head: say('leadAndClock'),
      cell: ({ case: open }) =>
        open ? (
          <>
            <div>
              <MixedText>{open.lead.name}</MixedText>
            </div>
            <CaseLight row={open} dayMinutes={open.dayMinutes} />
          </>
        ) : (
          '—'
        ),
      phone: 'wide',
    },
    {
      key: 'answers',
      head: say('answersAndDelivery'),
      cell: (need) =>
        need.kind === 'sourcing' ? (
          <>
            <div>{say('answersOf', need.counts)}</div>
            <NeedLight need={need} brief />
          </>
        ) : (
          '—'
        ),
      oneLine: true,
      phone: 'wide',
    },
    {
      key: 'published',
      oneLine: true,
      head: say('published'),
      cell: ({ publishedAt }) => formatDay(publishedAt, minute, language),
    },
  ];
  return (
    <DataTable
      label={bureau ? say('listTitleBureau') : say('listTitle')}
      columns={columns}
      rows={needs}
      keyOf={({ id }) => id}
    />
  );
}
