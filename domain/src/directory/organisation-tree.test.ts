import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleText, findCycle, type Placement } from './organisation-tree.ts';

const since = (parentId: string | null, from: string | null = null) => ({ from, to: null, parentId });
const chain = new Map<string, Placement>([
  ['a', { name: 'A', periods: [since(null)] }],
  ['b', { name: 'B', periods: [since('a')] }],
  ['c', { name: 'C', periods: [since('b')] }],
]);

describe('moving an organisation', () => {
  it('is refused under itself and under what lies below it, with the way round', () => {
    const under = (id: string, parentId: string) => findCycle(chain, { id, parentId, from: null, to: null });
    expect(cycleText(under('a', 'a') ?? [])).toBe('A→A');
    expect(cycleText(under('a', 'b') ?? [])).toBe('A→B→A');
    expect(cycleText(under('a', 'c') ?? [])).toBe('A→C→B→A');
    expect(under('c', 'a')).toBeUndefined();
  });

  it('is refused when the circle would stand on a day in between only', () => {
    const moved = new Map(chain).set('b', {
      name: 'B',
      periods: [
        { from: null, to: '2025-01-01', parentId: 'a' },
        { from: '2025-01-01', to: null, parentId: null },
      ],
    });
    const from = (day: string) => findCycle(moved, { id: 'a', parentId: 'b', from: day, to: null });
    expect(cycleText(from('2024-06-01') ?? [])).toBe('A→B→A');
    expect(from('2025-01-01')).toBeUndefined();
  });

  it('never leaves a circle, whatever is moved where and when', () => {
    const ids = ['0', '1', '2', '3', '4', '5'];
    const days = Array.from({ length: 12 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`);
    const step = fc.record({
      id: fc.constantFrom(...ids),
      parentId: fc.constantFrom(...ids),
      from: fc.constantFrom(...days),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        // one parent a day for each organisation: what the periods mean, written out
        const calendar = new Map(ids.map((id) => [id, days.map((): string | null => null)]));
        for (const { id, parentId, from } of steps) {
          const refused = findCycle(placementsOf(calendar, days), { id, parentId, from, to: null }) !== undefined;
          const tried = new Map(calendar);
          const first = days.indexOf(from);
          tried.set(
            id,
            (calendar.get(id) ?? []).map((old, day) => (day >= first ? parentId : old)),
          );
          expect(refused).toBe(days.some((_, day) => hasCircle(tried, day)));
          if (!refused) calendar.set(id, tried.get(id) ?? []);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function placementsOf(calendar: ReadonlyMap<string, readonly (string | null)[]>, days: readonly string[]) {
  return new Map(
    [...calendar].map(([id, parents]) => {
      const periods = parents.map((parentId, day) => ({
        from: days[day] ?? null,
        to: days[day + 1] ?? null,
        parentId,
      }));
      return [id, { name: id, periods }];
    }),
  );
}

function hasCircle(calendar: ReadonlyMap<string, readonly (string | null)[]>, day: number): boolean {
  return [...calendar.keys()].some((start) => {
    let at: string | null = start;
    for (let steps = 0; steps <= calendar.size; steps++) {
      at = calendar.get(at)?.[day] ?? null;
      if (at === null) return false;
    }
    return true;
  });
}
