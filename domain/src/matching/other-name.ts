/** How a word firms of the country use stands to a product of the graph. */
export const otherNameFits = ['same', 'kind', 'broader'] as const;
export type OtherNameFit = (typeof otherNameFits)[number];

/** 别称：another word for a product, for a kind of it, or for what it is a kind of, with the reason why it counts. */
export interface OtherName {
  readonly productId: string;
  readonly name: string;
  readonly fit: OtherNameFit;
  readonly note: string;
}

/** Where a firm known by its code works when that is not where it is registered. */
export interface WorkingPlace {
  readonly code: string;
  readonly region: string;
}
