import type { Payment } from '@zhitong/contract/matching/payment-contract';
import type { DealSide } from '@zhitong/domain/matching/deal';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import type { StoredDeal } from './deal-store.ts';

/** What was noted on the deliveries of a deal, oldest first. */
export async function listPaymentRows(
  tx: Tx,
  { city, dealId }: { city: string; dealId: string },
): Promise<readonly Payment[]> {
  const rows = await tx
    .selectFrom('deal_payment')
    .select(['id', 'step_id', 'amount_fen', 'paid_on', 'noted_by', 'noted_at', 'confirmed_at'])
    .where('city', '=', city)
    .where('deal_id', '=', dealId)
    .orderBy('noted_at')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, stepId: row.step_id, amountFen: Number(row.amount_fen), paidOn: row.paid_on },
    ...{ notedBy: wordColumn<DealSide>(row.noted_by), notedAt: row.noted_at.toISOString() },
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
  }));
}

export async function insertPayment(
  tx: Tx,
  deal: StoredDeal,
  { payment, personId }: { payment: Payment; personId: string },
): Promise<void> {
  await tx
    .insertInto('deal_payment')
    .values({
      ...{ city: deal.city, id: payment.id, deal_id: deal.id, step_id: payment.stepId },
      ...{ buyer_id: deal.buyerId, seller_id: deal.sellerId, amount_fen: payment.amountFen, paid_on: payment.paidOn },
      ...{ noted_by: payment.notedBy, noted_person: personId, noted_at: payment.notedAt },
    })
    .execute();
}

export async function confirmPaymentRow(
  tx: Tx,
  { city, id, personId, at }: { city: string; id: string; personId: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('deal_payment')
    .set({ confirmed_at: at, confirmed_person: personId })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}
