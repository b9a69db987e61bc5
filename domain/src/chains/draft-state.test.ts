import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { dayProblem } from './draft-days.ts';
import { actionsFor, type DraftAction, type DraftDeed, decideDraftAction, foldDraft } from './draft-state.ts';

const deeds = (...actions: readonly (readonly [DraftAction, string])[]): DraftDeed[] =>
  actions.map(([action, personId]) => ({ action, personId }));
const sent = deeds(['begin', 'a'], ['save', 'a'], ['send', 'a']);

function refusalOf(before: readonly DraftDeed[], wish: Parameters<typeof decideDraftAction>[1]): string | undefined {
  try {
    decideDraftAction(before, wish);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
}

describe('a version on its way', () => {
  it('is a draft, goes into review, comes back with a reason, and is published by a second person', () => {
    expect(foldDraft(deeds(['begin', 'a']))).toBe('draft');
    expect(foldDraft(sent)).toBe('review');
    expect(foldDraft([...sent, ...deeds(['return', 'b'])])).toBe('draft');
    expect(foldDraft([...sent, ...deeds(['publish', 'b'])])).toBe('published');
    expect(foldDraft(deeds(['begin', 'a'], ['discard', 'a']))).toBe('discarded');
  });

  it('is not published by whoever sent it, who may still take it back', () => {
    expect(refusalOf(sent, { action: 'publish', personId: 'a' })).toBe('chains.same-person');
    expect(refusalOf(sent, { action: 'publish', personId: 'b' })).toBeUndefined();
    expect(actionsFor(sent, 'a')).toEqual(['return']);
    expect(actionsFor(sent, 'b')).toEqual(['return', 'publish']);
  });

  it('is sent back with a reason only', () => {
    expect(refusalOf(sent, { action: 'return', personId: 'b', reason: '  ' })).toBe('chains.no-reason');
    expect(refusalOf(sent, { action: 'return', personId: 'b', reason: '缺产品' })).toBeUndefined();
  });

  it.each<{ what: string; before: DraftDeed[]; action: DraftAction }>([
    { what: 'saved while it is in review', before: sent, action: 'save' },
    { what: 'published before it was sent', before: deeds(['begin', 'a']), action: 'publish' },
    { what: 'sent twice', before: sent, action: 'send' },
    { what: 'changed after it was published', before: [...sent, ...deeds(['publish', 'b'])], action: 'save' },
    { what: 'sent after it was thrown away', before: deeds(['begin', 'a'], ['discard', 'a']), action: 'send' },
  ])('is not $what', ({ before, action }) => {
    expect(refusalOf(before, { action, personId: 'c', reason: '' })).toBe('chains.draft-state');
  });
});

describe('the first day of a new version', () => {
  const version = (validFrom: string, validTo: string | null) => ({
    ...{ number: 1, state: 'published' as const, validFrom, validTo },
  });
  const today = '2026-11-23';

  it.each([
    { what: 'free for the first version, also in the past', versions: [], from: '2020-01-01', code: undefined },
    { what: 'today or later', versions: [version('2025-01-01', null)], from: today, code: undefined },
    { what: 'not past', versions: [version('2025-01-01', null)], from: '2026-11-22', code: 'chains.from-past' },
    {
      what: 'after that of the version before',
      versions: [version('2027-01-01', null)],
      from: '2027-01-01',
      code: 'chains.from-before-last',
    },
    {
      what: 'not within a version whose end is named',
      versions: [version('2025-01-01', '2027-06-01')],
      from: '2027-01-01',
      code: 'chains.overlap',
    },
  ])('is $what', ({ versions, from, code }) => {
    expect(dayProblem(versions, { from, today })?.code).toBe(code);
  });
});
