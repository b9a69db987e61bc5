import { type CaseOrders, listCaseOrders, type OrderDetail } from '@zhitong/contract/needs/order-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant, formatInstantExactly } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { OrderActions } from './order-actions.tsx';
import { OrderIssue } from './order-issue.tsx';
import { OrderLight } from './order-light.tsx';
import { orderText } from './order-text.ts';
import './order.css';

/** The supervision of a case on its page: how it stands, its steps, what the reader may do now, and the way to give an order. */
export function OrderOfCase({ id, title }: { id: string; title: string }) {
  return useMay()('order.see') ? <Orders id={id} title={title} /> : null;
}

function Orders({ id, title }: { id: string; title: string }) {
  const asked = useAsk(listCaseOrders, { params: { id } }, { keep: false });
  return (
    <Answered asked={asked} rows={1}>
      {(shown) => <Shown id={id} title={title} shown={shown} />}
    </Answered>
  );
}

function Shown({ id, title, shown }: { id: string; title: string; shown: CaseOrders }) {
  const say = useText(orderText);
  const [issuing, setIssuing] = useState(false);
  const { mayIssue, orders, dayMinutes } = shown;
  if (mayIssue === null && orders.length === 0) return null;
  return (
    <section className="zt-order-part" aria-label={say('ofCase')}>
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} dayMinutes={dayMinutes} />
      ))}
      {mayIssue && (
        <p className="zt-order-issue">
          <Button onClick={() => setIssuing(true)}>{say('issue')}</Button>{' '}
          <span className="zt-meta">{say('groundIs', { ground: say(`ground.${mayIssue}`) })}</span>
        </p>
      )}
      {issuing && (
        <OrderIssue cases={[{ id, title }]} needsWords={mayIssue === 'judgement'} onClose={() => setIssuing(false)} />
      )}
    </section>
  );
}

function OrderCard({ order, dayMinutes }: { order: OrderDetail; dayMinutes: number }) {
  const say = useText(orderText);
  const language = useLanguage();
  const minute = useMinute();
  const { issuer, issuedAt, status, steps, next, ground } = order;
  return (
    <article className="zt-card zt-padded zt-order">
      <h3>{say('ofCase')}</h3>
      <p className="zt-case-standing">
        <OrderLight order={order} dayMinutes={dayMinutes} />
        <span>{say(`status.${status}`)}</span>
      </p>
      <p className="zt-ink-2">
        <MixedText>
          {`${say('given', { issuer: issuer.name, at: formatInstantExactly(issuedAt, minute, language) })} · ${say(`ground.${ground}`)}`}
        </MixedText>
      </p>
      <p className="zt-ink-2">
        <MixedText>{next}</MixedText>
      </p>
      <OrderActions order={order} />
      <details open={order.overAt === null}>
        <summary>{say('steps', { count: steps.length })}</summary>
        <ol className="zt-order-steps">
          {steps.map(({ at, text, said }) => (
            <li key={`${at} ${text}`}>
              <time className="zt-meta" dateTime={at}>
                {formatInstant(at, minute, language)}
              </time>{' '}
              <MixedText>{text}</MixedText>
              {said && (
                <p className="zt-case-said" lang="zh">
                  {said}
                </p>
              )}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}
