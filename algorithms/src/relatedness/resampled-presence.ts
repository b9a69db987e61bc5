import type { SeededRandom } from '../random/seeded-random.ts';
import { advantage } from './advantage.ts';
import type { Totals } from './place-table.ts';
import { presentFrom } from './presence.ts';

/** What would be present in a place had its observations fallen otherwise. */
export interface ResampledPresence {
  readonly observations: number;
  readonly resamples: number;
  /** the things observed in the place, ascending; no other can be present */
  readonly things: Uint32Array;
  /** 1 or 0 for each of `things`: as observed */
  readonly observed: Uint8Array;
  /** 1 or 0: thing i in resample r stands at i · resamples + r */
  readonly drawn: Uint8Array;
}

export interface ResampleOptions {
  readonly random: SeededRandom;
  readonly resamples?: number;
}

/**
 * Purpose: draws as many observations as there are, with replacement, again and again, and asks each time what is present. What is
 * drawn is the observation with all its things, since the things of one bearer do not come alone. Drawn once for a place, it serves
 * the interval of every thing (`densityEstimate`).
 * Requires: `observations[o]` are the things of one observation, each once; `totals` those of a table that counts observations,
 * this place among them, else RangeError. Totals are held fixed: the world is far larger than the place.
 * Cost: O(resamples · (things of all observations)) time, O(resamples · things) bytes.
 * Source: B. Efron, Bootstrap methods: another look at the jackknife, Ann. Statist. 7(1), 1979 (cluster bootstrap).
 */
export function resampledPresence(
  observations: readonly (readonly number[])[],
  totals: Totals,
  { random, resamples = 500 }: ResampleOptions,
): ResampledPresence {
  const things = Uint32Array.from(new Set(observations.flat())).sort();
  const place = placeOf(observations, things, totals);
  const observed = new Uint8Array(things.length);
  present(place, 'as observed', (thing) => {
    observed[thing] = 1;
  });
  const drawn = new Uint8Array(things.length * resamples);
  for (let resample = 0; resample < resamples; resample += 1)
    present(place, random, (thing) => {
      drawn[thing * resamples + resample] = 1;
    });
  return { observations: observations.length, resamples, things, observed, drawn };
}

interface Place {
  /** things of each observation, as places in `things` (compressed sparse rows) */
  readonly offsets: Uint32Array;
  readonly numbers: Uint32Array;
  readonly ofThing: Float64Array;
  readonly all: number;
  readonly counts: Uint32Array;
}

function placeOf(observations: readonly (readonly number[])[], things: Uint32Array, totals: Totals): Place {
  const numberOf = new Map([...things].map((thing, number) => [thing, number]));
  const offsets = new Uint32Array(observations.length + 1);
  for (const [at, list] of observations.entries()) offsets[at + 1] = (offsets[at] ?? 0) + list.length;
  const numbers = Uint32Array.from(observations.flat(), (thing) => numberOf.get(thing) ?? 0);
  const counts = new Uint32Array(things.length);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  const ofThing = Float64Array.from(things, (thing) => totals.ofThing[thing] ?? 0);
  if (ofThing.some((total, number) => total < (counts[number] ?? 0)))
    throw new RangeError('the totals do not hold the observations of the place');
  return { offsets, numbers, ofThing, all: totals.all, counts };
}

/** Counts the things of the observations, or of as many drawn ones, and names those present. */
function present(place: Place, draw: SeededRandom | 'as observed', found: (number: number) => void): void {
  const { counts, ofThing, all } = place;
  const size = place.offsets.length - 1;
  counts.fill(0);
  let ofPlace = 0;
  for (let turn = 0; turn < size; turn += 1)
    ofPlace += count(place, draw === 'as observed' ? turn : Math.floor(draw.next() * size));
  for (const [number, amount] of counts.entries())
    if (amount > 0 && advantage({ amount, ofPlace, ofThing: ofThing[number] ?? 0, all }) >= presentFrom) found(number);
}

/** Adds the things of one observation to the counts; answers with how many they are. */
function count({ offsets, numbers, counts }: Place, observation: number): number {
  const start = offsets[observation] ?? 0;
  const end = offsets[observation + 1] ?? 0;
  for (let at = start; at < end; at += 1) {
    const number = numbers[at] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return end - start;
}
