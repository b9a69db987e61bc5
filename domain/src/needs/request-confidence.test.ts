import { expect, it } from 'vitest';
import { confidences } from './request-confidence.ts';

const first = (scores: readonly number[]) => confidences(scores)[0] ?? Number.NaN;

it('is surer the further the best matter stands before the next', () => {
  expect(first([100, 40])).toBeGreaterThan(first([100, 90]));
});

it('is not sure when hardly anything was said, even without a rival', () => {
  expect(first([6])).toBeLessThan(0.5);
  expect(first([100])).toBeGreaterThan(0.9);
});

it('calls neither of two matters that stand alike more likely than not', () => {
  for (const score of [5, 60, 500]) expect(first([score, score])).toBeLessThan(0.5);
});

it('has nothing to say without a matter', () => {
  expect(confidences([])).toEqual([]);
});
