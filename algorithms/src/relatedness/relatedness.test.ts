import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advantages } from './advantage.ts';
import { density } from './density.ts';
import { type Cell, packTable } from './place-table.ts';
import { presenceOf, presenceVector } from './presence.ts';
import { proximityRow } from './proximity.ts';

/**
 * Worked by hand. Four places × four things, one place with nothing:
 *
 *            t0  t1  t2  t3 | all        share of all 18, thing by thing: 6/18 5/18 5/18 2/18
 *        p0   4   2   0   0 |   6
 *        p1   2   2   2   0 |   6
 *        p2   0   1   3   2 |   6
 *        p3   0   0   0   0 |   0
 *       all   6   5   5   2 |  18
 *
 * Advantage = share in the place / share everywhere, so p0: (4/6)/(6/18) = 2 and (2/6)/(5/18) = 6/5; p1: (2/6)/(6/18) = 1 exactly,
 * 6/5 and 6/5; p2: (1/6)/(5/18) = 3/5, (3/6)/(5/18) = 9/5, (2/6)/(2/18) = 3. Present from 1 on:
 *
 *            t0  t1  t2  t3
 *        p0   x   x   ·   ·      in how many places: t0 2, t1 2, t2 2, t3 1
 *        p1   x   x   x   ·
 *        p2   ·   ·   x   x      (t1 is made in p2, but less than its share)
 *        p3   ·   ·   ·   ·
 *
 * Proximity = places with both / the larger number of places with one: t0–t1 2/2 = 1, t0–t2 1/2, t0–t3 0, t1–t2 1/2, t1–t3 0,
 * t2–t3 1/2 (together in p2 alone; t2 stands in two).
 *
 * Density = proximity on what is present / all proximity, around t0: p0 has t1: 1 / (1 + 1/2) = 2/3, p1 has t1 and t2: all, p2
 * has t2: (1/2) / (3/2) = 1/3; around t2 (1/2 + 1/2 + 1/2 = 3/2): p0 has t0 and t1: 2/3, p1 the same, p2 has t3: 1/3; around t3,
 * near t2 alone: p0 0, p1 1, p2 1. p3 has nothing: 0 everywhere.
 */
const amounts = [
  [4, 2, 0, 0],
  [2, 2, 2, 0],
  [0, 1, 3, 2],
  [0, 0, 0, 0],
];
const expected = {
  advantages: [
    [2, 6 / 5, 0, 0],
    [1, 6 / 5, 6 / 5, 0],
    [0, 3 / 5, 9 / 5, 3],
    [0, 0, 0, 0],
  ],
  presence: [
    [1, 1, 0, 0],
    [1, 1, 1, 0],
    [0, 0, 1, 1],
    [0, 0, 0, 0],
  ],
  proximities: [
    [0, 1, 1 / 2, 0],
    [1, 0, 1 / 2, 0],
    [1 / 2, 1 / 2, 0, 1 / 2],
    [0, 0, 1 / 2, 0],
  ],
  densities: [
    [2 / 3, 2 / 3, 2 / 3, 0],
    [1, 1, 2 / 3, 1],
    [1 / 3, 1 / 3, 1 / 3, 1],
    [0, 0, 0, 0],
  ],
};

const cellsOf = (rows: readonly (readonly number[])[]): Cell[] =>
  rows.flatMap((row, place) => row.map((amount, thing) => ({ place, thing, amount })));

/** The whole way from amounts to densities, written out into full tables. */
function worked(rows: readonly (readonly number[])[]) {
  const size = { placeCount: rows.length, thingCount: rows[0]?.length ?? 0 };
  const table = advantages(packTable(size, cellsOf(rows)));
  const presence = presenceOf(table);
  const places = Array.from({ length: size.placeCount }, (_, place) => place);
  const things = Array.from({ length: size.thingCount }, (_, thing) => thing);
  const proximities = things.map((thing) => proximityRow(presence, thing));
  const full = (at: ArrayLike<number>, values: ArrayLike<number>) =>
    things.map((thing) => values[Array.from(at).indexOf(thing)] ?? 0);
  return {
    advantages: places.map((place) => {
      const window = [table.offsets[place], table.offsets[place + 1]] as const;
      return full(table.things.subarray(...window), table.amounts.subarray(...window));
    }),
    presence: places.map((place) => [...presenceVector(presence, place)]),
    proximities: proximities.map((row) => full(row.things, row.values)),
    densities: places.map((place) => proximities.map((row) => density(row, presenceVector(presence, place)))),
  };
}

/** The formulas as they stand in the paper, on full tables. */
function byFormula(rows: readonly (readonly number[])[]) {
  const things = (rows[0] ?? []).map((_, thing) => thing);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ofThing = things.map((thing) => sum(rows.map((row) => row[thing] ?? 0)));
  const present = rows.map((row) =>
    row.map((amount, thing) => (amount > 0 && amount * sum(ofThing) >= sum(row) * (ofThing[thing] ?? 0) ? 1 : 0)),
  );
  const shareGiven = (i: number, j: number) => {
    const withJ = present.filter((row) => row[j] === 1);
    return withJ.filter((row) => row[i] === 1).length / withJ.length;
  };
  const phi = things.map((i) => things.map((j) => (i === j ? 0 : Math.min(shareGiven(i, j), shareGiven(j, i)) || 0)));
  return {
    presence: present,
    proximities: phi,
    densities: present.map((row) =>
      phi.map((near) => {
        const all = sum(near);
        return all === 0 ? undefined : sum(near.map((value, i) => value * (row[i] ?? 0))) / all;
      }),
    ),
  };
}

describe('relatedness', () => {
  it('of the example is what the hand computed', () => {
    const answer = worked(amounts);
    for (const part of ['advantages', 'presence', 'proximities', 'densities'] as const)
      for (const [row, values] of expected[part].entries())
        for (const [column, value] of values.entries())
          expect(answer[part][row]?.[column], `${part} ${row} ${column}`).toBeCloseTo(value, 12);
  });

  it('of any table is what the formulas say on the full one', () => {
    const table = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(fc.nat({ max: 4 }), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const answer = worked(rows);
        const formula = byFormula(rows);
        expect(answer.presence).toEqual(formula.presence);
        for (const part of ['proximities', 'densities'] as const)
          for (const [at, value] of answer[part].flat().entries()) {
            const other = formula[part].flat()[at];
            expect(value === undefined).toBe(other === undefined);
            expect(value ?? 0).toBeCloseTo(other ?? 0, 12);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing, rather than 0, about a thing that nothing is near', () => {
    expect(worked([[1, 0]]).densities).toEqual([[undefined, undefined]]);
  });

  it('refuses a place or a thing that is none', () => {
    const presence = presenceOf(advantages(packTable({ placeCount: 1, thingCount: 1 }, [])));
    expect(() => presenceVector(presence, 1)).toThrow(RangeError);
    expect(() => proximityRow(presence, -1)).toThrow(RangeError);
    expect([...presenceVector(presence, 0)]).toEqual([0]);
  });
});

describe('a table of places and things', () => {
  it('adds up cells named twice and leaves out what is 0', () => {
    const cells = [
      { place: 1, thing: 2, amount: 3 },
      { place: 0, thing: 1, amount: 0 },
      { place: 1, thing: 0, amount: 1 },
      { place: 1, thing: 2, amount: 4 },
    ];
    const { offsets, things, amounts } = packTable({ placeCount: 3, thingCount: 3 }, cells);
    expect([[...offsets], [...things], [...amounts]]).toEqual([
      [0, 0, 2, 2],
      [0, 2],
      [1, 7],
    ]);
  });

  it('refuses cells outside it, and amounts that are negative or no number', () => {
    const size = { placeCount: 1, thingCount: 1 };
    const cell = { place: 0, thing: 0, amount: 1 };
    expect(() => packTable(size, [{ ...cell, place: 1 }])).toThrow(RangeError);
    expect(() => packTable(size, [{ ...cell, thing: 0.5 }])).toThrow(RangeError);
    expect(() => packTable(size, [{ ...cell, amount: -1 }])).toThrow(RangeError);
    expect(() => packTable(size, [{ ...cell, amount: Number.NaN }])).toThrow(RangeError);
  });
});
