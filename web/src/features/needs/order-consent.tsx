import { listCaseOrders, type OrderDetail } from '@zhitong/contract/needs/order-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { OrderActions } from './order-actions.tsx';
import { orderText } from './order-text.ts';
import './order.css';

/** For the firm: that its matter is supervised, and, once the feedback was accepted, whether it agrees that the order is struck off. */
export function OrderConsent({ caseId }: { caseId: string }) {
  const asked = useAsk(listCaseOrders, { params: { id: caseId } });
  // the page of the request stands without it
  if (asked.error && !asked.data) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  const open = asked.data?.orders.find(({ overAt }) => overAt === null);
  return open ? <Supervised order={open} /> : null;
}

function Supervised({ order }: { order: OrderDetail }) {
  const say = useText(orderText);
  const asks = order.allowed.includes('consent');
  const fedBack = order.steps.findLast(({ said, side }) => said !== null && side === 'lead');
  return (
    <section className="zt-card zt-padded zt-request-ask" aria-label={say('ofCase')}>
      <p>
        <MixedText>{`${say('supervised', { issuer: order.issuer.name })} · ${order.next}`}</MixedText>
      </p>
      {asks && fedBack && (
        <>
          <p>
            <MixedText>{say('fedBack', { body: order.body.name, promised: order.promised ?? '' })}</MixedText>
          </p>
          <blockquote className="zt-said" lang="zh">
            {fedBack.said}
          </blockquote>
          <h2>{say('consentAsk')}</h2>
        </>
      )}
      <OrderActions order={order} />
    </section>
  );
}
