import { listOrders } from '@zhitong/contract/needs/order-contract';
import type { ReactNode } from 'react';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { OrderList } from './order-list.tsx';
import { OrderTasks } from './order-tasks.tsx';
import { orderText } from './order-text.ts';
import './case.css';
import './desk.css';
import './order.css';

/** The page of orders: what still has to be ordered, and what is on the books. `more`: tasks of another slice. */
export function Orders({ more }: { more?: ReactNode }) {
  const say = useText(orderText);
  const supervises = useMay()('order.issue');
  return (
    <Page title={say('title')} finding={<Figures />}>
      {supervises && <OrderTasks />}
      <OrderList supervises={supervises} />
      {more}
    </Page>
  );
}

/** The same in the desk of the bureau. */
export function DeskOrders() {
  const say = useText(orderText);
  return (
    <section className="zt-desk-part" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <Figures />
      <OrderTasks />
      <OrderList supervises />
    </section>
  );
}

const colours = ['red', 'yellow', 'green'] as const;

function Figures() {
  const say = useText(orderText);
  const { data } = useAsk(listOrders, { query: { limit: 1 } });
  if (!data) return null;
  const { lights } = data;
  return (
    <span className="zt-desk-head">
      <span>{say('finding', { count: lights.red + lights.yellow + lights.green })}</span>
      {colours.map((colour) => (
        <Light key={colour} colour={colour} words={lights[colour].toLocaleString('en-GB')} />
      ))}
    </span>
  );
}
