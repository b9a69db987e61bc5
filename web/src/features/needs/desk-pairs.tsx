import type { Supervision } from '@zhitong/contract/needs/supervision-contract';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { deskText } from './desk-text.ts';

type Pair = Supervision['pairs'][number];

/** From which body to which cases were handed back, pairs of two and more; both ways between the same two are marked. */
export function DeskPairs({ pairs }: { pairs: readonly Pair[] }) {
  const say = useText(deskText);
  const back = ({ from, to }: Pair) => pairs.find((one) => one.from.id === to.id && one.to.id === from.id);
  const columns: readonly Column<Pair>[] = [
    { key: 'from', head: say('from'), cell: ({ from }) => from.name },
    { key: 'to', head: say('to'), cell: ({ to }) => to.name, phone: 'wide' },
    {
      ...{ key: 'cases', head: say('cases'), align: 'right' },
      cell: ({ from, to, cases }) => <AppLink to={`/cases?from=${from.id}&to=${to.id}&state=any`}>{cases}</AppLink>,
    },
    {
      ...{ key: 'mutual', head: '', phone: 'wide' },
      cell: (pair) => {
        const other = back(pair);
        return other && say('mutual', { count: pair.cases + other.cases });
      },
    },
  ];
  return (
    <section className="zt-desk-part">
      <h2>{say('map')}</h2>
      <p className="zt-meta">{pairs.length > 0 ? say('mapHint') : say('noPairs')}</p>
      {pairs.length > 0 && (
        <DataTable label={say('map')} columns={columns} rows={pairs} keyOf={({ from, to }) => `${from.id} ${to.id}`} />
      )}
    </section>
  );
}
