import type { ProductEvidence } from './match-reasons.ts';
import type { RelatedProduct } from './product-graph.ts';

/** Product evidence of one offer: how it was found, and how much the relation alone is worth. */
export interface RelationFit {
  readonly relation: RelatedProduct;
  readonly wantedId: string;
  /** 0 … 1: what the relation guarantees, before the firm's own words are read */
  readonly floor: number;
  /** the product is all that was asked for: 碳纤维 in 碳纤维自行车 is not */
  readonly whole: boolean;
}

const floors = {
  'product.same': 0.7,
  'product.kind': 0.62,
  'product.substitute': 0.45,
  'product.broader': 0.42,
  'product.material': 0.2,
} as const satisfies Record<RelatedProduct['code'], number>;

/** each further step up or down the graph */
const lossPerStep = 0.03;

/** What a relation is worth by itself. */
export function relationFloor({ code, depth }: RelatedProduct): number {
  return floors[code] - lossPerStep * Math.max(0, depth - 1);
}

/**
 * The words of the firm add what the relation leaves open. Where the product is only a part of what was asked, the words alone decide
 * (chosen on half of a public test, see bench/match-quality).
 */
export function productFit(relation: RelationFit | null, textFit: number): number {
  const floor = relation?.whole ? relation.floor : 0;
  return floor + (1 - floor) * textFit;
}

/** Text alone is evidence of the product when the best phrase is this like the wanted one. One shared word is not. */
export const certainLikeness = 0.62;
/** A relation this weak, or text alone below `certainLikeness`, does not put a firm in front of a buyer. */
export const listedFloor = 0.25;

/** Does this evidence say the firm makes it (rather than: might)? */
export function isCertain(code: ProductEvidence['code'], likeness: number): boolean {
  return code === 'product.same' || code === 'product.kind' || (code === 'product.text' && likeness >= certainLikeness);
}
