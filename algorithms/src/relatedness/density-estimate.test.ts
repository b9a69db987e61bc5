import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../random/seeded-random.ts';
import { advantages } from './advantage.ts';
import { density } from './density.ts';
import { densityEstimate } from './density-estimate.ts';
import { packTable, totalsOf } from './place-table.ts';
import { presenceOf, presenceVector } from './presence.ts';
import { proximityRow } from './proximity.ts';
import { resampledPresence } from './resampled-presence.ts';
import { ownWeight, shrunkPresence } from './shrinkage.ts';

const thingCount = 6;
const observation = fc.uniqueArray(fc.nat({ max: thingCount - 1 }), { minLength: 1, maxLength: 3 });
/** three places, each with what was observed there */
const world = fc.array(fc.array(observation, { minLength: 1, maxLength: 12 }), { minLength: 3, maxLength: 3 });

type World = readonly (readonly (readonly number[])[])[];

function tableOf(places: World) {
  const cells = places.flatMap((observations, place) =>
    observations.flatMap((things) => things.map((thing) => ({ place, thing, amount: 1 }))),
  );
  return packTable({ placeCount: places.length, thingCount }, cells);
}

function drawnIn(places: World, seed: string, resamples = 200) {
  return resampledPresence(places[0] ?? [], totalsOf(tableOf(places)), { random: seededRandom(seed), resamples });
}

const noParent = new Float64Array(thingCount);

/** Four places of many alike observations, in which thing 0 is near 1 and 2. */
const steady: World = [
  Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? [1, 2] : [1])),
  Array.from({ length: 40 }, () => [0, 1, 2]),
  Array.from({ length: 40 }, () => [3, 4]),
  Array.from({ length: 40 }, () => [0, 2, 5]),
];

describe('the weight of a place', () => {
  it('is half where it has as many observations as the strength, and nothing without observations', () => {
    expect(ownWeight({ observations: 20, strength: 20 })).toBe(0.5);
    expect(ownWeight({ observations: 60, strength: 20 })).toBe(0.75);
    expect(ownWeight({ observations: 0, strength: 20 })).toBe(0);
    expect(ownWeight({ observations: 0, strength: 0 })).toBe(0);
    expect(ownWeight({ observations: 1, strength: 0 })).toBe(1);
  });

  it('is refused where a number is negative or missing', () => {
    expect(() => ownWeight({ observations: -1, strength: 1 })).toThrow(RangeError);
    expect(() => ownWeight({ observations: 1, strength: Number.NaN })).toThrow(RangeError);
    expect(() => shrunkPresence(Float64Array.of(1), Float64Array.of(1, 0), { observations: 1, strength: 1 })).toThrow(
      RangeError,
    );
  });

  it('draws presence towards the parent, thing by thing', () => {
    const shrunk = shrunkPresence(Float64Array.of(1, 0), Float64Array.of(0, 0.5), { observations: 30, strength: 10 });
    expect([...shrunk]).toEqual([0.75, 0.125]);
  });
});

describe('the density estimate', () => {
  it('is the density of the shrunk presence, with its interval around it', () => {
    const parents = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
      minLength: thingCount,
      maxLength: thingCount,
    });
    fc.assert(
      fc.property(world, parents, fc.nat({ max: 30 }), (places, parentOf, strength) => {
        const presence = presenceOf(advantages(tableOf(places)));
        const parent = Float64Array.from(parentOf);
        const observations = places[0]?.length ?? 0;
        const shrunk = shrunkPresence(presenceVector(presence, 0), parent, { observations, strength });
        const drawn = drawnIn(places, 'any', 50);
        for (let thing = 0; thing < thingCount; thing += 1) {
          const row = proximityRow(presence, thing);
          const answer = densityEstimate(row, drawn, { parent, strength, fewest: 1 });
          const expected = density(row, shrunk);
          if (answer.kind !== 'estimate') expect([answer.kind, expected]).toEqual(['nothing-near', undefined]);
          else {
            expect(answer.density).toBeCloseTo(expected ?? Number.NaN, 12);
            expect(answer.low).toBeLessThanOrEqual(answer.density);
            expect(answer.high).toBeGreaterThanOrEqual(answer.density);
            expect([answer.low >= 0, answer.high <= 1]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same for the same seed', () => {
    expect(drawnIn(steady, 'seed')).toEqual(drawnIn(steady, 'seed'));
    expect(drawnIn(steady, 'seed').drawn).not.toEqual(drawnIn(steady, 'another').drawn);
  });

  it('has the bounds that all resamples, written out and sorted, have', () => {
    const places: World = [[[1], [1, 2], [2], [3], [1, 3], [4]], ...steady.slice(1)];
    const totals = totalsOf(tableOf(places));
    const row = proximityRow(presenceOf(advantages(tableOf(places))), 0);
    const random = seededRandom('written out');
    const own = places[0] ?? [];
    const densities = Array.from({ length: 300 }, () => {
      const drawn = own.flatMap(() => own[Math.floor(random.next() * own.length)] ?? []);
      const vector = Float64Array.from({ length: thingCount }, (_, thing) => {
        const amount = drawn.filter((each) => each === thing).length;
        return amount > 0 && amount / drawn.length >= (totals.ofThing[thing] ?? 0) / totals.all ? 1 : 0;
      });
      return density(row, vector) ?? Number.NaN;
    }).sort((a, b) => a - b);
    const answer = densityEstimate(row, drawnIn(places, 'written out', 300), {
      parent: noParent,
      strength: 0,
      confidence: 0.8,
    });
    if (answer.kind !== 'estimate') throw new Error('there is an estimate');
    expect(answer.low).toBeCloseTo(Math.min(answer.density, densities[29] ?? 0), 12);
    expect(answer.high).toBeCloseTo(Math.max(answer.density, densities[269] ?? 0), 12);
    expect(answer.bias).toBeCloseTo(densities.reduce((sum, each) => sum + each, 0) / 300 - answer.density, 12);
    expect(answer.high - answer.low).toBeGreaterThan(0.1);
  });

  it('is certain where every observation of many is alike', () => {
    const places: World = [Array.from({ length: 30 }, () => [1, 2]), ...steady.slice(1)];
    const row = proximityRow(presenceOf(advantages(tableOf(places))), 0);
    const answer = densityEstimate(row, drawnIn(places, 'alike'), { parent: noParent, strength: 0 });
    expect(answer).toMatchObject({ kind: 'estimate', bias: 0 });
    if (answer.kind === 'estimate') expect([answer.low, answer.high]).toEqual([answer.density, answer.density]);
  });

  it('gives no interval where there are too few observations, and the parent alone where there are none', () => {
    const places: World = [[[1]], ...steady.slice(1)];
    const row = proximityRow(presenceOf(advantages(tableOf(places))), 0);
    const parent = new Float64Array(thingCount).fill(0.25);
    expect(densityEstimate(row, drawnIn(places, 'few'), { parent, strength: 5 }).kind).toBe('too-few');
    const none: World = [[], ...steady.slice(1)];
    expect(densityEstimate(row, drawnIn(none, 'none'), { parent, strength: 5 })).toEqual({
      kind: 'too-few',
      density: 0.25,
    });
  });

  it('refuses a confidence that is no share, no resamples, and totals that leave the place out', () => {
    const row = proximityRow(presenceOf(advantages(tableOf(steady))), 0);
    const options = { parent: noParent, strength: 1 };
    expect(() => densityEstimate(row, drawnIn(steady, 'x'), { ...options, confidence: 1 })).toThrow(RangeError);
    expect(() => densityEstimate(row, drawnIn(steady, 'x', 0), options)).toThrow(RangeError);
    const others = totalsOf(tableOf(steady.slice(2)));
    expect(() => resampledPresence(steady[0] ?? [], others, { random: seededRandom('x') })).toThrow(RangeError);
  });
});
