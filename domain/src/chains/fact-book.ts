import {
  type DirectedGraph,
  packGraph,
  reachedFrom,
  targetsOf,
  transposed,
} from '@zhitong/algorithms/graph/directed-graph';
import type { Product, ProductRelation } from '../matching/product.ts';
import {
  type BuyingFact,
  isLocal,
  type MakerFact,
  type NeedFact,
  type ProductFacts,
  type RejectionFact,
} from './chain-facts.ts';
import { type ChainStructure, chainStructure } from './chain-structure.ts';

/** A need as it is kept: whether it is still open is a question of the day. */
export interface KeptNeed extends Omit<NeedFact, 'open'> {
  readonly state: 'open' | 'over';
  /** ISO date, its last day; null: none named */
  readonly deadline: string | null;
}

/** What is known of the demand for one product itself, without its kinds. */
export interface DemandFacts {
  readonly bought: readonly BuyingFact[];
  readonly needs: readonly KeptNeed[];
  readonly rejections: readonly RejectionFact[];
}

const nothing: DemandFacts = { bought: [], needs: [], rejections: [] };
/** a kind of a kind of a kind: as far as the matcher looks */
const kindDepth = 5;

/** All facts of all products in memory, by product, with the graph they hang on. Changed product by product. */
export class FactBook {
  readonly products: ReadonlyMap<string, Product>;
  readonly relations: readonly ProductRelation[];
  readonly #ids: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #narrower: DirectedGraph;
  readonly #broader: DirectedGraph;
  readonly #usedIn: DirectedGraph;
  readonly #materials: DirectedGraph;
  readonly #replaces: DirectedGraph;
  /** by what is made, is a kind, or can be stood in for */
  readonly #relationsFrom: ReadonlyMap<string, readonly ProductRelation[]>;
  readonly #makers = new Map<string, Map<string, MakerFact>>();
  readonly #offers = new Map<string, string>();
  readonly #demand = new Map<string, DemandFacts>();

  constructor(products: readonly Product[], relations: readonly ProductRelation[]) {
    this.products = new Map(products.map((product) => [product.id, product]));
    this.relations = relations;
    this.#relationsFrom = Map.groupBy(relations, ({ fromId }) => fromId);
    this.#ids = products.map(({ id }) => id);
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
    this.#broader = this.#graphOf('kind-of');
    this.#narrower = transposed(this.#broader);
    this.#materials = this.#graphOf('made-from');
    this.#usedIn = transposed(this.#materials);
    this.#replaces = transposed(this.#graphOf('substitute'));
  }

  putMaker(maker: MakerFact): void {
    this.removeMaker(maker.offerId);
    const own = this.#makers.get(maker.productId) ?? new Map<string, MakerFact>();
    this.#makers.set(maker.productId, own.set(maker.offerId, maker));
    this.#offers.set(maker.offerId, maker.productId);
  }

  /** The product the offer was of; undefined when it was not known. */
  removeMaker(offerId: string): string | undefined {
    const product = this.#offers.get(offerId);
    if (product === undefined) return undefined;
    this.#offers.delete(offerId);
    this.#makers.get(product)?.delete(offerId);
    return product;
  }

  putDemand(productId: string, demand: DemandFacts): void {
    this.#demand.set(productId, demand);
  }

  /** What is known of a product and all its kinds on a day of the city. */
  factsOf(productId: string, today: string): ProductFacts {
    const kinds = this.kindsOf(productId);
    const demand = kinds.map((id) => this.#demand.get(id) ?? nothing);
    return {
      makers: this.#makersOf(kinds),
      bought: demand.flatMap(({ bought }) => bought),
      needs: demand.flatMap(({ needs }) => needs.map((need) => ({ ...need, open: isOpen(need, today) }))),
      rejections: demand.flatMap(({ rejections }) => rejections),
      users: this.#usersOf(kinds),
    };
  }

  /**
   * Products whose links change when facts of these change: they, what they are a kind of, and what they are made from; what they stand
   * in for, and whatever that is made from: whether it stops with its material hangs on who makes the substitute.
   */
  touchedBy(productIds: Iterable<string>): Set<string> {
    const touched = new Set<string>();
    for (const id of productIds)
      for (const one of [id, ...this.#near(this.#broader, id, kindDepth)])
        for (const near of [one, ...this.#materialsOf(one), ...this.#stoodInForBy(one)]) touched.add(near);
    return touched;
  }

  /** Every maker there is, of all products. */
  *allMakers(): Generator<MakerFact> {
    for (const makers of this.#makers.values()) yield* makers.values();
  }

  /** What a product is a kind of, nearest first. */
  broaderOf(productId: string): string[] {
    return this.#near(this.#broader, productId, kindDepth);
  }

  /** The product first, then its kinds. */
  kindsOf(productId: string): string[] {
    return [productId, ...this.#near(this.#narrower, productId, kindDepth)];
  }

  /** How the products of a chain hang together. O(products of the chain and their relations). */
  structureOf(productIds: readonly string[]): ChainStructure {
    const products = new Set(productIds);
    return chainStructure(
      products,
      [...products].flatMap((id) => this.#relationsFrom.get(id) ?? []),
    );
  }

  #makersOf(kinds: readonly string[]): MakerFact[] {
    return kinds.flatMap((id) => [...(this.#makers.get(id)?.values() ?? [])]);
  }

  #usersOf(kinds: readonly string[]): Set<string> {
    const users = new Set<string>();
    for (const kind of kinds)
      for (const made of this.#near(this.#usedIn, kind, 1))
        for (const { ring, organisationId } of this.#makers.get(made)?.values() ?? [])
          if (isLocal(ring)) users.add(organisationId);
    return users;
  }

  /** What a product is made from, and what that is a kind of. */
  #materialsOf(productId: string): string[] {
    return this.#near(this.#materials, productId, 1).flatMap((material) => [
      material,
      ...this.#near(this.#broader, material, kindDepth),
    ]);
  }

  /** What a product is registered to stand in for, and itself where something stands in for it, with all they are made from. */
  #stoodInForBy(productId: string): string[] {
    const own = this.#relationsFrom.get(productId)?.some(({ kind }) => kind === 'substitute') ? [productId] : [];
    return [...own, ...this.#near(this.#replaces, productId, 1)].flatMap((one) => [
      one,
      ...this.#near(this.#materials, one),
    ]);
  }

  #near(graph: DirectedGraph, productId: string, depth = Number.POSITIVE_INFINITY): string[] {
    const start = this.#numbers.get(productId);
    // most products of a large graph have none
    if (start === undefined || graph.offsets[start] === graph.offsets[start + 1]) return [];
    const nodes =
      depth === 1
        ? [...new Set(targetsOf(graph, start))]
        : reachedFrom(graph, start, { depth }).map(({ node }) => node);
    return nodes.flatMap((node) => this.#ids[node] ?? []);
  }

  #graphOf(kind: ProductRelation['kind']): DirectedGraph {
    const edges = this.relations.flatMap((relation) => {
      const [from, to] = [this.#numbers.get(relation.fromId), this.#numbers.get(relation.toId)];
      const counts = relation.kind === kind && relation.weight > 0 && from !== to;
      return counts && from !== undefined && to !== undefined ? [{ from, to }] : [];
    });
    return packGraph(this.#ids.length, edges);
  }
}

function isOpen({ state, deadline }: KeptNeed, today: string): boolean {
  return state === 'open' && (deadline === null || deadline >= today);
}
