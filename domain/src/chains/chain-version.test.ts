import { describe, expect, it } from 'vitest';
import type { Segment } from './chain-map.ts';
import { compareVersions, versionOn } from './chain-version.ts';

const segment = (id: string, products: readonly string[], name = id): Segment => ({
  ...{ id, name, nameEn: null, tier: 'midstream', products },
});
const version = (validFrom: string, validTo: string | null, state: 'draft' | 'published' = 'published') => ({
  ...{ validFrom, validTo, state },
});

describe('the version of a day', () => {
  const versions = [
    version('2020-09-14', '2025-01-01'),
    version('2025-01-01', null),
    version('2026-01-01', null, 'draft'),
  ];

  it('is the published one whose days hold it, the last day left out', () => {
    expect(versionOn(versions, '2024-12-31')).toBe(versions[0]);
    expect(versionOn(versions, '2025-01-01')).toBe(versions[1]);
    expect(versionOn(versions, '2026-06-01')).toBe(versions[1]);
  });

  it('is none before the first one', () => {
    expect(versionOn(versions, '2020-09-13')).toBeUndefined();
  });
});

describe('two versions side by side', () => {
  const compare = (before: readonly Segment[], after: readonly Segment[]) =>
    compareVersions({ segments: before }, { segments: after });

  it('names what was added, removed and renamed by the lasting id', () => {
    const found = compare(
      [segment('a', ['p']), segment('b', ['q'])],
      [segment('a', ['p'], '新名'), segment('c', ['r'])],
    );
    expect(found).toMatchObject({
      added: [{ id: 'c', name: 'c' }],
      removed: [{ id: 'b', name: 'b' }],
      renamed: [{ id: 'a', name: '新名', before: 'a' }],
    });
  });

  it('tells a split from something added', () => {
    const found = compare([segment('a', ['p', 'q'])], [segment('b', ['p']), segment('c', ['q'])]);
    expect(found.split).toEqual([
      {
        from: { id: 'a', name: 'a' },
        into: [
          { id: 'b', name: 'b' },
          { id: 'c', name: 'c' },
        ],
      },
    ]);
    expect([found.added, found.removed]).toEqual([[], []]);
  });

  it('tells a merger from something removed', () => {
    const found = compare([segment('a', ['p']), segment('b', ['q'])], [segment('c', ['p', 'q'])]);
    expect(found.merged).toEqual([
      {
        from: [
          { id: 'a', name: 'a' },
          { id: 'b', name: 'b' },
        ],
        into: { id: 'c', name: 'c' },
      },
    ]);
    expect([found.added, found.removed]).toEqual([[], []]);
  });

  it('names the products that moved, came and left', () => {
    const found = compare(
      [segment('a', ['p', 'q']), segment('b', ['s'])],
      [segment('a', ['q']), segment('b', ['s', 'p', 'r'])],
    );
    expect(found.moved).toEqual([
      { product: 'p', from: { id: 'a', name: 'a' }, to: { id: 'b', name: 'b' } },
      { product: 'r', from: null, to: { id: 'b', name: 'b' } },
    ]);
    expect(found.split).toEqual([]);
  });

  it('finds nothing between a version and itself', () => {
    const same = [segment('a', ['p']), segment('b', ['q'])];
    expect(Object.values(compare(same, same)).every((list) => list.length === 0)).toBe(true);
  });
});
