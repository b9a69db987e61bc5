import type { BuyingFact, MakerFact } from '../chains/chain-facts.ts';
import { FactBook } from '../chains/fact-book.ts';
import type { ProductRelation } from '../matching/product.ts';

type Pair = readonly [from: string, to: string];

export interface BookGiven {
  readonly products: readonly string[];
  readonly madeFrom: readonly Pair[];
  readonly substitutes?: readonly Pair[];
  readonly makers: readonly MakerFact[];
  readonly bought: readonly BuyingFact[];
}

/** A small book of facts; each maker has one offer of a product. */
export function bookOf({ products, madeFrom, substitutes = [], makers, bought: buying }: BookGiven): FactBook {
  const related = (kind: ProductRelation['kind']) => (pair: Pair) => relation(kind, pair);
  const book = new FactBook(
    products.map((id) => ({ id, name: id, aliases: [], unit: '吨', source: 'hand', junk: false })),
    [...madeFrom.map(related('made-from')), ...substitutes.map(related('substitute'))],
  );
  for (const one of makers) book.putMaker(one);
  for (const [id, of] of Map.groupBy(buying, ({ productId }) => productId))
    book.putDemand(id, { bought: of, needs: [], rejections: [] });
  return book;
}

function relation(kind: ProductRelation['kind'], [fromId, toId]: Pair): ProductRelation {
  return { fromId, toId, kind, weight: 1, quantity: null, quantityUnit: null, source: 'test' };
}

export function maker(firm: string, productId: string, more: Partial<MakerFact> = {}): MakerFact {
  return {
    ...{ offerId: `${firm} ${productId} ${more.ring ?? 'city'}`, organisationId: firm, name: firm, productId },
    ...{ city: '371000', region: null, ring: 'city', capacity: null, certificates: [], leadDays: null, ...more },
  };
}

/** A year's purchase from Jilin, a thousand kilometres away. */
export function bought(firm: string, productId: string, more: Partial<BuyingFact> = {}): BuyingFact {
  return {
    ...{ source: 'purchase', id: `${firm} buys ${productId}`, organisationId: firm, productId, fen: 100_00 },
    ...{ quantity: null, origin: '220200', ring: 'nation', kilometres: 1_150, confirmed: true, asOf: '2026-11-01' },
    ...more,
  };
}
