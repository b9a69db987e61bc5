import { cityDay } from '@zhitong/domain/needs/city-day';
import { catalogueOf } from '#features/matching/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { EventFollower } from '#platform/event-follower';
import type { EventHub } from '#platform/event-hub';
import { headPosition, type SealedEvent } from '#platform/event-log';
import { ChainFacts } from './chain-facts.ts';
import { listStoredChains, type StoredChain } from './chain-reading.ts';
import { listProductsOf } from './fact-store.ts';
import { keepGapStates } from './gap-state-service.ts';
import { listHoldingFacts } from './holding-fact-store.ts';
import { ReachDesk } from './reach-desk.ts';

export interface ChainDeskOptions {
  readonly database: Database;
  readonly hub: EventHub;
  readonly effects: Effects;
  /** of this installation: its chains are diagnosed */
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

const lookMs = 60_000;
const yearMs = 365 * 86_400_000;

/**
 * The facts of the chains in memory: read from the rows at the first question, kept up product by product along the event log. What a
 * class was, and what changed it, is written on the way. What time alone changes (needs end, a year goes by) is looked at once a day
 * and at every start.
 */
export class ChainDesk {
  readonly #options: ChainDeskOptions;
  readonly #follower: EventFollower;
  /** how far weak links lie */
  readonly reach: ReachDesk;
  #facts: Promise<ChainFacts> | undefined;
  /** versions of the chains, read anew when one is published */
  #stored: Promise<readonly StoredChain[]> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #day = '';
  #closed = false;

  constructor(options: ChainDeskOptions) {
    this.#options = options;
    const { database, hub, city, effects, onError } = options;
    this.reach = new ReachDesk({
      city,
      listHoldings: () => this.#asSystem((tx) => listHoldingFacts(tx, { city, today: this.#today() })),
      clock: () => effects.now().getTime(),
    });
    this.#follower = new EventFollower({
      // the rows are read and looked at once; what was written before them is not gone through event by event
      ...{ database, hub, city, onError, name: 'chains', begins: 'head' },
      handle: (event) => this.#apply(event),
    });
  }

  async start(): Promise<void> {
    await this.#follower.start();
    this.#timer = setInterval(() => this.#look(), lookMs);
    this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#follower.close();
    await this.#looking;
  }

  /** Resolves when everything up to this position of the log is known here. */
  caughtUp(position: number): Promise<void> {
    return this.#follower.caughtUp(position);
  }

  facts(): Promise<ChainFacts> {
    this.#facts ??= this.#read().catch((error: unknown) => {
      // the next question tries again
      this.#facts = undefined;
      throw error;
    });
    return this.#facts;
  }

  #chains(): Promise<readonly StoredChain[]> {
    const { city } = this.#options;
    this.#stored ??= this.#asSystem((tx) => listStoredChains(tx, city)).catch((error: unknown) => {
      this.#stored = undefined;
      throw error;
    });
    return this.#stored;
  }

  #read(): Promise<ChainFacts> {
    const { city } = this.#options;
    return this.#asSystem(async (tx) => {
      const facts = new ChainFacts(await catalogueOf(tx), city);
      await facts.readMakers(tx);
      await facts.readDemand(tx, this.#since());
      return facts;
    });
  }

  async #apply(event: SealedEvent): Promise<void> {
    this.#look();
    if (event.type.startsWith('offer')) this.reach.noteChange();
    if (event.type === 'offers.imported') {
      this.#facts = undefined;
      return this.#keep(event);
    }
    if (event.type === 'chain.published') {
      this.#stored = undefined;
      return this.#keep(event);
    }
    if (!factEvents.has(event.type)) return;
    const facts = await this.facts();
    const products = await this.#asSystem((tx) => this.#reread(tx, facts, event));
    if (products.length > 0) await this.#keep(event, facts.book.touchedBy(products));
  }

  async #reread(tx: Tx, facts: ChainFacts, { type, city, subjectId }: SealedEvent): Promise<readonly string[]> {
    if (type.startsWith('offer.')) return facts.readOffer(tx, subjectId);
    const before = type === 'purchase.changed' ? facts.productOfPurchase(subjectId) : undefined;
    const now = await listProductsOf(tx, { city, subjectId });
    const products = before === undefined ? now : [...new Set([...now, before])];
    if (products.length > 0) await facts.readDemand(tx, this.#since(), products);
    return products;
  }

  async #keep(event: SealedEvent | null, only?: ReadonlySet<string>): Promise<void> {
    const { book } = await this.facts();
    await keepGapStates(this.#options, { chains: await this.#chains(), book, only, event });
  }

  #look(): void {
    const day = this.#today();
    if (this.#closed || this.#looking !== undefined || day === this.#day) return;
    this.#looking = this.#lookAt(day)
      .catch(this.#options.onError)
      .finally(() => {
        this.#looking = undefined;
      });
  }

  async #lookAt(day: string): Promise<void> {
    // what happened while nobody followed has its own cause; only what is left is found by looking
    await this.#follower.caughtUp(await this.#asSystem((tx) => headPosition(tx, this.#options.city)));
    if (this.#closed) return;
    if (this.#day !== '') this.#facts = undefined;
    this.#stored = undefined;
    await this.#keep(null);
    this.#day = day;
  }

  #today(): string {
    return cityDay(this.#options.effects.now());
  }

  #since(): string {
    return cityDay(new Date(this.#options.effects.now().getTime() - yearMs));
  }

  #asSystem<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    const { database, city } = this.#options;
    return inContext(database, { city, viewer: 'system' }, run);
  }
}

/** What changes a fact a link stands on. */
const factEvents: ReadonlySet<string> = new Set([
  'offer.published',
  'offer.changed',
  'offer.withdrawn',
  'need.published',
  'need.withdrawn',
  'need.chosen',
  'need.ruled',
  'match.rejected',
  'rejection.given',
  'deal.step-confirmed',
  'purchase.changed',
]);
