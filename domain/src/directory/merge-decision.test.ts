import { expect, test } from 'vitest';
import { type MergeParty, refuseMerge, sideOf } from './merge-decision.ts';

const party = (id: string, more: Partial<MergeParty> = {}): MergeParty => ({
  ...{ id, name: id, kind: 'enterprise', mergedInto: null, above: [] },
  ...more,
});

test.each([
  ['merges.itself', party('a'), party('a')],
  ['merges.already', party('a', { mergedInto: 'c' }), party('b')],
  ['merges.already', party('a'), party('b', { mergedInto: 'c' })],
  ['merges.other-kind', party('a'), party('b', { kind: 'bank' })],
  ['merges.cycle', party('a', { above: ['c', 'b'] }), party('b')],
])('refuses with %s', (code, survivor, merged) => {
  expect(() => refuseMerge(survivor, merged)).toThrow(expect.objectContaining({ code }));
});

test('a body may take in what stands below it', () => {
  expect(() => refuseMerge(party('a'), party('b', { above: ['a'] }))).not.toThrow();
});

test('keeps the survivor’s fact unless it has none or the officer says otherwise', () => {
  expect(sideOf('region', { survivor: '371002', merged: '371003' }, {})).toBe('survivor');
  expect(sideOf('region', { survivor: null, merged: '371003' }, {})).toBe('merged');
  expect(sideOf('region', { survivor: '371002', merged: '371003' }, { region: 'merged' })).toBe('merged');
  expect(sideOf('region', { survivor: null, merged: '371003' }, { region: 'survivor' })).toBe('survivor');
});
