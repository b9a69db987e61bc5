import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import type { ChainContent, Segment, SegmentLink } from './chain-map.ts';
import { compareVersions } from './chain-version.ts';
import { beginHistory, type DraftHistory, perform, redo, undo } from './draft-history.ts';
import { applyOperation, type DraftOperation } from './draft-operation.ts';
import { placeInTier } from './draft-reshaping.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const tiers = ['upstream', 'midstream', 'downstream', 'supporting'] as const;
const segment = (id: string, products: readonly string[] = []): Segment => ({
  ...{ id, name: `环节${id}`, nameEn: null, tier: 'upstream', products },
});
const map = (segments: readonly Segment[], links: readonly SegmentLink[] = []): ChainContent => ({
  ...{ name: '链', nameEn: null, chief: null, leadBodyId: null, leaderId: null, expert: null, segments, links },
  entries: [],
});
const full = map(
  ids.map((id) => segment(id, [`${id}1`, `${id}2`])),
  [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ],
);

const id = fc.constantFrom(...ids, 'n1', 'n2');
const product = fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1', 'z9');
const place = fc.nat(6);
const operation: fc.Arbitrary<DraftOperation> = fc.oneof(
  fc.record({ kind: fc.constant('add-segment' as const), segment: id.map((one) => segment(one)), at: place }),
  fc.record({ kind: fc.constant('remove-segment' as const), id }),
  fc.record({ kind: fc.constant('rename-segment' as const), id, name: id, nameEn: fc.constant(null) }),
  fc.record({ kind: fc.constant('move-segment' as const), id, tier: fc.constantFrom(...tiers), at: place }),
  fc.record({ kind: fc.constant('place-product' as const), product, segment: fc.option(id), at: place }),
  fc.record({
    ...{ kind: fc.constant('split-segment' as const), id, products: fc.uniqueArray(product) },
    into: id.map((one) => ({ id: one, name: `拆${one}`, nameEn: null })),
  }),
  fc.record({ kind: fc.constant('merge-segments' as const), from: id, into: id }),
  fc.record({ kind: fc.constant('link' as const), from: id, to: id }),
  fc.record({ kind: fc.constant('unlink' as const), from: id, to: id }),
  fc.record({
    kind: fc.constant('put-entries' as const),
    entries: fc.constant([{ list: 'strengths' as const, text: '甲', source: '乙' }]),
  }),
  fc.record({ kind: fc.constant('replace' as const), content: fc.constant(full) }),
  fc.record({
    kind: fc.constant('set-facts' as const),
    facts: fc.constant({
      ...{ name: '新链', nameEn: null, chief: null, leadBodyId: null, leaderId: null, expert: '演示-午' },
    }),
  }),
);

/** What is refused changes nothing. */
function tryAll(history: DraftHistory, operations: readonly DraftOperation[]): DraftHistory {
  return operations.reduce((now, one) => {
    try {
      return perform(now, one);
    } catch (refusal) {
      if (refusal instanceof Refusal) return now;
      throw refusal;
    }
  }, history);
}

describe('drawing a map', () => {
  it('any sequence of steps, taken back, gives the draft before, and done again the draft after', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        const after = tryAll(beginHistory(full), operations);
        let back = after;
        while (back.undoable.length > 0) back = undo(back);
        expect(back.content).toEqual(full);
        let again = back;
        while (again.redoable.length > 0) again = redo(again);
        expect(again.content).toEqual(after.content);
      }),
      { numRuns: 300 },
    );
  });

  it('never holds a product twice, a link into nothing or a link twice, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        const { segments, links } = tryAll(beginHistory(full), operations).content;
        const products = segments.flatMap((one) => one.products);
        expect(new Set(products).size).toBe(products.length);
        expect(new Set(segments.map((one) => one.id)).size).toBe(segments.length);
        const known = new Set(segments.map((one) => one.id));
        expect(links.filter(({ from, to }) => !known.has(from) || !known.has(to))).toEqual([]);
        expect(new Set(links.map(({ from, to }) => `${from} ${to}`)).size).toBe(links.length);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a link exactly where walking every way finds one back', () => {
    const end = fc.constantFrom(...ids);
    fc.assert(
      fc.property(fc.array(fc.record({ from: end, to: end }), { maxLength: 14 }), (wishes) => {
        let drawn = map(ids.map((one) => segment(one)));
        for (const wish of wishes) {
          if (drawn.links.some(({ from, to }) => from === wish.from && to === wish.to)) continue;
          const circular = reaches(drawn.links, wish.to, wish.from);
          const outcome = refusedWith(drawn, { kind: 'link', ...wish });
          expect(outcome).toBe(circular ? 'chains.cycle' : undefined);
          if (!circular) drawn = applyOperation(drawn, { kind: 'link', ...wish }).content;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Brute force: every way from one segment on. */
function reaches(links: readonly SegmentLink[], from: string, goal: string): boolean {
  return from === goal || links.filter((link) => link.from === from).some(({ to }) => reaches(links, to, goal));
}

function refusedWith(content: ChainContent, step: DraftOperation): string | undefined {
  try {
    applyOperation(content, step);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
}

describe('a step that is refused', () => {
  it.each<{ what: string; step: DraftOperation; code: string }>([
    { what: 'a link that closes a cycle', step: { kind: 'link', from: 'c', to: 'a' }, code: 'chains.cycle' },
    { what: 'a link to itself', step: { kind: 'link', from: 'd', to: 'd' }, code: 'chains.cycle' },
    { what: 'a link that is there', step: { kind: 'link', from: 'a', to: 'b' }, code: 'chains.link-twice' },
    { what: 'a link that is not there', step: { kind: 'unlink', from: 'd', to: 'e' }, code: 'chains.loose-link' },
    { what: 'a segment nobody knows', step: { kind: 'remove-segment', id: 'x' }, code: 'chains.no-segment' },
    {
      what: 'a segment twice',
      step: { kind: 'add-segment', segment: segment('a'), at: 0 },
      code: 'chains.segment-twice',
    },
    {
      what: 'a name that another segment has',
      step: { kind: 'rename-segment', id: 'a', name: '环节b', nameEn: null },
      code: 'chains.name-twice',
    },
    {
      what: 'a split that leaves nothing',
      step: { kind: 'split-segment', id: 'a', into: { id: 'n', name: '新', nameEn: null }, products: ['a1', 'a2'] },
      code: 'chains.split-nothing',
    },
    {
      what: 'a segment merged into itself',
      step: { kind: 'merge-segments', from: 'a', into: 'a' },
      code: 'chains.merge-itself',
    },
    {
      what: 'a merger that closes a cycle',
      step: { kind: 'merge-segments', from: 'a', into: 'c' },
      code: 'chains.cycle',
    },
  ])('$what', ({ step, code }) => {
    expect(refusedWith(full, step)).toBe(code);
  });

  it('names the cycle as it is read', () => {
    expect(() => applyOperation(full, { kind: 'link', from: 'c', to: 'a' })).toThrow(
      expect.objectContaining({ details: { path: '环节a→环节b→环节c→环节a' } }),
    );
  });
});

describe('segments that are split, merged and renamed', () => {
  it('keep their ids, so that the comparison of versions tells it as such', () => {
    const steps: readonly DraftOperation[] = [
      { kind: 'split-segment', id: 'd', into: { id: 'n', name: '新', nameEn: null }, products: ['d2'] },
      { kind: 'merge-segments', from: 'e', into: 'c' },
      { kind: 'rename-segment', id: 'a', name: '改名', nameEn: null },
    ];
    const found = compareVersions(full, tryAll(beginHistory(full), steps).content);
    expect(found.split.map(({ from, into }) => [from.id, into.map((one) => one.id)])).toEqual([['d', ['d', 'n']]]);
    expect(found.renamed.map((one) => one.id)).toEqual(['a']);
    expect([found.added, found.moved.map((one) => one.product)]).toEqual([[], ['d2', 'e1', 'e2']]);
  });

  it('keep the links of the whole in both parts, and lead where both led when they become one', () => {
    const split = applyOperation(full, {
      ...{ kind: 'split-segment', id: 'b', into: { id: 'n', name: '新', nameEn: null }, products: ['b2'] },
    }).content;
    expect(split.links.slice(2)).toEqual([
      { from: 'a', to: 'n' },
      { from: 'n', to: 'c' },
    ]);
    const one = applyOperation(split, { kind: 'merge-segments', from: 'n', into: 'b' }).content;
    expect(one.links).toEqual(full.links);
    expect(one.segments.find((each) => each.id === 'b')?.products).toEqual(['b1', 'b2']);
  });

  it('stand in the row of the tier they were put into', () => {
    const at = placeInTier(full.segments, { id: 'a', tier: 'upstream', row: 2 });
    const moved = applyOperation(full, { kind: 'move-segment', id: 'a', tier: 'upstream', at }).content;
    expect(moved.segments.map((one) => one.id)).toEqual(['b', 'c', 'a', 'd', 'e']);
    expect(placeInTier(full.segments, { id: 'a', tier: 'downstream', row: 0 })).toBe(4);
  });
});
