interface Use {
  readonly since: number;
  readonly taken: number;
}

/** Addresses remembered at once; who floods from more than these makes the oldest be forgotten. */
const mostAddresses = 20_000;

/** So many tries of one address within a window, kept in the memory of this node: it slows one caller down and nobody else. */
export class AddressLimit {
  readonly #most: number;
  readonly #window: number;
  readonly #uses = new Map<string, Use>();

  constructor({ most, minutes }: { readonly most: number; readonly minutes: number }) {
    this.#most = most;
    this.#window = minutes * 60_000;
  }

  /** Counts a try; answers the minutes to wait when there were too many, else 0. */
  take(address: string, now: Date): number {
    const at = now.getTime();
    const known = this.#uses.get(address);
    const use = known && at - known.since < this.#window ? known : { since: at, taken: 0 };
    if (use.taken >= this.#most) return Math.ceil((use.since + this.#window - at) / 60_000);
    this.#uses.delete(address);
    this.#uses.set(address, { ...use, taken: use.taken + 1 });
    this.#forget();
    return 0;
  }

  #forget(): void {
    if (this.#uses.size <= mostAddresses) return;
    const [oldest] = this.#uses.keys();
    if (oldest !== undefined) this.#uses.delete(oldest);
  }
}
