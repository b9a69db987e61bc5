import { inContext } from './context.ts';
import type { Database } from './database.ts';
import type { EventHub } from './event-hub.ts';
import { headPosition, listEvents, type SealedEvent } from './event-log.ts';

export interface FollowerOptions {
  readonly database: Database;
  readonly hub: EventHub;
  readonly city: string;
  readonly name: string;
  /** Handles one event. May be called again for the same event after a crash: it must be idempotent. */
  readonly handle: (event: SealedEvent) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** in-memory followers keep their cursor themselves; absent: kept in event_follower */
  readonly from?: number;
  /** where a follower begins that has never been here: at the first event, or after the last one, when it has read the rows; default `log` */
  readonly begins?: 'log' | 'head';
}

/** Works through the log of a city one event after another, from a cursor that survives a restart. */
export class EventFollower {
  readonly #options: FollowerOptions;
  readonly #waiting = new Set<{ readonly position: number; readonly done: () => void }>();
  #leave: () => void = () => undefined;
  #position = 0;
  #goal = 0;
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const { hub, city, from } = this.#options;
    this.#position = from ?? (await readCursor(this.#options));
    this.#leave = hub.follow(city, (head) => this.#told(head));
    hub.wake(city);
  }

  /** Resolves when everything up to this position has been handled, or nothing will be any more because the follower is closed. */
  caughtUp(position: number): Promise<void> {
    if (this.#closed || this.#position >= position) return Promise.resolve();
    return new Promise((done) => this.#waiting.add({ position, done }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#leave();
    await this.#working;
    for (const { done } of this.#waiting) done();
    this.#waiting.clear();
  }

  #told(head: number): void {
    this.#goal = Math.max(this.#goal, head);
    this.#working ??= this.#work().then(
      () => {
        this.#working = undefined;
        // told of more while the last batch was ending
        if (!this.#closed && this.#position < this.#goal) this.#told(this.#goal);
      },
      (error: unknown) => {
        // the hub's timer wakes us again; the cursor has not moved past the failed event
        this.#working = undefined;
        this.#options.onError(error);
      },
    );
  }

  async #work(): Promise<void> {
    const { database, city, name, from } = this.#options;
    while (!this.#closed && this.#position < this.#goal) {
      const events = await inContext(database, { city, viewer: 'system' }, (tx) =>
        listEvents(tx, { city, after: this.#position, limit: 200 }),
      );
      for (const event of events) await this.#handle(event);
      if (from === undefined) await writeCursor(database, { city, name, position: this.#position });
    }
  }

  async #handle(event: SealedEvent): Promise<void> {
    if (this.#closed) return;
    await this.#options.handle(event);
    this.#position = event.position;
    for (const wait of this.#waiting) {
      if (wait.position > this.#position) continue;
      this.#waiting.delete(wait);
      wait.done();
    }
  }
}

function readCursor({ database, city, name, begins = 'log' }: FollowerOptions): Promise<number> {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const row = await tx
      .selectFrom('event_follower')
      .select('position')
      .where('city', '=', city)
      .where('name', '=', name)
      .executeTakeFirst();
    if (row) return row.position;
    if (begins === 'log') return 0;
    // kept at once: what is written before its first event is handled must not be passed at the next start
    const position = await headPosition(tx, city);
    await tx.insertInto('event_follower').values({ city, name, position }).execute();
    return position;
  });
}

function writeCursor(database: Database, at: { city: string; name: string; position: number }): Promise<void> {
  return inContext(database, { city: at.city, viewer: 'system' }, async (tx) => {
    await tx
      .insertInto('event_follower')
      .values(at)
      .onConflict((c) => c.columns(['city', 'name']).doUpdateSet({ position: at.position }))
      .execute();
  });
}
