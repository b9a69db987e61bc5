import { Refusal } from '../refusal.ts';
import { cycleOf, type KnownProduct } from './chain-map.ts';
import type { ChainStructure } from './chain-structure.ts';

/** Products that are made from each other, over however many steps, within a chain: named, since nothing can be diagnosed along them. */
export function madeFromProblem(
  products: readonly KnownProduct[],
  { usedIn }: Pick<ChainStructure, 'usedIn'>,
): Refusal | undefined {
  const links = products.flatMap(({ id: from }) => (usedIn.get(from) ?? []).map((to) => ({ from, to })));
  const path = cycleOf(products, links);
  return path === undefined ? undefined : new Refusal('chains.made-from-cycle', { path });
}
