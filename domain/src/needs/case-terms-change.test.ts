import { expect, test } from 'vitest';
import type { CityCaseTerms } from './case-terms.ts';
import { caseTermsProblem } from './case-terms-change.ts';
import { changedTerms, termsProblem } from './terms-change.ts';

const days = { simple: 1, normal: 5, complex: 10 };
const before: CityCaseTerms = {
  hours: [{ from: '2000-01-01', spans: [{ from: 510, to: 720 }] }],
  freeDays: [],
  allowances: { problem: days, funding: days, sourcing: days, technology: days },
  ...{ firstAnswerMinutes: 60, signMinutes: 120, penaltyMinutes: 360, helperDays: 2, reopenDays: 15, banksAtMost: 3 },
  light: { yellowMinutes: 480, yellowShare: 0.25 },
  ladder: [
    { who: 'handler', afterMinutes: -120 },
    { who: 'deputy', afterMinutes: 0 },
  ],
};
const problem = (more: Partial<CityCaseTerms>, from = '2026-12-01') =>
  termsProblem({
    ...{ terms: { ...before, ...more }, from, today: '2026-11-30', before },
    own: caseTermsProblem({ ...before, ...more }),
  });

test('a change holds from tomorrow at the earliest', () => {
  expect(problem({ helperDays: 3 }, '2026-11-30')).toBe('case-terms.not-ahead');
  expect(problem({ helperDays: 3 })).toBeUndefined();
});

test('terms that are the same are no change, in whatever order their fields come', () => {
  expect(problem({})).toBe('case-terms.nothing-changed');
  expect(problem({ light: { yellowShare: 0.25, yellowMinutes: 480 } })).toBe('case-terms.nothing-changed');
});

test('office hours follow each other, and so do the days from which they hold', () => {
  const [hours] = before.hours;
  expect(
    problem({
      hours: [
        {
          ...hours,
          spans: [
            { from: 510, to: 720 },
            { from: 700, to: 800 },
          ],
        },
      ],
    }),
  ).toBe('case-terms.hours');
  expect(problem({ hours: [hours, { ...hours, from: '1999-01-01' }] })).toBe('case-terms.hours');
});

test('a rung comes once, and none before the one below it', () => {
  const [handler, deputy] = [
    { who: 'handler', afterMinutes: 5 },
    { who: 'deputy', afterMinutes: 0 },
  ] as const;
  expect(problem({ ladder: [handler, deputy] })).toBe('case-terms.ladder');
  expect(problem({ ladder: [deputy, { ...deputy, afterMinutes: 9 }] })).toBe('case-terms.ladder');
});

test('names the parts that differ', () => {
  expect(changedTerms(before, { ...before, penaltyMinutes: 1, freeDays: ['2027-06-01'] })).toEqual([
    'freeDays',
    'penaltyMinutes',
  ]);
});
