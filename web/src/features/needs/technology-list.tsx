import { listTechnology } from '@zhitong/contract/needs/technology-contract';
import type { TechnologyAsk } from '@zhitong/contract/needs/technology-values';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { formatWorkLeft } from '#platform/time-left';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { AskFilter, AskPages, askPageSize, useAskPage } from './ask-list.tsx';
import { technologyText } from './technology-text.ts';

/** Which technology needs wait for us, and until when? */
export function TechnologyList() {
  const say = useText(technologyText);
  const { state } = useAskPage();
  return (
    <Page title={say('listTitle')} finding={say('listFinding')}>
      <AskFilter label={say('filter')} word={(name) => say(`filter.${name}`)} />
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
  readonly state: ReturnType<typeof useAskPage>['state'];
  readonly isFiltered: boolean;
  readonly empty: string;
}

function Asks({ state, isFiltered, empty }: AsksProps) {
  const { offset } = useAskPage();
  const asked = useAsk(listTechnology, { query: { state, offset, limit: askPageSize } });
  return (
    <AskPages asked={asked} isFiltered={isFiltered} empty={empty}>
      {(asks) => <AskTable asks={asks} />}
    </AskPages>
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
