import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { followingAction } from '@zhitong/domain/needs/order-decision';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { LockedCase } from './case-store.ts';
import { lockOpenOrder } from './order-store.ts';
import { writeOrderDeed } from './order-writing.ts';

/** The order of a case goes where its case goes, and ends when its firm has withdrawn it or says itself that it is solved, in the transaction that does it to the case. */
export async function followOrder(
  tx: Tx,
  { effects, rules, after, at }: { effects: Effects; rules: CaseRules; after: LockedCase; at: Date },
): Promise<void> {
  const order = await lockOpenOrder(tx, { city: after.city, caseId: after.id });
  if (!order) return;
  const { status } = after.state;
  const overForFirm = status === 'withdrawn' || status === 'solved';
  const action = followingAction(order.state, { lead: after.lead.id, overForFirm, at });
  if (!action) return;
  const nobody = { person: null, body: null, text: null };
  await writeOrderDeed(tx, { effects, rules, found: after, order }, { action, side: 'system', ...nobody });
}
