import { checkTrail, findLastCheck } from './audit-check.ts';
import type { Database } from './database.ts';
import type { Effects } from './effects.ts';

export interface NightlyOptions {
  readonly database: Database;
  readonly city: string;
  readonly effects: Effects;
  readonly onError: (error: unknown) => void;
}

const lookEvery = 5 * 60_000;
const hour = 3_600_000;
const day = 24 * hour;
/** 03:00 in China, which has one time zone and no summer time */
const checkAt = 3 * hour - 8 * hour;

/** Checks the trail each night at three, and at start when that night was slept through. */
export class NightlyAudit {
  readonly #options: NightlyOptions;
  #timer: NodeJS.Timeout | undefined;
  #checking: Promise<void> | undefined;

  constructor(options: NightlyOptions) {
    this.#options = options;
  }

  start(): void {
    this.#look();
    this.#timer = setInterval(() => this.#look(), lookEvery);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#checking;
  }

  #look(): void {
    this.#checking ??= this.#check()
      .catch(this.#options.onError)
      .finally(() => {
        this.#checking = undefined;
      });
  }

  async #check(): Promise<void> {
    const { database, city, effects } = this.#options;
    const last = await findLastCheck(database, city);
    if (last !== undefined && last.at >= lastNight(effects.now())) return;
    await checkTrail(database, { city, effects });
  }
}

/** The latest three o'clock in the morning that has gone by. */
export function lastNight(now: Date): Date {
  const since = (((now.getTime() - checkAt) % day) + day) % day;
  return new Date(now.getTime() - since);
}
