import type { DuplicateHit, DuplicatePair } from '@zhitong/domain/directory/duplicate-index';
import type { IdentityFacts } from '@zhitong/domain/directory/duplicate-record';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { listPlaces, readIdentityPage, readIndexMark } from './duplicate-store.ts';
import { DuplicateThread, type IndexMark } from './duplicate-thread.ts';

const page = 5_000;
/** A transaction that stays open longer than this is found by the comparison of the whole. */
const longestWrite = 120_000;
const compareEvery = 60_000;

export interface LookupUse {
  readonly database: Database;
  readonly effects: Effects;
}

/** The directory of each city as the matcher reads it: built once for all who ask, then kept up with the rows that changed. */
export class DuplicateLookup {
  readonly #use: LookupUse;
  readonly #cities = new Map<string, CityIndex>();

  constructor(use: LookupUse) {
    this.#use = use;
  }

  /** Who each of the entered may be, as of now. */
  async check(
    city: string,
    facts: readonly IdentityFacts[],
    limit = 10,
  ): Promise<readonly (readonly DuplicateHit[])[]> {
    return this.#cityOf(city).use((thread) => thread.ask({ is: 'check', facts, limit }));
  }

  /** Every pair that may be one, and among how many. */
  async pairs(city: string): Promise<{ readonly pairs: readonly DuplicatePair[]; readonly organisations: number }> {
    return this.#cityOf(city).use(async (thread) => {
      const { count } = await thread.ask({ is: 'put', facts: [], gone: [] });
      return { pairs: await thread.ask({ is: 'pairs' }), organisations: count };
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#cities.values()].map((city) => city.close()));
  }

  #cityOf(city: string): CityIndex {
    const known = this.#cities.get(city) ?? new CityIndex(this.#use, city);
    this.#cities.set(city, known);
    return known;
  }
}

/** Rows written from here on are looked at again, for a transaction may commit after a later one. */
interface Window {
  readonly since: Date;
  readonly mark: IndexMark;
}

interface Kept {
  readonly thread: DuplicateThread;
  window: Window;
  whole: IndexMark;
  comparedAt: number;
}

class CityIndex {
  readonly #database: Database;
  readonly #effects: Effects;
  readonly #city: string;
  #kept: Kept | undefined;
  #running: Promise<DuplicateThread> | undefined;
  #next: Promise<DuplicateThread> | undefined;
  #comparing: Promise<void> | undefined;
  #closed = false;
  /** questions under way, and threads that end when those of their time are answered */
  readonly #uses = new Set<Promise<unknown>>();
  readonly #endings = new Set<Promise<void>>();

  constructor({ database, effects }: LookupUse, city: string) {
    this.#database = database;
    this.#effects = effects;
    this.#city = city;
  }

  /** Runs a question on the index as of now; its thread lives until it is answered, whatever takes its place meanwhile. */
  async use<T>(run: (thread: DuplicateThread) => Promise<T>): Promise<T> {
    const using = this.#fresh().then(run);
    this.#uses.add(using);
    try {
      return await using;
    } finally {
      this.#uses.delete(using);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([this.#running, this.#next, this.#comparing]);
    this.#replace(undefined);
    await Promise.all(this.#endings);
  }

  /** Whoever comes while rows are being read waits for the next reading, one for all: what was committed before the question is in it. */
  #fresh(): Promise<DuplicateThread> {
    if (this.#closed) return Promise.reject(new Error('the duplicate index is closed'));
    if (this.#running === undefined) return this.#start();
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<DuplicateThread> {
    const running = this.#keepUp().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #keepUp(): Promise<DuplicateThread> {
    const kept = this.#kept;
    if (kept === undefined || kept.thread.hasEnded) return this.#build();
    const { since, mark } = kept.window;
    const seen = await this.#read((tx) => readIndexMark(tx, this.#city, since));
    if (!isSame(seen, mark)) {
      const window = await this.#window();
      kept.whole = await this.#fill(kept.thread, since);
      // only now: what could not be read is read at the next question
      kept.window = window;
    }
    // whoever types does not wait for it
    if (this.#now().getTime() - kept.comparedAt >= compareEvery)
      this.#comparing ??= this.#compare(kept)
        .catch(() => undefined)
        .finally(() => {
          this.#comparing = undefined;
        });
    return kept.thread;
  }

  /** Finds what no window shows: a row deleted, or committed very late. Then the index is built anew and takes the place of the old one. */
  async #compare(kept: Kept): Promise<void> {
    kept.comparedAt = this.#now().getTime();
    if (isSame(await this.#read((tx) => readIndexMark(tx, this.#city)), kept.whole)) return;
    await this.#build();
  }

  async #build(): Promise<DuplicateThread> {
    const thread = new DuplicateThread({ places: await this.#read(listPlaces), city: this.#city });
    try {
      // before the rows are read: what is written meanwhile is read again
      const window = await this.#window();
      const whole = await this.#fill(thread);
      this.#replace({ thread, window, whole, comparedAt: this.#now().getTime() });
      return thread;
    } catch (error) {
      await thread.close();
      throw error;
    }
  }

  /** The one before ends when everybody who may have been given it is answered. */
  #replace(next: Kept | undefined): void {
    const old = this.#kept?.thread;
    this.#kept = next;
    if (old === undefined) return;
    const ending = Promise.allSettled(this.#uses)
      .then(() => old.close())
      .finally(() => this.#endings.delete(ending));
    this.#endings.add(ending);
  }

  async #window(): Promise<Window> {
    const since = new Date(this.#now().getTime() - longestWrite);
    return { since, mark: await this.#read((tx) => readIndexMark(tx, this.#city, since)) };
  }

  async #fill(thread: DuplicateThread, since?: Date): Promise<IndexMark> {
    let after: string | undefined;
    for (;;) {
      const read = await this.#read((tx) => readIdentityPage(tx, this.#city, { after, since, limit: page }));
      const mark = await thread.ask({ is: 'put', facts: read.facts, gone: read.gone });
      if (read.last === undefined) return mark;
      after = read.last;
    }
  }

  #read<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return inContext(this.#database, { city: this.#city, viewer: 'system' }, run);
  }

  #now(): Date {
    return this.#effects.now();
  }
}

function isSame(one: IndexMark, other: IndexMark): boolean {
  return one.count === other.count && one.versions === other.versions;
}
