import { unknownCity } from '@zhitong/domain/directory/organisation';
import { isUrgent } from '@zhitong/domain/needs/cascade-plan';
import { ringOfTier, ringsBefore } from '@zhitong/domain/needs/cascade-ring';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import type { CascadeDeps } from './cascade-deps.ts';
import { planFrom } from './cascade-planning.ts';
import { type Cascade, listAsked } from './cascade-reading.ts';
import { accountOf } from './cascade-receipt.ts';
import { insertReceipts } from './cascade-receipt-store.ts';
import { insertCascade } from './cascade-store.ts';

/**
 * A need that was just sent to its first suppliers begins its cascade, in the transaction that published it. Rings it was opened to at once,
 * because nobody is known nearer or the registered capacity does not suffice, leave their receipts now. A firm whose city is not known has
 * no rings around it.
 */
export async function startCascade(
  tx: Tx,
  deps: CascadeDeps,
  { need, context, at }: { need: PublishedNeed; context: Context; at: Date },
): Promise<void> {
  if (need.city === unknownCity) return;
  await asSystem(tx, context, async () => {
    const ring = ringOfTier(need.reach);
    const cascade: Cascade = {
      ...{ city: need.city, needId: need.id, askerId: need.organisationId, ring, ringSince: at },
      ...{ urgent: isUrgent(need.text), held: null, endedAt: null },
    };
    await insertCascade(tx, { ...cascade, demo: need.demo });
    const asked = await listAsked(tx, cascade);
    const passed = ringsBefore(ring).map((one) =>
      accountOf(deps, { need, at, cascade: { ...cascade, ring: one } }, { asked, close: 'short' }),
    );
    await insertReceipts(tx, passed);
    await planFrom(tx, { need, cascade, at });
  });
}
