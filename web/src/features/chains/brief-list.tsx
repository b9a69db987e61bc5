import { type BriefRows, listBriefs } from '@zhitong/contract/chains/brief-contract';
import { Fragment } from 'react';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { briefText } from './brief-text.ts';
import { changeWords } from './brief-trend.tsx';

type Row = BriefRows['rows'][number];
const sum = (rows: readonly Row[], of: 'weak' | 'red' | 'decisions') => rows.reduce((all, row) => all + row[of], 0);

/** The chief’s pages of all chains, a row each. */
export function BriefList() {
  const say = useText(briefText);
  const asked = useAsk(listBriefs, {});
  return (
    <Answered asked={asked} rows={10}>
      {({ rows }) => (
        <Page
          title={say('cityTitle')}
          finding={say('cityFinding', {
            ...{ chains: rows.length, weak: sum(rows, 'weak'), red: sum(rows, 'red') },
            decisions: sum(rows, 'decisions'),
          })}
        >
          {rows.length === 0 ? <Empty sentence={say('cityEmpty')} /> : <Rows rows={rows} />}
        </Page>
      )}
    </Answered>
  );
}

const lightWords = { red: 'overdue', yellow: 'dueSoon', green: 'inTime' } as const;

/** Three figures, each with the orders it counts behind it. */
function Lights({ promises }: Pick<Row, 'promises'>) {
  const say = useText(briefText);
  return (['red', 'yellow', 'green'] as const).map((light, at) => (
    <Fragment key={light}>
      {at > 0 && '/'}
      <AppLink to={`/orders?orderLight=${light}`} label={say(lightWords[light], { count: promises[light] })}>
        {String(promises[light])}
      </AppLink>
    </Fragment>
  ));
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const say = useText(briefText);
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'chain', head: say('chain') },
      cell: ({ chain }) => <AppLink to={`/chains/${chain.id}/brief`}>{chain.name}</AppLink>,
    },
    { key: 'chief', head: say('chief'), cell: ({ chief }) => (chief ? say('chiefOf', chief) : say('nobody')) },
    {
      ...{ key: 'weak', head: say('weak'), align: 'right' },
      cell: ({ chain, weak, products }) => <AppLink to={`/chains/${chain.id}/gaps`}>{`${weak}/${products}`}</AppLink>,
    },
    {
      ...{ key: 'before', head: say('change'), align: 'right' },
      cell: ({ chain, before, weak: now }) =>
        before === null ? (
          say('trendUnknown')
        ) : (
          <AppLink to={`/chains/${chain.id}/brief#trend`}>
            {say('changeOf', { before, now, words: changeWords(say, { before, now }) })}
          </AppLink>
        ),
    },
    {
      ...{ key: 'closed', head: say('closed'), align: 'right' },
      cell: ({ chain, closed }) => <AppLink to={`/chains/${chain.id}/gaps?class=strong`}>{String(closed)}</AppLink>,
    },
    {
      ...{ key: 'red', head: say('red'), align: 'right' },
      cell: ({ chain, red }) => <AppLink to={`/chains/${chain.id}/drill`}>{String(red)}</AppLink>,
    },
    {
      ...{ key: 'decisions', head: say('decide'), align: 'right' },
      cell: ({ chain, decisions }) => <AppLink to={`/chains/${chain.id}/brief#decisions`}>{String(decisions)}</AppLink>,
    },
    { ...{ key: 'lights', head: say('lights'), align: 'right' }, cell: (row) => <Lights promises={row.promises} /> },
  ];
  return <DataTable label={say('cityTitle')} columns={columns} rows={rows} keyOf={({ chain }) => chain.id} />;
}
