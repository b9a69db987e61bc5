import { uptime } from 'node:os';
import { uuidv7 } from 'uuidv7';
import { SteadyClock } from './steady-clock.ts';

/** Time and identity enter the house here and are passed on as arguments. */
export interface Effects {
  readonly now: () => Date;
  readonly newId: () => string;
}

const clock = new SteadyClock({ wall: Date.now, up: () => uptime() * 1_000 }, sayJump);

export const realEffects: Effects = { now: () => new Date(clock.now()), newId: uuidv7 };

function sayJump(milliseconds: number): void {
  const seconds = Math.round(milliseconds / 1_000);
  process.stderr.write(
    `The clock of this machine was set by ${seconds} s while the server runs. No deadline moves; restart to go by the new time.\n`,
  );
}

/** For checks from outside on a demo installation: time that can be set. Everything in between goes on at its own pace. */
export class TestClock {
  readonly #real: Effects;
  #shift = 0;

  constructor(real: Effects) {
    this.#real = real;
  }

  readonly effects: Effects = {
    now: () => new Date(this.#real.now().getTime() + this.#shift),
    newId: () => this.#real.newId(),
  };

  set(now: Date): void {
    this.#shift = now.getTime() - this.#real.now().getTime();
  }
}
