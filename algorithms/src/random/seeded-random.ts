/**
 * Reproducible randomness. The same seed gives the same numbers on every machine; a `fork` is a stream of its own, so
 * that drawing more in one place does not shift the numbers of another.
 *
 * sfc32 (Chris Doty-Humphrey, PractRand), seeded by FNV-1a and twelve warm-up rounds. Not for secrets.
 */
export interface SeededRandom {
  /** uniform in [0, 1), 32 bits */
  readonly next: () => number;
  readonly fork: (label: string) => SeededRandom;
}

export function seededRandom(seed: string): SeededRandom {
  let a = hash(`${seed}:a`);
  let b = hash(`${seed}:b`);
  let c = hash(`${seed}:c`);
  let counter = 1;
  const step = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) step();
  return { next: () => step() / 4294967296, fork: (label) => seededRandom(`${seed}/${label}`) };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value | 0;
}
