import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideMembers, fullestDay, type Membership } from './alliance-shares.ts';

type Days = readonly [from: string | null, to?: string | null];
const member = (memberId: string, share: number | null, [from, to = null]: Days = [null]): Membership => ({
  ...{ memberId, name: memberId, share, from, to },
});
const refusalOf = (members: readonly Membership[]) => {
  try {
    decideMembers('alliance', members);
    return 'accepted';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('the members of an alliance', () => {
  it('share out at most the whole, thirds to the last basis point', () => {
    expect(refusalOf([member('a', 3334), member('b', 3333), member('c', 3333)])).toBe('accepted');
    expect(refusalOf([member('a', 3334), member('b', 3333), member('c', 3334)])).toBe('alliances.above-whole');
  });

  it('may follow one another: what one gave up another takes over on the same day', () => {
    expect(refusalOf([member('a', 9000, [null, '2025-01-01']), member('b', 9000, ['2025-01-01'])])).toBe('accepted');
    expect(refusalOf([member('a', 9000, [null, '2025-01-02']), member('b', 9000, ['2025-01-01'])])).toBe(
      'alliances.above-whole',
    );
  });

  it('are each named once a day, never the alliance itself, and leave after they join', () => {
    expect(refusalOf([member('a', 1), member('a', 1)])).toBe('alliances.twice');
    expect(refusalOf([member('a', 1, [null, '2025-01-01']), member('a', 2, ['2025-01-01'])])).toBe('accepted');
    expect(refusalOf([member('alliance', 1)])).toBe('alliances.own-member');
    expect(refusalOf([member('a', 1, ['2025-01-01', '2025-01-01'])])).toBe('alliances.period-empty');
  });

  it('may hold shares nobody knows', () => {
    expect(refusalOf([member('a', null), member('b', 10_000)])).toBe('accepted');
  });

  it('never exceed the whole on the day that is fullest, counted day by day', () => {
    const day = fc.integer({ min: 0, max: 20 });
    const name = (at: number) => `2026-01-${String(at + 1).padStart(2, '0')}`;
    const one = fc.record({
      share: fc.integer({ min: 0, max: 6000 }),
      from: fc.option(day),
      days: fc.option(fc.integer({ min: 1, max: 9 })),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (rows) => {
        const members = rows.map(({ share, from, days }, at) => {
          const to = days === null ? null : name((from ?? 0) + days);
          return member(String(at), share, [from === null ? null : name(from), to]);
        });
        const sums = Array.from({ length: 31 }, (_, at) => (at === 0 ? '' : name(at - 1))).map((at) =>
          members
            .filter(({ from, to }) => (from ?? '') <= at && (to === null || at < to))
            .reduce((sum, { share }) => sum + (share ?? 0), 0),
        );
        expect(fullestDay(members).sum).toBe(Math.max(0, ...sums));
      }),
    );
  });
});
