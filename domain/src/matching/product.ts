/** A node of the product graph. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
  /** other names, trade names, abbreviations (`SMS`, `PP 熔喷料`) */
  readonly aliases: readonly string[];
  readonly unit: string | null;
  readonly source: 'hand' | 'chainkg';
  /** a name that cannot carry meaning (one character, digits, `其他`): kept, never matched on */
  readonly junk: boolean;
}

/**
 * `kind-of`: from is a kind of to (熔喷布 → 无纺布). `made-from`: from is made from to (口罩 → 熔喷布).
 * `substitute`: to can stand in for from. Weight 0 keeps a relation without letting it count (food recipes).
 */
export const relationKinds = ['kind-of', 'made-from', 'substitute'] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface ProductRelation {
  readonly fromId: string;
  readonly toId: string;
  readonly kind: RelationKind;
  /** of `to` per one unit of `from`, in `quantityUnit` (e.g. 1.0 g meltblown per mask) */
  readonly quantity: number | null;
  readonly quantityUnit: string | null;
  readonly weight: number;
  readonly source: string;
}
