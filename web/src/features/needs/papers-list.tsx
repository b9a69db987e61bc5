import { listPapers } from '@zhitong/contract/needs/policy-paper-contract';
import type { z } from 'zod';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { paperText } from './paper-text.ts';
import './paper.css';

type Row = z.output<typeof listPapers.reply>['papers'][number];

/** Which policies are written, in force and ended, and how many firms each one found. */
export function PapersList() {
  const say = useText(paperText);
  const asked = useAsk(listPapers, { query: {} });
  const total = asked.data?.total;
  const write = (
    <AppLink className="zt-button-link zt-button-link-primary" to="/papers/new">
      {say('newPolicy')}
    </AppLink>
  );
  return (
    <Page title={say('title')} finding={total !== undefined && say('finding', { total })} action={write}>
      <Answered asked={asked} rows={6}>
        {({ papers }) => (papers.length === 0 ? <Empty sentence={say('none')} /> : <PaperTable papers={papers} />)}
      </Answered>
    </Page>
  );
}

function PaperTable({ papers }: { papers: readonly Row[] }) {
  const say = useText(paperText);
  const language = useLanguage();
  const minute = useMinute();
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: say('name'), cell: ({ id, title }) => <AppLink to={`/papers/${id}`}>{title}</AppLink> },
    { key: 'state', head: say('stateHead'), cell: ({ state, version }) => say(`state.${state}`, { version }) },
    { key: 'body', head: say('body'), cell: ({ body }) => body.name },
    {
      ...{ key: 'told', head: say('told') },
      cell: ({ told, version }) => (version === 0 ? '' : say('toldOf', { fits: told.fits, lacks: told.lacks })),
    },
    {
      ...{ key: 'until', head: say('validTo'), oneLine: true as const },
      cell: ({ validTo }) => (validTo === null ? say('noEnd') : formatDate(validTo, language)),
    },
    {
      ...{ key: 'written', head: say('written') },
      cell: ({ writtenAt, writtenBy }) => `${formatInstant(writtenAt, minute, language)} · ${writtenBy}`,
    },
  ];
  return <DataTable label={say('listOf')} columns={columns} rows={papers} keyOf={({ id }) => id} />;
}
