import { packGraph } from '@zhitong/algorithms/graph/directed-graph';
import { strongComponents } from '@zhitong/algorithms/graph/strong-components';
import type { ProductRelation } from './product.ts';

export interface BrokenCycles {
  readonly kept: readonly ProductRelation[];
  readonly dropped: readonly ProductRelation[];
}

/**
 * Leaves out the candidates that would close a cycle with the fixed relations or with each other.
 * Requires: all of one kind; the fixed ones free of cycles. Ensures: fixed and kept together have no cycle, and every dropped one
 * would close one. The order of the rows plays no part: weightier relations first, then by name.
 * Only relations inside a strongly connected component can lie on a cycle, so only those are tried one by one.
 */
export function breakCycles(fixed: readonly ProductRelation[], candidates: readonly ProductRelation[]): BrokenCycles {
  const numbers = numberNodes([...fixed, ...candidates]);
  const at = (id: string) => numbers.get(id) ?? 0;
  const edges = [...fixed, ...candidates].map(({ fromId, toId }) => ({ from: at(fromId), to: at(toId) }));
  const { of } = strongComponents(packGraph(numbers.size, edges));
  const isInside = ({ fromId, toId }: ProductRelation) => of[at(fromId)] === of[at(toId)];

  const ways = new Map<string, string[]>();
  for (const relation of fixed) if (isInside(relation)) addWay(ways, relation);
  const dropped = new Set<ProductRelation>();
  for (const relation of candidates.filter(isInside).sort(byWeightAndName)) {
    if (leadsTo(ways, relation.toId, relation.fromId)) dropped.add(relation);
    else addWay(ways, relation);
  }
  return { kept: candidates.filter((relation) => !dropped.has(relation)), dropped: [...dropped] };
}

function numberNodes(relations: readonly ProductRelation[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { fromId, toId } of relations)
    for (const id of [fromId, toId]) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return numbers;
}

function addWay(ways: Map<string, string[]>, { fromId, toId }: ProductRelation): void {
  const targets = ways.get(fromId);
  if (targets) targets.push(toId);
  else ways.set(fromId, [toId]);
}

function byWeightAndName(a: ProductRelation, b: ProductRelation): number {
  return b.weight - a.weight || compare(a.fromId, b.fromId) || compare(a.toId, b.toId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function leadsTo(ways: ReadonlyMap<string, readonly string[]>, start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const here of seen) {
    if (here === goal) return true;
    for (const next of ways.get(here) ?? []) seen.add(next);
  }
  return false;
}
