import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import { expect, test } from 'vitest';
import { usualTerms } from '../../testing/terms-examples.ts';
import { fieldsOf, readFields } from './case-terms-values.ts';

const read = (change: Partial<ReturnType<typeof fieldsOf>>, terms: CityCaseTerms = usualTerms) =>
  readFields({ ...fieldsOf(terms), ...change }, { before: terms, from: '2027-05-01' });

test('what nobody touched is read as it was written', () => {
  expect(read({})).toEqual({ kind: 'read', terms: usualTerms });
});

test('other office hours begin on the day of the change, and the earlier ones stay what they were', () => {
  const summer = read({ hours: '08:30–12:00， 14:00-18:00' });
  expect(summer.kind === 'read' && summer.terms.hours).toEqual([
    ...usualTerms.hours,
    {
      from: '2027-05-01',
      spans: [
        { from: 510, to: 720 },
        { from: 840, to: 1080 },
      ],
    },
  ]);
});

test('full-width figures are figures, and free days come in any order', () => {
  const { numbers } = fieldsOf(usualTerms);
  const given = read({ numbers: { ...numbers, helperDays: '３' }, freeDays: '2027-06-02\n2027-06-01' });
  expect(given).toMatchObject({ kind: 'read', terms: { helperDays: 3, freeDays: ['2027-06-01', '2027-06-02'] } });
});

test('everything that is wrong is said at once', () => {
  const { numbers } = fieldsOf(usualTerms);
  expect(
    read({
      numbers: { ...numbers, helperDays: '0', 'problem.simple': '1.5' },
      hours: '8点到12点',
      freeDays: '2027-02-30',
    }),
  ).toEqual({
    kind: 'wrong',
    troubles: [
      { kind: 'day', day: '2027-02-30' },
      { kind: 'hours' },
      { kind: 'number', name: 'problem.simple', least: 1, most: 250 },
      { kind: 'number', name: 'helperDays', least: 1, most: 250 },
    ],
  });
});
