import type { CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import { MatchIndex } from '@zhitong/domain/matching/match-index';
import type { ParseContext } from '@zhitong/domain/needs/parse-need';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import { headPosition, type SealedEvent } from '#platform/event-log';
import {
  findPublishedOffer,
  listOffersOfSeller,
  listPublishedOffers,
  type PublishedOffer,
  readCatalogue,
} from './live-index-store.ts';

const chunk = 20_000;

export interface LiveIndexOptions {
  readonly database: Database;
  readonly hub: EventHub;
  /** of this installation: its log is followed */
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

/** The place of a firm that others see, and its record; no other fact about it leaves the index. */
export type SupplierFacts = PublishedOffer['supplier'];

interface Content {
  readonly index: MatchIndex;
  readonly regions: ReadonlyMap<string, CatalogueRegion>;
  readonly suppliers: Map<string, SupplierFacts>;
  /** offers of each firm: a firm without any leaves the index, as it would not come in by a rebuild */
  readonly offersOf: Map<string, Set<string>>;
  readonly offers: Map<string, PublishedOffer['offer']>;
}

/**
 * The offers of all cities in memory: read from the database at start, kept up by following the event log, always comparable
 * with a rebuild. The position is read before the rows, so an event between the two is applied once more, never missed.
 */
export class LiveIndex {
  readonly #options: LiveIndexOptions;
  #content: Content | undefined;
  #follower: EventFollower | undefined;
  readonly #ended = Promise.withResolvers<never>();

  constructor(options: LiveIndexOptions) {
    this.#options = options;
    // nobody may be waiting when it ends
    this.#ended.promise.catch(() => undefined);
  }

  async start(): Promise<void> {
    const { database, hub, city, onError } = this.#options;
    const from = await this.#asSystem((tx) => headPosition(tx, city));
    this.#content = await this.#build();
    this.#follower = new EventFollower({
      database,
      hub,
      city,
      name: 'live-index',
      from,
      onError,
      handle: (event) => this.#apply(event),
    });
    await this.#follower.start();
  }

  async close(): Promise<void> {
    this.#ended.reject(new Error('the live index is closed'));
    await this.#follower?.close();
  }

  /** Resolves when the index knows everything up to this position of its city's log; rejects when it is closed before. */
  async caughtUp(position: number): Promise<void> {
    await Promise.race([this.#follower?.caughtUp(position), this.#ended.promise]);
  }

  get index(): MatchIndex {
    return this.#now.index;
  }

  get regions(): ReadonlyMap<string, CatalogueRegion> {
    return this.#now.regions;
  }

  /** What the parser of a need must know of products and places. */
  parseContext(today: string): ParseContext {
    const { index, regions } = this.#now;
    return {
      lexicon: index.lexicon,
      today,
      regions: [...regions.values()],
      usualLimits: (productId) => index.usualLimits(productId, 3),
    };
  }

  findSupplier(id: string): SupplierFacts | undefined {
    return this.#now.suppliers.get(id);
  }

  findOffer(id: string): PublishedOffer['offer'] | undefined {
    return this.#now.offers.get(id);
  }

  digest(): string {
    return this.index.digest();
  }

  /** Digest of an index made afresh from the rows: what `digest()` must answer at any time the log is caught up. */
  async rebuiltDigest(): Promise<string> {
    return (await this.#build()).index.digest();
  }

  get #now(): Content {
    if (this.#content === undefined) throw new Error('the live index was asked before it was started');
    return this.#content;
  }

  async #apply(event: SealedEvent): Promise<void> {
    const { city } = event;
    if (event.type === 'offers.imported') {
      this.#content = await this.#build();
    } else if (event.type === 'deal.step-confirmed') {
      const offers = await this.#asSystem((tx) => listOffersOfSeller(tx, { city, dealId: event.subjectId }));
      for (const published of offers) put(this.#now, published);
    } else if (offerEvents.has(event.type)) {
      const published = await this.#asSystem((tx) => findPublishedOffer(tx, { city, offerId: event.subjectId }));
      if (published) put(this.#now, published);
      else remove(this.#now, event.subjectId);
    }
  }

  async #build(): Promise<Content> {
    const catalogue = await this.#asSystem(readCatalogue);
    const content: Content = {
      index: new MatchIndex(catalogue),
      regions: new Map(catalogue.regions.map((region) => [region.code, region])),
      suppliers: new Map(),
      offersOf: new Map(),
      offers: new Map(),
    };
    let after: { city: string; offerId: string } | undefined;
    for (;;) {
      const offers = await this.#asSystem((tx) => listPublishedOffers(tx, after, chunk));
      for (const published of offers) put(content, published);
      const last = offers.at(-1)?.offer;
      if (last === undefined || offers.length < chunk) return content;
      after = { city: last.city, offerId: last.id };
    }
  }

  #asSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return inContext(this.#options.database, { city: this.#options.city, viewer: 'system' }, run);
  }
}

const offerEvents: ReadonlySet<string> = new Set(['offer.published', 'offer.changed', 'offer.withdrawn']);

function put(content: Content, { offer, supplier }: PublishedOffer): void {
  const place = supplier.region === null ? undefined : content.regions.get(supplier.region);
  const { id, name, city, region, deliveries, onTime } = supplier;
  content.index.putSupplier({
    id,
    name,
    city,
    region,
    longitude: place?.longitude ?? null,
    latitude: place?.latitude ?? null,
    deliveries,
    onTime,
  });
  content.index.putOffer(offer);
  content.suppliers.set(id, supplier);
  content.offers.set(offer.id, offer);
  const own = content.offersOf.get(id) ?? new Set();
  content.offersOf.set(id, own.add(offer.id));
}

function remove(content: Content, offerId: string): void {
  const owner = content.offers.get(offerId)?.organisationId;
  content.offers.delete(offerId);
  content.index.removeOffer(offerId);
  if (owner === undefined) return;
  const own = content.offersOf.get(owner);
  own?.delete(offerId);
  if (own?.size !== 0) return;
  content.offersOf.delete(owner);
  content.suppliers.delete(owner);
  content.index.removeSupplier(owner);
}
