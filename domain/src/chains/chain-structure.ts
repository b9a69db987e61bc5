import type { ProductRelation } from '../matching/product.ts';

/** Which products of a chain are made from which, and what may stand in for them. */
export interface ChainStructure {
  readonly usedIn: ReadonlyMap<string, readonly string[]>;
  readonly substitutes: ReadonlyMap<string, readonly string[]>;
}

export function chainStructure(
  products: ReadonlySet<string>,
  relations: readonly Pick<ProductRelation, 'fromId' | 'toId' | 'kind' | 'weight'>[],
): ChainStructure {
  const usedIn = new Map<string, string[]>();
  const substitutes = new Map<string, string[]>();
  for (const { fromId, toId, kind, weight } of relations) {
    if (weight <= 0 || fromId === toId) continue;
    if (kind === 'made-from' && products.has(fromId)) push(usedIn, toId, fromId);
    if (kind === 'substitute') push(substitutes, fromId, toId);
  }
  return { usedIn, substitutes };
}

/** The same with only those of the registered substitutes that stand in for their material. */
export function withStandIns(
  { usedIn, substitutes }: ChainStructure,
  standsIn: (material: string, substitute: string) => boolean,
): ChainStructure {
  const left = [...substitutes].map(([material, others]): [string, string[]] => [
    material,
    others.filter((other) => standsIn(material, other)),
  ]);
  return { usedIn, substitutes: new Map(left) };
}

/**
 * The products of the chain that cannot be made while `product` is not to be had: everything made from it, and what is made from that,
 * unless something is registered that can stand in. Every material counts, since a product needs all of its materials.
 * Ensures: `product` itself is not among them; each once, nearest first. O(V + E) of the chain.
 */
export function stoppedBy({ usedIn, substitutes }: ChainStructure, product: string): string[] {
  if (!usedIn.has(product)) return [];
  const stopped = new Set([product]);
  let before = 0;
  // a substitute that stops later on stands in for nothing: looked at again until nothing more stops
  while (stopped.size > before) {
    before = stopped.size;
    for (const one of stopped) {
      const hasSubstitute = (substitutes.get(one) ?? []).some((other) => !stopped.has(other));
      if (hasSubstitute) continue;
      for (const user of usedIn.get(one) ?? []) stopped.add(user);
    }
  }
  stopped.delete(product);
  return [...stopped];
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
