import { setImmediate as breathe } from 'node:timers/promises';
import {
  capabilityCover,
  type HoldingFact,
  type HoldingIndex,
  holdingIndex,
} from '@zhitong/domain/chains/capability-cover';
import type { ChainGap } from '@zhitong/domain/chains/diagnosis';
import { isWeak } from '@zhitong/domain/chains/gap-class';
import { type Reach, reachOf } from '@zhitong/domain/chains/reach';
import { type ReachTable, type Relatedness, reachTable, relatednessOf } from '@zhitong/domain/chains/reach-table';
import type { ChainFacts } from './chain-facts.ts';

/** Who makes and has what, as it was at one moment; what was asked of it is remembered. */
interface Picture {
  readonly facts: ChainFacts;
  readonly table: ReachTable;
  readonly holdings: HoldingIndex;
  readonly related: Map<string, Relatedness>;
  readonly drawnAt: number;
}

export interface ReachDeskOptions {
  readonly city: string;
  /** what is registered with the firms of the city now */
  readonly listHoldings: () => Promise<HoldingFact[]>;
  /** the time in milliseconds */
  readonly clock: () => number;
}

/** after a change of offers a picture may be so much older: a burst of them is one new picture */
const settleMs = 5_000;
/** what firms register says nothing to the log: no picture is older */
const oldestMs = 10 * 60_000;
/** products asked of a picture before others get their turn, some tens of milliseconds */
const stretch = 10;

/**
 * How far the weak links of a chain lie. The table of all places and products is made at the first question and thrown away when
 * offers have changed; each product is reckoned once a table, a few at a time, so that nobody waits for a chain of thousands.
 */
export class ReachDesk {
  readonly #options: ReachDeskOptions;
  #picture: Promise<Picture> | undefined;
  #changedAt: number | undefined;

  constructor(options: ReachDeskOptions) {
    this.#options = options;
  }

  /** Offers have changed. */
  noteChange(): void {
    this.#changedAt ??= this.#options.clock();
  }

  /** By product, of the weak ones for which something can be said. */
  async reachOf(
    facts: ChainFacts,
    { gaps, today }: { gaps: readonly ChainGap[]; today: string },
  ): Promise<ReadonlyMap<string, Reach>> {
    const weak = gaps.filter((gap) => isWeak(gap.class));
    if (weak.length === 0) return new Map();
    const picture = await this.#pictureOf(facts);
    const found = new Map<string, Reach>();
    for (const [at, gap] of weak.entries()) {
      if (at % stretch === stretch - 1) await breathe();
      const reach = this.#reachOf(picture, gap, today);
      if (reach !== null) found.set(gap.productId, reach);
    }
    return found;
  }

  #reachOf(picture: Picture, gap: ChainGap, today: string): Reach | null {
    const relatedness = relatednessIn(picture, gap.productId);
    if (relatedness.kind === 'unknown') return null;
    const { city } = this.#options;
    const { book } = picture.facts;
    const cover = capabilityCover(book.factsOf(gap.productId, today).makers, picture.holdings, {
      city,
      kilometres: (other) => picture.facts.kilometresTo(other),
    });
    return reachOf({ gap, relatedness, cover });
  }

  async #pictureOf(facts: ChainFacts): Promise<Picture> {
    const asked = this.#picture;
    const held = await asked;
    if (held !== undefined && held.facts === facts && !this.#isOld(held)) return held;
    // whoever asks while one is drawn waits for it
    if (this.#picture !== asked) return this.#pictureOf(facts);
    this.#picture = this.#draw(facts).catch((error: unknown) => {
      this.#picture = undefined;
      throw error;
    });
    return this.#picture;
  }

  #isOld({ drawnAt }: Picture): boolean {
    const now = this.#options.clock();
    return now - drawnAt > oldestMs || (this.#changedAt !== undefined && now - this.#changedAt > settleMs);
  }

  async #draw(facts: ChainFacts): Promise<Picture> {
    this.#changedAt = undefined;
    const { city, listHoldings, clock } = this.#options;
    const registered = await listHoldings();
    const makers = [...facts.book.allMakers()];
    const table = reachTable({ makers, city, broaderOf: (id) => facts.book.broaderOf(id) });
    return { facts, table, holdings: holdingIndex(makers, registered), related: new Map(), drawnAt: clock() };
  }
}

function relatednessIn({ facts, table, related }: Picture, productId: string): Relatedness {
  const known = related.get(productId);
  if (known !== undefined) return known;
  const { book } = facts;
  const kin = [...book.broaderOf(productId), ...book.kindsOf(productId).slice(1)];
  const found = relatednessOf(table, { productId, kin });
  related.set(productId, found);
  return found;
}
