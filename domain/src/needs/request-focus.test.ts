import { expect, it } from 'vitest';
import { clausesOf } from './request-focus.ts';

const weightIn = (text: string, piece: string) => clausesOf(text).find((clause) => clause.text.includes(piece))?.weight;
const long =
  '我们是一家做渔具的小厂,一直在高区经营没有搬过,上周打电话给城管局他们说不归他们管,仓库里攒了十几桶废油,想找一家能收的单位';

it('counts the wish of a longer request more than its background', () => {
  expect(weightIn(long, '想找')).toBeGreaterThan(weightIn(long, '做渔具') ?? Number.NaN);
});

it('counts a body that was asked in vain less than the background', () => {
  expect(weightIn(long, '城管局')).toBeLessThan(weightIn(long, '做渔具') ?? Number.NaN);
});

it('takes a short request whole', () => {
  expect(clausesOf('城管说不管,找谁')).toEqual([{ text: '城管说不管,找谁', weight: 1 }]);
});
