import { drawNumber } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { ProductRelation } from '@zhitong/domain/matching/product';
import type { OfferRow, OrganisationRow } from './city-rows.ts';
import type { Firm } from './firm-rows.ts';

/** Who would have been asked in the past: makers of the product or of a kind of it, near ones first. */
export class SupplierFinder {
  readonly firms: ReadonlyMap<string, Firm>;
  readonly #offersByProduct = new Map<string, OfferRow[]>();
  readonly #kinds = new Map<string, string[]>();
  readonly #circle: ReadonlySet<string>;

  constructor(world: {
    readonly firms: readonly Firm[];
    readonly offers: readonly OfferRow[];
    readonly relations: readonly ProductRelation[];
    readonly circle: ReadonlySet<string>;
  }) {
    this.firms = new Map(world.firms.map((firm) => [firm.row.id, firm]));
    this.#circle = world.circle;
    for (const offer of world.offers) append(this.#offersByProduct, offer.productId ?? '', offer);
    for (const { kind, fromId, toId } of world.relations) if (kind === 'kind-of') append(this.#kinds, toId, fromId);
  }

  hasMakers(productId: string): boolean {
    return this.#makers(productId).length > 0;
  }

  /** At most `count` offers, each of another firm and none of the buyer's own. */
  find(request: { productId: string; buyer: OrganisationRow; random: SeededRandom; count: number }): OfferRow[] {
    const { productId, buyer, random, count } = request;
    const ranked = this.#makers(productId)
      .filter((offer) => offer.organisationId !== buyer.id)
      .map((offer) => ({ offer, rank: this.#distance(buyer, offer) + drawNumber(random, 0, 1.4) }))
      .sort((a, b) => a.rank - b.rank);
    const byFirm = new Map<string, OfferRow>();
    for (const { offer } of ranked) if (!byFirm.has(offer.organisationId)) byFirm.set(offer.organisationId, offer);
    return [...byFirm.values()].slice(0, count);
  }

  #makers(productId: string): OfferRow[] {
    const kinds = [productId, ...(this.#kinds.get(productId) ?? [])];
    return kinds.flatMap((id) => this.#offersByProduct.get(id) ?? []);
  }

  #distance(buyer: OrganisationRow, offer: OfferRow): number {
    const supplier = this.firms.get(offer.organisationId)?.row;
    if (supplier === undefined) return 9;
    if (supplier.city === buyer.city) return supplier.region === buyer.region ? 0 : 1;
    if (this.#circle.has(supplier.city)) return 2;
    return supplier.city.slice(0, 2) === buyer.city.slice(0, 2) ? 3 : 4;
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
