import type { FactBook } from '@zhitong/domain/chains/fact-book';
import type { FitTable } from '@zhitong/domain/investment/heat-candidate';
import { type FitGraph, type FitProduct, fittingProducts } from '@zhitong/domain/investment/heat-fit';
import type { ProductRelation } from '@zhitong/domain/matching/product';

type HandGraph = Omit<FitGraph, 'otherNamesOf'>;

const graphs = new WeakMap<FactBook, HandGraph>();

/** The product graph as the heat map reads it; the hand-made relations are picked out once a graph. */
export function graphOf(book: FactBook): HandGraph {
  const known = graphs.get(book);
  if (known !== undefined) return known;
  const byHand = book.relations.filter(({ source }) => source !== 'chainkg');
  const from = Map.groupBy(byHand, ({ fromId }) => fromId);
  const to = Map.groupBy(byHand, ({ toId }) => toId);
  const graph: HandGraph = {
    find: (id) => book.products.get(id),
    kindsOf: (id) => book.kindsOf(id),
    relationsFrom: (id): readonly ProductRelation[] => from.get(id) ?? [],
    relationsTo: (id): readonly ProductRelation[] => to.get(id) ?? [],
  };
  graphs.set(book, graph);
  return graph;
}

/** By offered product, what it counts for among what is wanted. */
export function fitTable(
  book: FactBook,
  wanted: readonly string[],
  otherNames: ReadonlyMap<string, readonly FitProduct[]>,
): FitTable {
  const graph: FitGraph = { ...graphOf(book), otherNamesOf: (id) => otherNames.get(id) ?? [] };
  const rows = wanted.flatMap((id) => {
    const name = book.products.get(id)?.name ?? id;
    return fittingProducts(id, graph).map((fit) => ({ ...fit, wanted: id, name }));
  });
  return Map.groupBy(rows, ({ productId }) => productId);
}
