import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldPost } from './duty.ts';
import { holdsOn, overlaps } from './duty-span.ts';
import { carriedPosts, twinsOf } from './post-carry.ts';

const today = '2026-11-23';
const post = (id: string, more: Partial<HeldPost> = {}): HeldPost => ({
  ...{ id, personId: 'p1', personName: '演示-甲', bodyId: 'a', role: 'manager', from: '2026-01-01', to: null },
  ...more,
});
const carry = (held: readonly HeldPost[], may = () => true) =>
  carriedPosts(held, { bodies: ['a', 'b'], today, may, heldBy: new Map() });

describe('the people of two records that are merged', () => {
  it('hold their post at the other record too, from the day of the merge on', () => {
    expect(carry([post('1'), post('2', { personId: 'p2', bodyId: 'b', role: 'member' })])).toMatchObject([
      { personId: 'p1', bodyId: 'b', role: 'manager', from: today, to: null },
      { personId: 'p2', bodyId: 'a', role: 'member', from: today, to: null },
    ]);
  });

  it('keep the end of their post, and a post that begins later begins later', () => {
    expect(carry([post('1', { to: '2026-12-31' })])).toMatchObject([{ from: today, to: '2026-12-31' }]);
    expect(carry([post('1', { from: '2027-01-01' })])).toMatchObject([{ from: '2027-01-01', to: null }]);
    expect(carry([post('1', { to: '2026-11-23' })])).toEqual([]);
  });

  it('are given for the missing days only what they hold there already', () => {
    const there = { bodyId: 'b', from: '2026-12-01', to: '2027-01-01' };
    expect(carry([post('1'), post('2', there)]).filter(({ bodyId }) => bodyId === 'b')).toMatchObject([
      { from: today, to: '2026-12-01' },
      { from: '2027-01-01', to: null },
    ]);
  });

  it('are given no role that whoever merges may not give', () => {
    expect(carry([post('1', { role: 'operator' })], () => false)).toEqual([]);
  });

  it('are given nothing in the city’s business while they are administrators', () => {
    const heldBy = new Map([['p1', [{ role: 'audit-administrator' as const, from: '2020-01-01', to: '2026-12-01' }]]]);
    const later = post('2', { role: 'member', from: '2026-12-01' });
    const carried = carriedPosts([post('1'), later], { bodies: ['a', 'b'], today, may: () => true, heldBy });
    expect(carried).toMatchObject([{ role: 'member', bodyId: 'b', from: '2026-12-01' }]);
  });

  it('are one post at each of them: what ends one ends the others of the same person and role that still run', () => {
    const others = [
      ...[
        post('2', { bodyId: 'b' }),
        post('3', { bodyId: 'c', to: today }),
        post('4', { bodyId: 'b', role: 'member' }),
      ],
      post('5', { bodyId: 'b', personId: 'p2' }),
    ];
    expect(twinsOf([post('1'), ...others], post('1'), today).map(({ id }) => id)).toEqual(['2']);
    const administrator = { role: 'audit-administrator' as const };
    expect(twinsOf([post('2', { ...administrator, bodyId: 'b' })], post('1', administrator), today)).toEqual([]);
  });

  it('hold on every day at each record exactly the roles they hold at one of them, never one twice', () => {
    const day = fc.integer({ min: 0, max: 9 }).map((n) => `2026-11-${20 + n}`);
    const held = fc.array(
      fc.record({
        personId: fc.constantFrom('p1', 'p2'),
        bodyId: fc.constantFrom('a', 'b', 'c'),
        role: fc.constantFrom('manager' as const, 'member' as const),
        from: day,
        to: fc.option(day),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(held, (drafts) => {
        const own = drafts
          .map((draft, n) => post(String(n), draft))
          .filter((one, at, all) => all.slice(0, at).every((other) => !clash(one, other)));
        const all = [
          ...own,
          ...carriedPosts(own, { bodies: ['a', 'b', 'c'], today, may: () => true, heldBy: new Map() }),
        ];
        for (const [at, one] of all.entries()) expect(all.slice(0, at).some((other) => clash(one, other))).toBe(false);
        for (let n = 3; n <= 9; n += 1) {
          const on = all.filter((one) => holdsOn(one, `2026-11-${20 + n}`));
          for (const body of ['a', 'b', 'c'])
            expect(new Set(on.filter(({ bodyId }) => bodyId === body).map(rolesOf))).toEqual(new Set(on.map(rolesOf)));
        }
      }),
    );
  });
});

const rolesOf = ({ personId, role }: { personId: string; role: string }) => `${personId} ${role}`;

function clash(one: Omit<HeldPost, 'id'>, other: Omit<HeldPost, 'id'>): boolean {
  return rolesOf(one) === rolesOf(other) && one.bodyId === other.bodyId && overlaps(one, other);
}
