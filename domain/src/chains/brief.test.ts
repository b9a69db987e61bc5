import { describe, expect, it } from 'vitest';
import { closedSince, type KeptClass, quarterStart, rankDecisions, weakTrend } from './brief.ts';

const day = (date: string) => new Date(`${date}T00:00:00Z`);
const kept = (
  productId: string,
  of: KeptClass['class'],
  [since, until]: readonly [since: string, until?: string],
): KeptClass => ({
  ...{ productId, class: of, since: day(since), until: until === undefined ? null : day(until) },
});

describe('the trend of weak links', () => {
  const states = [
    kept('a', 'missing', ['2026-09-01', '2026-10-10']),
    kept('a', 'strong', ['2026-10-10']),
    kept('b', 'short', ['2026-09-01']),
    kept('c', 'unknown', ['2026-09-01']),
  ];

  it('counts what was weak at each instant, and not what was unknown', () => {
    const weak = weakTrend(states, [day('2026-09-15'), day('2026-10-09'), day('2026-10-10')]);
    expect(weak.map((one) => one.weak)).toEqual([2, 2, 1]);
  });

  it('has no figure, not a zero, for weeks of which nothing was kept', () => {
    expect(weakTrend(states, [day('2026-08-01')])[0]?.weak).toBeNull();
  });

  it('calls closed what was weak, became strong in the quarter and still is', () => {
    expect(closedSince(states, day('2026-10-01'))).toEqual(['a']);
    expect(closedSince(states, day('2026-11-01'))).toEqual([]);
    const back = [
      ...states.slice(0, 1),
      kept('a', 'strong', ['2026-10-10', '2026-10-20']),
      kept('a', 'short', ['2026-10-20']),
    ];
    expect(closedSince(back, day('2026-10-01'))).toEqual([]);
    expect(closedSince([kept('d', 'strong', ['2026-10-05'])], day('2026-10-01'))).toEqual([]);
  });

  it('begins its quarter with January, April, July or October', () => {
    expect(['2026-01-31', '2026-06-30', '2026-07-01', '2026-12-01'].map(quarterStart)).toEqual([
      ...['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'],
    ]);
  });
});

describe('the decisions of a chief', () => {
  const one = (name: string, days: number | null, fenAYear: number | null) => ({ name, days, fenAYear });
  const names = (of: readonly { name: string }[]) => of.map(({ name }) => name);

  it('stand by what they block times how long, what has no shown amount after them by its days', () => {
    const all = [one('甲', 3, null), one('乙', 2, 500), one('丙', 9, null), one('丁', 10, 400), one('戊', null, null)];
    expect(names(rankDecisions(all))).toEqual(['丁', '乙', '丙', '甲', '戊']);
  });

  it('are five at most, and none where there are none', () => {
    expect(rankDecisions(Array.from({ length: 9 }, (_, at) => one(String(at), at, null)))).toHaveLength(5);
    expect(rankDecisions([])).toEqual([]);
  });
});
