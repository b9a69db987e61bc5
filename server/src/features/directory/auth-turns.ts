/** Few enough that right answers at the same moment never add up to a lock (lock-out.ts: five). */
const atOnce = 3;

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Tries at one name take turns on this node. Several people behind one account, or a load test, all get in; guesses still stop
 * at the fifth, because each counts before it is looked at.
 */
export class Turns {
  readonly #lines = new Map<string, Line>();
  readonly #atOnce: number;

  constructor(most = atOnce) {
    this.#atOnce = most;
  }

  async inTurn<T>(key: string, run: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? { running: 0, waiting: [] };
    this.#lines.set(key, line);
    if (line.running >= this.#atOnce) await new Promise<void>((turn) => line.waiting.push(turn));
    else line.running++;
    try {
      return await run();
    } finally {
      const next = line.waiting.shift();
      // whoever comes next takes over the place
      if (next) next();
      else line.running--;
      if (line.running === 0) this.#lines.delete(key);
    }
  }
}
