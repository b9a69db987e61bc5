import type { Database } from '#platform/database';
import { fillNameParts } from './organisation-name-store.ts';

const pause = 5_000;

/** While the server runs: what imports and seeds wrote becomes searchable by parts and sounds soon after. */
export class OrganisationNameJob {
  readonly #options: { readonly database: Database; readonly city: string; readonly onError: (error: unknown) => void };
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: { database: Database; city: string; onError: (error: unknown) => void }) {
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
    const { database, city, onError } = this.#options;
    await fillNameParts(database, city).catch(onError);
    if (!this.#closed) this.#timer = setTimeout(() => this.start(), pause);
  }
}
