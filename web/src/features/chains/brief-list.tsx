import { type BriefRows, listBriefs } from '@zhitong/contract/chains/brief-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { briefText } from './brief-text.ts';

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

function Rows({ rows }: { rows: readonly Row[] }) {
  const say = useText(briefText);
  const figure = (key: 'closed' | 'decisions', head: string): Column<Row> => ({
    ...{ key, head, align: 'right', cell: (row: Row) => String(row[key]) },
  });
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
      cell: ({ before }) => (before === null ? say('trendUnknown') : String(before)),
    },
    figure('closed', say('closed')),
    {
      ...{ key: 'red', head: say('red'), align: 'right' },
      cell: ({ chain, red }) => <AppLink to={`/chains/${chain.id}/drill`}>{String(red)}</AppLink>,
    },
    figure('decisions', say('decide')),
    {
      ...{ key: 'lights', head: say('lights'), align: 'right' },
      cell: ({ promises: { red, yellow, green } }) => `${red}/${yellow}/${green}`,
    },
  ];
  return <DataTable label={say('cityTitle')} columns={columns} rows={rows} keyOf={({ chain }) => chain.id} />;
}
