import { chiefMatters } from '#features/needs/public';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { getVersion } from './chain-views.ts';

interface SignedOrder {
  readonly caseId: string;
  readonly text: string;
}

/** Gives the orders of one signature: all of them, or none. The cases are locked in the same order whoever signs, so that nobody waits for ever. */
export async function signBriefFor(
  deps: ChainDeps,
  viewer: Viewer,
  { id, orders }: { id: string; orders: readonly SignedOrder[] },
): Promise<{ orders: { id: string; caseId: string }[] }> {
  await getVersion(deps, viewer, { id });
  const inOrder = orders.toSorted((a, b) => a.caseId.localeCompare(b.caseId));
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const given: { id: string; caseId: string }[] = [];
    for (const wish of inOrder) {
      const order = await chiefMatters.order(tx, { effects: deps.effects, viewer }, wish);
      given.push({ id: order.id, caseId: order.caseId });
    }
    return { orders: given };
  });
}
