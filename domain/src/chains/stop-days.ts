import type { ChainStructure } from './chain-structure.ts';

/**
 * After how many days each product stops when these come no more at once: what is made from a product goes on as long as its stock
 * lasts, and stops with the first of its materials that runs out. Where something can stand in for a material, it runs out when the
 * last stand-in has run out too, and never while one does not stop.
 * Ensures: the lost products are in it with 0; what goes on for ever is not; the latest solution of these equations (it stops only
 * what must stop), whatever the order. O(V · E) of the chain at worst; covers are not below 0.
 */
export function stopDays(
  structure: ChainStructure,
  lost: readonly string[],
  stockDays: (productId: string) => number,
): ReadonlyMap<string, number> {
  const stops = new Map(lost.map((id) => [id, 0]));
  while (lowerOnce(structure, stops, stockDays));
  return stops;
}

/** One round over all materials; false: nothing stops earlier than was known. */
function lowerOnce(
  { usedIn, substitutes }: ChainStructure,
  stops: Map<string, number>,
  stockDays: (productId: string) => number,
): boolean {
  let isChanged = false;
  const runsOut = (id: string): number => (stops.get(id) ?? Number.POSITIVE_INFINITY) + stockDays(id);
  for (const [material, users] of usedIn) {
    const at = Math.max(...[material, ...(substitutes.get(material) ?? [])].map(runsOut));
    for (const user of users) {
      if (at >= (stops.get(user) ?? Number.POSITIVE_INFINITY)) continue;
      stops.set(user, at);
      isChanged = true;
    }
  }
  return isChanged;
}
