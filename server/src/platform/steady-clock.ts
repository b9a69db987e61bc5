/** How far the wall clock may drift from the machine's time since boot between two looks: a slewing time service, coarse readings. */
const toleratedMs = 2_000;

/** Where time is read, in milliseconds. `up` goes on while the machine sleeps and is set by nobody. */
export interface ClockSources {
  readonly wall: () => number;
  readonly up: () => number;
}

/**
 * Time that follows the wall clock as long as that goes like the time since boot, and keeps its own pace when somebody sets the wall
 * clock: a server whose clock jumps moves no deadline. Never runs backwards. The next start takes the wall clock as it is.
 */
export class SteadyClock {
  readonly #sources: ClockSources;
  readonly #onJump: (milliseconds: number) => void;
  #offset = 0;
  #wall: number;
  #up: number;
  #last = 0;

  constructor(sources: ClockSources, onJump: (milliseconds: number) => void = () => undefined) {
    this.#sources = sources;
    this.#onJump = onJump;
    this.#wall = sources.wall();
    this.#up = sources.up();
  }

  /** Milliseconds since 1970. */
  now(): number {
    const [wall, up] = [this.#sources.wall(), this.#sources.up()];
    const jumped = wall - this.#wall - (up - this.#up);
    if (Math.abs(jumped) > toleratedMs) {
      this.#offset -= jumped;
      this.#onJump(jumped);
    }
    [this.#wall, this.#up] = [wall, up];
    this.#last = Math.max(this.#last, wall + this.#offset);
    return this.#last;
  }
}
