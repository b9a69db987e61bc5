import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawInteger, drawOne, drawSample, drawWeighted } from './random-draw.ts';
import { seededRandom } from './seeded-random.ts';

test('the same seed gives the same numbers', () => {
  const draw = () => {
    const random = seededRandom('weihai');
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw()).toEqual(draw());
});

test('a fork does not move when its parent is drawn from', () => {
  const parent = seededRandom('weihai');
  const before = parent.fork('offers').next();
  parent.next();
  expect(parent.fork('offers').next()).toBe(before);
});

test('numbers spread evenly over ten boxes', () => {
  const random = seededRandom('even');
  const boxes = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 20_000; i++) {
    const box = drawInteger(random, 0, 9);
    boxes[box] = (boxes[box] ?? 0) + 1;
  }
  for (const count of boxes) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('a sample holds different items of the list and no more than there are', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(30), (seed, items, count) => {
      const sample = drawSample(seededRandom(seed), items, count);
      expect(sample.length).toBe(Math.min(count, items.length));
      expect(new Set(sample).size).toBe(sample.length);
      expect(sample.every((item) => items.includes(item))).toBe(true);
    }),
  );
});

test('an item of weight 0 is never drawn', () => {
  const random = seededRandom('weights');
  const drawn = Array.from({ length: 500 }, () =>
    drawWeighted(random, ['never', 'often'], (x) => (x === 'never' ? 0 : 1)),
  );
  expect(new Set(drawn)).toEqual(new Set(['often']));
});

test('refuses to draw from nothing', () => {
  expect(() => drawOne(seededRandom('x'), [])).toThrow(RangeError);
});
