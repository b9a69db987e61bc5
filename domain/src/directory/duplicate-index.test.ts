import { expect, test } from 'vitest';
import { DuplicateIndex } from './duplicate-index.ts';
import type { IdentityFacts } from './duplicate-record.ts';
import { newPlaceNames } from './name-places.ts';

const places = newPlaceNames([{ code: '371000', name: '威海市', level: 'prefecture' }], '371000');
const firm = (id: string, name: string, facts: Partial<IdentityFacts> = {}): IdentityFacts => ({
  id,
  name,
  shortName: null,
  creditCode: null,
  addresses: [],
  region: '371000',
  ...facts,
});

const directory = [
  firm('a', '威海宏达渔具有限公司', { creditCode: '91371000MA3C00012L' }),
  firm('b', '威海鸿达渔具有限公司'),
  firm('c', '威海远洋食品有限公司', { addresses: ['文化西路180号'] }),
];

test('finds the known one and leaves its namesakes out', () => {
  const index = new DuplicateIndex(places, directory);
  expect(index.check(firm('new', '威海市宏达渔具有限责任公司')).map(({ id }) => id)).toEqual(['a']);
  expect(index.check(firm('new', '威海新星纺织有限公司'))).toEqual([]);
});

test('an organisation is not its own duplicate, and a removed one is not found again', () => {
  const index = new DuplicateIndex(places, directory);
  expect(index.check(directory[0] ?? firm('a', ''))).toEqual([]);
  index.remove('a');
  expect(index.size).toBe(2);
  expect(index.check(firm('new', '威海宏达渔具有限公司')).map(({ id }) => id)).not.toContain('a');
});

test('what is known of an organisation is replaced, not added', () => {
  const index = new DuplicateIndex(places, directory);
  index.put(firm('b', '威海远航渔具有限公司'));
  expect(index.size).toBe(3);
  expect(index.check(firm('new', '威海鸿达渔具有限公司'))).not.toContainEqual(expect.objectContaining({ id: 'b' }));
});

test('two that both fit are a question, not an answer', () => {
  const index = new DuplicateIndex(places, [...directory, firm('d', '威海宏达渔具有限责任公司')]);
  const hits = index.check(firm('new', '威海宏达渔具有限公司'));
  expect(hits.map(({ id, decision }) => [id, decision.verdict]).toSorted()).toEqual([
    ['a', 'review'],
    ['d', 'review'],
  ]);
});

test('a whole run names each pair once and misses none that a check of each would find', () => {
  const more = [...directory, firm('d', '宏达渔具', { addresses: ['文化西路180号'] }), firm('e', '威海远洋食品')];
  const index = new DuplicateIndex(places, more);
  const pairs = [...index.pairs()].map(({ a, b }) => [a, b].toSorted().join('-')).toSorted();
  expect(new Set(pairs).size).toBe(pairs.length);
  const byCheck = more.flatMap((facts) => index.check(facts).map(({ id }) => [facts.id, id].toSorted().join('-')));
  expect(pairs).toEqual([...new Set(byCheck)].toSorted());
  expect(pairs).toContain('c-e');
});
