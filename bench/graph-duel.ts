import { percentile } from './bench-table.ts';

export interface Duel<Ours, Theirs> {
  readonly ours: () => Ours;
  readonly theirs: () => Theirs;
  /** in words what is equal; throws where it is not */
  readonly equal: (ours: Ours, theirs: Theirs) => string;
  readonly rounds: number;
}

export interface DuelResult {
  /** medians of processor time (all threads of the process, collecting garbage too), in milliseconds */
  readonly ours: number;
  readonly theirs: number;
  readonly equal: string;
}

/** Two ways to the same answer in turn; the first two rounds warm up and are not counted. Throws when the answers differ. */
export function duel<Ours, Theirs>({ ours, theirs, equal, rounds }: Duel<Ours, Theirs>): DuelResult {
  const times: { ours: number; theirs: number }[] = [];
  let words = '';
  for (let round = -2; round < rounds; round += 1) {
    const mine = timed(ours);
    const yours = timed(theirs);
    if (round >= 0) times.push({ ours: mine.took, theirs: yours.took });
    words = equal(mine.answer, yours.answer);
  }
  return {
    ours: percentile(
      times.map((time) => time.ours),
      0.5,
    ),
    theirs: percentile(
      times.map((time) => time.theirs),
      0.5,
    ),
    equal: words,
  };
}

export function timed<Answer>(run: () => Answer): { readonly answer: Answer; readonly took: number } {
  const start = process.cpuUsage();
  const answer = run();
  const { user, system } = process.cpuUsage(start);
  return { answer, took: (user + system) / 1000 };
}

/** Throws with the sentence unless it holds. */
export function requireEqual(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(`the peer says otherwise: ${sentence}`);
}
