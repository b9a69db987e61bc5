import { timerAfter } from '@zhitong/domain/needs/cascade-plan';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import type { NeedMatching } from '#features/matching/public';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { CascadeDeps } from './cascade-deps.ts';
import { endCascade } from './cascade-ending.ts';
import { moveByTime } from './cascade-move.ts';
import { countLiveQuotes, findCascade, listDues } from './cascade-reading.ts';
import { lockDueCascade } from './cascade-store.ts';
import { lockNeed } from './need-store.ts';

export interface CascadeJobOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly matching: NeedMatching;
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

const everyMs = 1_000;

/**
 * Looks every second for rings whose time is over. A timer is marked in the transaction that writes the receipt and asks the next ring:
 * after kill -9 it either happened or is still due, and two nodes never do it twice.
 */
export class CascadeJob {
  readonly #options: CascadeJobOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: CascadeJobOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), everyMs);
    this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    if (this.#closed || this.#running !== undefined) return;
    const onError = (error: unknown) => {
      // what is cut off by closing is still due at the next start
      if (!this.#closed) this.#options.onError(error);
    };
    this.#running = fireCascades({ ...this.#options, onError }, () => this.#closed)
      .then(() => undefined)
      .catch(onError)
      .finally(() => {
        this.#running = undefined;
      });
  }
}

/** Moves every cascade that is due now, one transaction each; answers how many. One that fails is told and left for the next look, as is one whose wait was prolonged in this instant. */
export async function fireCascades(options: CascadeJobOptions, isOver: () => boolean = () => false): Promise<number> {
  const except: string[] = [];
  let fired = 0;
  while (!isOver()) {
    const outcome = await fireOne(options, except);
    if (outcome === undefined) return fired;
    if (outcome === 'moved') fired += 1;
  }
  return fired;
}

async function fireOne(options: CascadeJobOptions, except: string[]): Promise<'moved' | 'left' | 'failed' | undefined> {
  const { database, effects, city, onError } = options;
  let under: string | undefined;
  try {
    return await inContext(database, { city, viewer: 'system' }, async (tx) => {
      const at = effects.now();
      const needId = await lockDueCascade(tx, { city, now: at, today: cityDay(at), except });
      if (needId === undefined) return undefined;
      under = needId;
      const outcome = await moveDue(tx, options, { needId, at });
      if (outcome === 'left') except.push(needId);
      return outcome;
    });
  } catch (error) {
    if (under === undefined) throw error;
    except.push(under);
    onError(error);
    return 'failed';
  }
}

/**
 * What is due of one cascade, decided anew under the lock of its need: whoever answers locks it too, so a quote that was written since the
 * look holds the cascade, and one that comes now finds the ring widened. System context.
 */
export async function moveDue(
  tx: Tx,
  options: CascadeDeps & { readonly city: string },
  { needId, at }: { needId: string; at: Date },
): Promise<'moved' | 'left'> {
  const { city } = options;
  const need = await lockNeed(tx, { city, id: needId }, 'update');
  const cascade = await findCascade(tx, { city, needId });
  if (!need || !cascade) throw new Error(`a cascade without a need: ${needId}`);
  if (cascade.endedAt !== null) return 'left';
  if (needStateOn(need, cityDay(at)) === 'expired') {
    await endCascade(tx, need, { closedBy: 'expired', at });
    return 'moved';
  }
  const due = (await listDues(tx, cascade)).get(timerAfter(cascade.ring));
  const waits = cascade.held !== null || (await countLiveQuotes(tx, cascade)) > 0;
  if (waits || due === undefined || due > at) return 'left';
  await moveByTime(tx, options, { need, cascade, at });
  return 'moved';
}
