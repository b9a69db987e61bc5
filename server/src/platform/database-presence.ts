import pg from 'pg';

const probeEvery = 1_000;
const probePatience = 3_000;

/**
 * Whether the database can be reached, told once when it is lost and once when it is back: while it is away everything that needs
 * it fails every second, and a log full of the same error hides the sentence that helps.
 */
export class DatabasePresence {
  readonly #url: string;
  readonly #told = new Set<(away: boolean) => void>();
  #away = false;
  #probing: Promise<boolean> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Called when the database is lost and when it is back. */
  onChange(told: (away: boolean) => void): void {
    this.#told.add(told);
  }

  /** Something failed as if the database were away. Answers whether it is; if not, the failure is worth a line of its own. */
  suspect(): Promise<boolean> {
    if (this.#away || this.#closed) return Promise.resolve(true);
    this.#probing ??= this.#probe().finally(() => {
      this.#probing = undefined;
    });
    return this.#probing;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #probe(): Promise<boolean> {
    const away = !(await isReachable(this.#url));
    if (this.#closed) return true;
    if (away !== this.#away) {
      this.#away = away;
      for (const told of this.#told) told(away);
    }
    if (away) this.#timer = setTimeout(() => void this.#probe(), probeEvery).unref();
    return away;
  }
}

/** On a connection of its own: a pool that is only busy is not a database that is away. */
async function isReachable(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: probePatience });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
