import { listOrders } from '@zhitong/contract/needs/order-contract';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { OrderTable } from './order-table.tsx';
import { orderText } from './order-text.ts';

const pageSize = 50;
const states = ['open', 'over', 'any'] as const;
const running = ['red', 'yellow', 'green'] as const;
const noFilter = { orders: undefined, orderLight: undefined, orderWords: undefined, orderFrom: undefined };

/** Orders of the city, of the own office or to the own body, what is due first at the top; the filter is the address. */
export function OrderList({ supervises }: { supervises: boolean }) {
  const say = useText(orderText);
  const address = useAddress();
  const state = states.find((name) => name === address.get('orders')) ?? 'open';
  const light = running.find((name) => name === address.get('orderLight'));
  const q = address.get('orderWords') ?? '';
  const offset = Number(address.get('orderFrom') ?? 0) || 0;
  const filter = { state, q, ...(light && { light }) };
  const asked = useAsk(listOrders, { query: { ...filter, offset, limit: pageSize } });
  const filtered = state !== 'open' || light !== undefined || q !== '';
  const change = (next: Record<string, string | undefined>) =>
    address.set({ ...next, orderFrom: undefined }, 'quietly');
  return (
    <>
      <div className="zt-filters">
        <ChoiceRow
          label={say('stateFilter')}
          value={state}
          choices={states.map((value) => ({ value, word: say(`state.${value}`) }))}
          onChoose={(next) => change({ orders: next === 'open' ? undefined : next })}
        />
        <ChoiceRow
          label={say('lightFilter')}
          value={light ?? 'all'}
          choices={[
            { value: 'all', word: say('allLights') },
            ...running.map((value) => ({ value, word: say(`light.${value}`) })),
          ]}
          onChoose={(next) => change({ orderLight: next === 'all' ? undefined : next })}
        />
        <SearchField label={say('search')} value={q} onSearch={(words) => change({ orderWords: words })} />
        <ExportLink list={listOrders} query={filter} />
      </div>
      <Answered asked={asked} rows={5}>
        {({ orders, total, dayMinutes }) => (
          <>
            {orders.length > 0 && <OrderTable orders={orders} dayMinutes={dayMinutes} />}
            {orders.length === 0 && filtered && <EmptyFiltered onClear={() => address.set(noFilter)} />}
            {orders.length === 0 && !filtered && <Empty sentence={say(supervises ? 'empty' : 'emptyBody')} />}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ orderFrom: String(from) })}
            />
          </>
        )}
      </Answered>
    </>
  );
}
