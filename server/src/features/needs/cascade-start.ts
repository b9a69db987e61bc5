import { unknownCity } from '@zhitong/domain/directory/organisation';
import { isUrgent } from '@zhitong/domain/needs/cascade-plan';
import { ringOfTier, ringsBefore } from '@zhitong/domain/needs/cascade-ring';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import { askTogether } from './cascade-asking.ts';
import type { CascadeDeps } from './cascade-deps.ts';
import { planFrom } from './cascade-planning.ts';
import type { Cascade } from './cascade-reading.ts';
import { insertCascade } from './cascade-store.ts';
import { setReach } from './need-store.ts';

/**
 * A need that was just sent to its first suppliers begins its cascade, in the transaction that published it. Rings it was opened to at once,
 * because nobody is known nearer or the registered capacity does not suffice, have their time together with the outermost; so have further
 * ones when the deadline leaves no time to ask them later. A firm whose city is not known has no rings around it. Answers how many more
 * suppliers were asked.
 */
export async function startCascade(
  tx: Tx,
  deps: CascadeDeps,
  { need, context, at }: { need: PublishedNeed; context: Context; at: Date },
): Promise<number> {
  if (need.city === unknownCity) return 0;
  return asSystem(tx, context, async () => {
    const ring = ringOfTier(need.reach);
    const first: Cascade = {
      ...{ city: need.city, needId: need.id, askerId: need.organisationId, ring, ringSince: at },
      ...{ urgent: isUrgent(need.text), held: null, endedAt: null },
      joined: Object.fromEntries(ringsBefore(ring).map((one) => [one, 'short'])),
    };
    const { cascade, added } = await askTogether(tx, deps, { need, cascade: first, at });
    if (cascade.ring !== ring) await setReach(tx, need, cascade.ring);
    await insertCascade(tx, { ...cascade, demo: need.demo });
    await planFrom(tx, deps, { need, cascade, at });
    return added;
  });
}
