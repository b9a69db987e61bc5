import type { Payment } from '@zhitong/contract/matching/payment-contract';
import type { DealSide } from '@zhitong/domain/matching/deal';
import { decidePayment, type PaymentDraft } from '@zhitong/domain/matching/payment-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import { inDealCity } from './deal-cities.ts';
import { type DealDeps, sideOf } from './deal-service.ts';
import { listDealSteps, lockDeal, type StoredDeal } from './deal-store.ts';
import { confirmPaymentRow, insertPayment, listPaymentRows } from './payment-store.ts';

export function viewPayments(deps: DealDeps, viewer: Viewer, dealId: string): Promise<readonly Payment[]> {
  return inDealCity(deps.database, viewer, async (tx, city) => {
    const deal = await tx
      .selectFrom('deal')
      .select('id')
      .where('city', '=', city)
      .where('id', '=', dealId)
      .executeTakeFirst();
    return deal && listPaymentRows(tx, { city, dealId });
  });
}

/** One side notes what was paid on a delivery both confirmed. It counts when the other side has confirmed it. */
export function notePaymentOn(
  deps: DealDeps,
  viewer: Viewer,
  { dealId, stepId, draft }: { dealId: string; stepId: string; draft: PaymentDraft },
): Promise<Payment> {
  return inDealCity(deps.database, viewer, async (tx, city) => {
    const deal = await lockDeal(tx, city, dealId);
    if (!deal) return undefined;
    const side = sideOf(deal, viewer);
    const step = (await listDealSteps(tx, deal)).find(({ id }) => id === stepId);
    if (!step) throw new Refusal('platform.not-found');
    const noted = (await listPaymentRows(tx, { city, dealId })).filter((one) => one.stepId === stepId);
    const at = deps.effects.now();
    const notedFen = noted.reduce((sum, { amountFen }) => sum + amountFen, 0);
    decidePayment(step, draft, { notedFen, today: cityDay(at) });
    const id = deps.effects.newId();
    const payment = { id, stepId, ...draft, notedBy: side, notedAt: at.toISOString(), confirmedAt: null };
    await insertPayment(tx, deal, { payment, personId: viewer.personId });
    await recordAudit(tx, deps.effects, {
      ...{ action: 'deal.payment-noted', subject: { kind: 'deal', id: deal.id } },
      after: { amountFen: draft.amountFen, date: draft.paidOn, side },
    });
    await tell(tx, deps, { type: 'deal.payment-noted', deal, payment, side, viewer, at });
    return payment;
  });
}

/** The other side confirms. Confirming again changes nothing and answers the same. */
export function confirmPaymentOn(
  deps: DealDeps,
  viewer: Viewer,
  { dealId, paymentId }: { dealId: string; paymentId: string },
): Promise<Payment> {
  return inDealCity(deps.database, viewer, async (tx, city) => {
    const deal = await lockDeal(tx, city, dealId);
    if (!deal) return undefined;
    const side = sideOf(deal, viewer);
    const payment = (await listPaymentRows(tx, { city, dealId })).find(({ id }) => id === paymentId);
    if (!payment) throw new Refusal('platform.not-found');
    if (payment.notedBy === side || payment.confirmedAt !== null) return payment;
    const at = deps.effects.now();
    await confirmPaymentRow(tx, { city, id: paymentId, personId: viewer.personId, at });
    await recordAudit(tx, deps.effects, {
      ...{ action: 'deal.payment-confirmed', subject: { kind: 'deal', id: deal.id } },
      after: { amountFen: payment.amountFen, date: payment.paidOn, side },
    });
    await tell(tx, deps, { type: 'deal.payment-confirmed', deal, payment, side, viewer, at });
    return { ...payment, confirmedAt: at.toISOString() };
  });
}

interface Telling {
  readonly type: 'deal.payment-noted' | 'deal.payment-confirmed';
  readonly deal: StoredDeal;
  readonly payment: Payment;
  readonly side: DealSide;
  readonly viewer: Viewer;
  readonly at: Date;
}

async function tell(tx: Tx, deps: DealDeps, { type, deal, payment, side, viewer, at }: Telling): Promise<void> {
  await appendEvents(tx, [
    {
      ...{ city: deal.city, id: deps.effects.newId(), type, subjectId: deal.id, at, actorId: viewer.personId },
      audience: [deal.buyerId, deal.sellerId],
      payload: {
        ...{ product: deal.product, amountFen: payment.amountFen },
        by: side === 'buyer' ? deal.buyerName : deal.sellerName,
      },
    },
  ]);
}
