import type { OrderRow } from '@zhitong/contract/needs/order-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDay, formatInstant, formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { OrderLight } from './order-light.tsx';
import { orderText } from './order-text.ts';

/** One row an order; its title leads to the case, where it is worked off. */
export function OrderTable({ orders, dayMinutes }: { orders: readonly OrderRow[]; dayMinutes: number }) {
  const say = useText(orderText);
  const language = useLanguage();
  const minute = useMinute();
  const columns: readonly Column<OrderRow>[] = [
    { key: 'case', head: say('case'), cell: (row) => <AppLink to={`/cases/${row.case.id}`}>{row.case.title}</AppLink> },
    {
      ...{ key: 'status', head: say('status'), oneLine: true },
      cell: (order) => (
        <>
          <div>
            {say(`status.${order.status}`)} <span className="zt-meta">{say(`ground.${order.ground}`)}</span>
          </div>
          <OrderLight order={order} dayMinutes={dayMinutes} />
          {order.callSince && (
            <div className="zt-meta">{say('callFirm', { at: formatInstant(order.callSince, minute, language) })}</div>
          )}
        </>
      ),
    },
    {
      ...{ key: 'body', head: say('body') },
      cell: ({ body, holder }) => (holder ? `${body.name} · ${holder}` : body.name),
    },
    { key: 'supervisor', head: say('supervisor'), cell: ({ issuer }) => issuer.name },
    {
      ...{ key: 'due', head: say('due'), oneLine: true },
      cell: ({ due, promised }) => (
        <>
          <div>{due ? formatInstantExactly(due, minute, language) : say('none')}</div>
          {promised && <div className="zt-meta">{`${say('promised')} ${formatDay(promised, minute, language)}`}</div>}
        </>
      ),
    },
    { key: 'returns', head: say('returns'), align: 'right', cell: ({ returns }) => returns },
  ];
  return <DataTable label={say('title')} columns={columns} rows={orders} keyOf={({ id }) => id} />;
}
