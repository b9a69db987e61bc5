import { boughtOnce } from '@zhitong/domain/chains/bought-once';
import type { BuyingFact, MakerFact, RejectionFact } from '@zhitong/domain/chains/chain-facts';
import { FactBook, type KeptNeed } from '@zhitong/domain/chains/fact-book';
import { OriginBook } from '@zhitong/domain/chains/purchase-origin';
import { placeOf, unknownPlace } from '@zhitong/domain/investment/heat-candidate';
import type { Catalogue } from '@zhitong/domain/matching/catalogue';
import { RegionMap } from '@zhitong/domain/matching/region-map';
import type { Tx } from '#platform/database';
import { readDemandRows } from './demand-reading.ts';
import { listMakers, type StoredBuying, type StoredMaker } from './fact-store.ts';

const chunk = 20_000;

/** Rows of the demand before anybody has said how far away what is bought comes from. */
export interface ReadDemand {
  readonly bought: readonly StoredBuying[];
  readonly needs: readonly KeptNeed[];
  readonly rejections: readonly RejectionFact[];
}

/** The facts of one city in memory, and the map that says how far away they are. */
export class ChainFacts {
  readonly book: FactBook;
  readonly map: RegionMap;
  readonly origins: OriginBook;
  readonly #city: string;
  /** of what each purchase was when it was read last */
  readonly #productOf = new Map<string, string>();

  constructor(catalogue: Catalogue, city: string) {
    this.book = new FactBook(catalogue.products, catalogue.relations);
    this.map = new RegionMap(catalogue.regions, catalogue.circles);
    this.origins = new OriginBook(catalogue.regions);
    this.#city = city;
  }

  async readMakers(tx: Tx): Promise<void> {
    let after: { city: string; offerId: string } | undefined;
    for (;;) {
      const makers = await listMakers(tx, { after, limit: chunk });
      for (const maker of makers) this.book.putMaker(this.#placed(maker));
      const last = makers.at(-1);
      if (last === undefined || makers.length < chunk) return;
      after = { city: last.city, offerId: last.offerId };
    }
  }

  /** The products the offer was of and is of now. */
  async readOffer(tx: Tx, offerId: string): Promise<readonly string[]> {
    const before = this.book.removeMaker(offerId);
    const [now] = await listMakers(tx, { offerId, limit: 1 });
    if (now) this.book.putMaker(this.#placed(now));
    return [before, now?.productId].filter((id) => id !== undefined);
  }

  /**
   * Reads the demand of these products anew, of all when none are named. `since`: a year ago, needs, deals and rejections of earlier days
   * count no more; purchases count for `purchaseYears`.
   */
  async readDemand(tx: Tx, since: string, products?: readonly string[]): Promise<void> {
    this.takeDemand(await readDemandRows(tx, { city: this.#city, since }, products), products);
  }

  /** The demand of these products as it was read, of all it speaks of when none are named. */
  takeDemand(read: ReadDemand, products?: readonly string[]): void {
    const needs = Map.groupBy(read.needs, ({ productId }) => productId);
    const rejections = Map.groupBy(read.rejections, ({ productId }) => productId);
    const buying = Map.groupBy(boughtOnce(read.bought), ({ productId }) => productId);
    for (const { source, id, productId } of read.bought) if (source === 'purchase') this.#productOf.set(id, productId);
    const named = products ?? [...new Set([...needs.keys(), ...rejections.keys(), ...buying.keys()])];
    for (const id of named)
      this.book.putDemand(id, {
        bought: (buying.get(id) ?? []).map((one) => this.#bought(one)),
        needs: needs.get(id) ?? [],
        rejections: rejections.get(id) ?? [],
      });
  }

  /** The product a purchase was of when it was read last: its link changes too when the firm names another one. */
  productOfPurchase(id: string): string | undefined {
    return this.#productOf.get(id);
  }

  /** Between the centroids of the own city and another one; null: not known. */
  kilometresTo(city: string): number | null {
    return this.map.kilometres(pointOf(this.#city), pointOf(city));
  }

  /** A firm counts where it works; what is nothing but a registration counts nowhere. */
  #placed({ workingRegion, registeredOnly, ...maker }: StoredMaker): MakerFact {
    const place = placeOf({ ...maker, workingRegion, registeredOnly });
    const [city, region] = [place.city ?? unknownPlace, place.region];
    return { ...maker, city, region, ring: this.map.tierOf(pointOf(this.#city), { ...pointOf(city), region }) };
  }

  #bought(rest: StoredBuying): BuyingFact {
    const { origin } = rest;
    if (origin === null) return { ...rest, ring: 'unknown', kilometres: null };
    const [home, away] = [pointOf(this.#city), pointOf(origin)];
    return { ...rest, ring: this.map.tierOf(home, away), kilometres: this.map.kilometres(home, away) };
  }
}

const pointOf = (city: string) => ({ city, region: null, longitude: null, latitude: null });
