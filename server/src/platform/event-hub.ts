import pg from 'pg';
import { sealAudit } from './audit-sealer.ts';
import type { Database } from './database.ts';
import { sealEvents } from './event-sealer.ts';
import { hasTail, listCities } from './unsealed-tail.ts';

/**
 * Wakes whoever follows the log of a city. Hints come from commits of this process, from NOTIFY of other processes, and from a
 * slow timer in case a hint was lost; on each one the city's log is sealed, its
 * followers are told how far it now reaches, and its audit trail is sealed too.
 * A hint carries no event: followers read the log from their own cursor, so a lost hint costs time, never an event.
 */
export class EventHub {
  readonly #database: Database;
  readonly #followers = new Map<string, Set<(position: number) => void>>();
  readonly #sealing = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  /** cities whose last seal failed: they are tried again even when nobody follows them */
  readonly #owed = new Set<string>();
  #listener: pg.Client | undefined;
  /** undefined: what earlier processes left unsealed has not been looked for yet */
  #searching: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #onGrown = (city: string) => this.wake(city);

  constructor(database: Database) {
    this.#database = database;
    database.grown.add(this.#onGrown);
  }

  async start(): Promise<void> {
    await this.#listen();
    this.#searchTails();
    this.#timer = setInterval(() => {
      this.#searchTails();
      for (const city of new Set([...this.#followers.keys(), ...this.#owed])) this.wake(city);
      if (!this.#listener) void this.#listen();
    }, 1000);
  }

  /** Calls back after every seal of the city; answers the function that ends it. */
  follow(city: string, told: (position: number) => void): () => void {
    const all = this.#followers.get(city) ?? new Set();
    all.add(told);
    this.#followers.set(city, all);
    return () => all.delete(told);
  }

  /** Seals the city soon; calls while a seal is under way are joined into one more. */
  wake(city: string): void {
    if (this.#closed) return;
    if (this.#sealing.has(city)) {
      this.#again.add(city);
      return;
    }
    this.#sealing.set(city, this.#seal(city));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#database.grown.delete(this.#onGrown);
    clearInterval(this.#timer);
    await this.#searching;
    await Promise.all(this.#sealing.values());
    await this.#listener?.end().catch(() => undefined);
  }

  /** A process that was killed between a commit and its seal: in a city where nobody is at work now, nobody else would ever seal. */
  #searchTails(): void {
    this.#searching ??= this.#searchEachCity().catch(() => {
      // the database is away: the timer looks again
      this.#searching = undefined;
    });
  }

  async #searchEachCity(): Promise<void> {
    for (const city of await listCities(this.#database)) {
      if (this.#closed) return;
      if (await hasTail(this.#database, city)) this.wake(city);
    }
  }

  async #seal(city: string): Promise<void> {
    try {
      do {
        this.#again.delete(city);
        const position = await sealEvents(this.#database, city);
        for (const told of this.#followers.get(city) ?? []) told(position);
        await sealAudit(this.#database, city);
      } while (this.#again.has(city) && !this.#closed);
      this.#owed.delete(city);
    } catch {
      // the database is away: the timer tries again, nothing is lost
      this.#owed.add(city);
    } finally {
      this.#sealing.delete(city);
    }
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#database.url, connectionTimeoutMillis: 3_000 });
    client.on('error', () => this.#dropListener(client));
    client.on('end', () => this.#dropListener(client));
    client.on('notification', (hint) => {
      if (hint.payload && /^\d{6}$/.test(hint.payload)) this.wake(hint.payload);
    });
    try {
      await client.connect();
      await client.query('listen zhitong_event');
      this.#listener = client;
    } catch {
      await client.end().catch(() => undefined);
    }
  }

  #dropListener(client: pg.Client): void {
    if (this.#listener === client) this.#listener = undefined;
  }
}

/** From another process (the CLI): tells running servers that the log of a city has grown. */
export async function hintGrowth(database: Database, city: string): Promise<void> {
  await database.pool.query("select pg_notify('zhitong_event', $1)", [city]);
}
