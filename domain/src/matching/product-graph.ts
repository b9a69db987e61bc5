import {
  type DirectedGraph,
  type Edge,
  packGraph,
  reachedFrom,
  targetsOf,
} from '@zhitong/algorithms/graph/directed-graph';
import type { Product, ProductRelation, RelationKind } from './product.ts';

export type RelationCode =
  | 'product.same'
  | 'product.kind'
  | 'product.broader'
  | 'product.substitute'
  | 'product.material';

/** How a product on offer stands to the one wanted. */
export interface RelatedProduct {
  readonly code: RelationCode;
  /** steps up or down; 0 for the same product */
  readonly depth: number;
  /** the shared material, else null */
  readonly via: string | null;
}

/** How far a walk goes, and how many products a hub may bring in: nearest first. */
const kindReach = { depth: 5, limit: 3000 };
const broaderReach = { depth: 2, limit: 50 };
const mostConverts = 300;

/** The product graph, packed. Built anew when products are added: O(V + E). */
export class ProductGraph {
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #broader: DirectedGraph;
  readonly #narrower: DirectedGraph;
  readonly #materials: DirectedGraph;
  readonly #madeOf: DirectedGraph;
  readonly #substitutes: DirectedGraph;

  constructor(products: readonly Product[], relations: readonly ProductRelation[]) {
    this.#ids = products.map((product) => product.id);
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
    const edges = this.#edgesByKind(relations);
    const pack = (list: readonly Edge[]) => packGraph(this.#ids.length, list);
    this.#broader = pack(edges['kind-of']);
    this.#narrower = pack(edges['kind-of'].map(turned));
    this.#materials = pack(edges['made-from']);
    this.#madeOf = pack(edges['made-from'].map(turned));
    this.#substitutes = pack(edges.substitute);
  }

  /** Every product that can serve the one wanted, closest relation first; each product once. */
  related(wantedId: string): Map<string, RelatedProduct> {
    const related = new Map<string, RelatedProduct>([[wantedId, { code: 'product.same', depth: 0, via: null }]]);
    const wanted = this.#numbers.get(wantedId);
    if (wanted === undefined) return related;
    const add = (number: number, relation: RelatedProduct) => {
      const id = this.#ids[number];
      if (id !== undefined && !related.has(id)) related.set(id, relation);
    };
    for (const { node, depth } of reachedFrom(this.#narrower, wanted, kindReach))
      add(node, { code: 'product.kind', depth, via: null });
    for (const node of targetsOf(this.#substitutes, wanted))
      add(node, { code: 'product.substitute', depth: 1, via: null });
    for (const { node, depth } of reachedFrom(this.#broader, wanted, broaderReach))
      add(node, { code: 'product.broader', depth, via: null });
    for (const { product, material } of this.#converts(wanted))
      add(product, { code: 'product.material', depth: 1, via: this.#ids[material] ?? null });
    return related;
  }

  /** Products made from one of the same materials; a material that goes into everything says nothing. */
  #converts(wanted: number): { readonly product: number; readonly material: number }[] {
    return [...targetsOf(this.#materials, wanted)].flatMap((material) => {
      const products = targetsOf(this.#madeOf, material);
      return products.length > mostConverts ? [] : [...products].map((product) => ({ product, material }));
    });
  }

  /** Relations that count, by number. A relation without weight, with itself or with an unknown product does not. */
  #edgesByKind(relations: readonly ProductRelation[]): Record<RelationKind, Edge[]> {
    const edges: Record<RelationKind, Edge[]> = { 'kind-of': [], 'made-from': [], substitute: [] };
    for (const { fromId, toId, kind, weight } of relations) {
      const from = this.#numbers.get(fromId);
      const to = this.#numbers.get(toId);
      if (weight > 0 && from !== undefined && to !== undefined && from !== to) edges[kind].push({ from, to });
    }
    return edges;
  }
}

function turned({ from, to }: Edge): Edge {
  return { from: to, to: from };
}
