import { unclaimedHours } from '@zhitong/domain/directory/evidence-decision';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { deleteUnclaimed } from './evidence-store.ts';

export interface EvidenceJobOptions {
  readonly database: Database;
  readonly city: string;
  readonly effects: Effects;
  readonly onError: (error: unknown) => void;
}

const hour = 3_600_000;
const pause = hour / 6;
/** a claim that took up a file in its last minute is committed by then */
const grace = hour / 6;
const batch = 200;

/** Deletes evidence that no claim took up within a day. Answers how many files went. */
export async function expireEvidence({
  database,
  city,
  effects,
}: Omit<EvidenceJobOptions, 'onError'>): Promise<number> {
  const before = new Date(effects.now().getTime() - unclaimedHours * hour - grace);
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const gone = await deleteUnclaimed(tx, { before, most: batch });
    if (gone.files > 0)
      await recordAudit(tx, effects, {
        ...{ action: 'evidence.expired', subject: { kind: 'evidence', id: before.toISOString() }, after: gone },
      });
    return gone.files;
  });
}

/** While the server runs, every ten minutes. */
export class EvidenceJob {
  readonly #options: EvidenceJobOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: EvidenceJobOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (!this.#closed && (await expireEvidence(this.#options)) === batch);
    } catch (error) {
      this.#options.onError(error);
    }
    if (!this.#closed) this.#timer = setTimeout(() => this.start(), pause);
  }
}
