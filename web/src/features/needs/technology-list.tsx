import { listTechnology } from '@zhitong/contract/needs/technology-contract';
import type { TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { type Column, DataTable } from '#ui/data-table';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { technologyText } from './technology-text.ts';

const pageSize = 50;
const filters = ['all', 'open', 'answered', 'over'] as const;

/** Which technology needs wait for us, and until when? */
export function TechnologyList() {
  const say = useText(technologyText);
  const address = useAddress();
  const state = filters.find((name) => name === address.get('state')) ?? 'all';
  return (
    <Page title={say('listTitle')} finding={say('listFinding')}>
      <div className="zt-filters">
        <ChoiceRow
          label={say('filter')}
          value={state}
          choices={filters.map((name) => ({ value: name, word: say(`filter.${name}`) }))}
          onChoose={(next) => address.set({ state: next === 'all' ? undefined : next, from: undefined })}
        />
      </div>
      <Asks state={state} isFiltered={state !== 'all'} empty={say('noAsks')} />
    </Page>
  );
}

/** Everything the body has answered, and where it stands. */
export function TechnologyAnswers() {
  const say = useText(technologyText);
  return (
    <Page title={say('answersTitle')} finding={say('listFinding')}>
      <Asks state="answered" isFiltered={false} empty={say('noAnswers')} />
    </Page>
  );
}

interface AsksProps {
  readonly state: (typeof filters)[number];
  readonly isFiltered: boolean;
  readonly empty: string;
}

function Asks({ state, isFiltered, empty }: AsksProps) {
  const address = useAddress();
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listTechnology, { query: { state, offset, limit: pageSize } });
  return (
    <Answered asked={asked} rows={8}>
      {({ asks, total }) => (
        <>
          {asks.length > 0 && <AskTable asks={asks} />}
          {asks.length === 0 && isFiltered && (
            <EmptyFiltered onClear={() => address.set({ state: undefined, from: undefined })} />
          )}
          {asks.length === 0 && !isFiltered && <Empty sentence={empty} />}
          <Pager total={total} offset={offset} size={pageSize} onMove={(from) => address.set({ from: String(from) })} />
        </>
      )}
    </Answered>
  );
}

function AskTable({ asks }: { asks: readonly TechnologyAsk[] }) {
  const say = useText(technologyText);
  const columns: readonly Column<TechnologyAsk>[] = [
    {
      key: 'need',
      head: say('need'),
      cell: ({ id, title }) => (
        <AppLink to={`/technology/${id}`}>
          <span lang="zh">{title}</span>
        </AppLink>
      ),
    },
    { key: 'firm', head: say('firm'), cell: ({ asker }) => <span lang="zh">{asker.name}</span>, phone: 'wide' },
    {
      key: 'targets',
      head: say('targets'),
      cell: ({ sheet }) => say('targetCount', { count: sheet.targets.length }),
      align: 'right',
      oneLine: true,
    },
    { key: 'clock', head: say('clock'), cell: (ask) => <TechnologyClock ask={ask} />, phone: 'wide' },
    {
      key: 'state',
      head: say('state'),
      cell: ({ state, lead }) => [say(`state.${state}`), lead && say('lead')].filter(Boolean).join(' · '),
      oneLine: true,
    },
  ];
  return <DataTable label={say('listTitle')} columns={columns} rows={asks} keyOf={({ id }) => id} />;
}

/** The body’s own clock; once it has answered there is none. */
export function TechnologyClock({ ask }: { ask: TechnologyAsk }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const minute = useMinute();
  if (ask.lead && ask.state !== 'over') return <span>{say('lead')}</span>;
  if (ask.state !== 'open') return <span className="zt-ink-2">{say(`state.${ask.state}`)}</span>;
  const colour = ask.light === 'red' || ask.light === 'yellow' ? ask.light : 'green';
  return (
    <Light
      colour={colour}
      words={formatWorkLeft(ask.remainingMinutes, ask.dayMinutes, language)}
      until={say('until', { time: formatInstant(ask.due, minute, language) })}
    />
  );
}
