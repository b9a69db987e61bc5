import type { RelationKind } from '@zhitong/domain/matching/product';
import { expect, test } from 'vitest';
import { cell } from './csv-table.ts';
import { demoFiles } from './demo-fixture.ts';
import { readProductGraph } from './product-graph.ts';

const { profiles, relations } = readProductGraph(demoFiles);
const targets = (id: string, kinds: readonly RelationKind[]) =>
  relations.filter((relation) => relation.fromId === id && kinds.includes(relation.kind)).map(({ toId }) => toId);

function reachable(start: string, kinds: readonly RelationKind[]): Set<string> {
  const seen = new Set([start]);
  for (const id of seen) for (const next of targets(id, kinds)) seen.add(next);
  return seen;
}

test('holds at least 250 products in ten chains, each with a Chinese and an English name', () => {
  expect(profiles.size).toBeGreaterThanOrEqual(250);
  expect(demoFiles.products.size).toBeGreaterThanOrEqual(10);
  for (const { product } of profiles.values()) {
    expect(product.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(product.name).toMatch(/\p{Script=Han}/u);
    expect(product.nameEn).toMatch(/^[\x20-\x7e]+$/);
    expect(product.unit).not.toBe('');
  }
});

test('no name or other name means two products', () => {
  const names = [...profiles.values()].flatMap(({ product }) => [product.name, ...product.aliases]);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('relations name products that exist, once each', () => {
  expect(
    relations.filter(({ fromId, toId }) => !profiles.has(fromId) || !profiles.has(toId) || fromId === toId),
  ).toEqual([]);
  const keys = relations.map(({ fromId, toId, kind }) => `${fromId} ${kind} ${toId}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('nothing is made from itself, or a kind of itself, by any detour', () => {
  for (const kind of ['made-from', 'kind-of'] as const) {
    for (const id of profiles.keys()) {
      const below = targets(id, [kind]).flatMap((next) => [...reachable(next, [kind])]);
      expect(below.includes(id), `${id} ${kind} itself`).toBe(false);
    }
  }
});

test('every mask and the protective suit lead back to polypropylene resin', () => {
  for (const id of [
    'flat-mask',
    'surgical-mask',
    'medical-mask',
    'n95-mask',
    'kn95-mask',
    'child-mask',
    'protective-suit',
  ]) {
    const below = reachable(id, ['made-from', 'kind-of']);
    expect([id, below.has('polypropylene-resin')]).toEqual([id, true]);
  }
  const mask = reachable('n95-mask', ['made-from', 'kind-of']);
  const parts = [
    'pp-meltblown-resin',
    'meltblown-cloth',
    'spunbond-cloth',
    'nose-wire',
    'ear-loop',
    'eo-sterilisation',
  ];
  expect(parts.filter((part) => !mask.has(part))).toEqual([]);
  const machines = ['mask-machine', 'n95-machine', 'meltblown-line', 'electret-machine', 'seam-tape-machine'];
  expect(machines.filter((machine) => !profiles.has(machine))).toEqual([]);
});

test('carbon fibre and what is made of it lead back to acrylonitrile', () => {
  const parts = [
    'carbon-fibre-t300',
    'carbon-fibre-t700',
    'carbon-fibre-t800',
    'carbon-prepreg',
    'composite-part',
    'filament-wound-part',
    'pultruded-plate',
    'fishing-rod',
  ];
  for (const id of parts)
    expect([id, reachable(id, ['made-from', 'kind-of']).has('acrylonitrile')]).toEqual([id, true]);
});

test('a quantity stands only with its unit and a named source', () => {
  const known = relations.filter(({ quantity }) => quantity !== null);
  expect(known.length).toBeGreaterThanOrEqual(10);
  for (const { quantity, quantityUnit, source } of known) {
    expect(quantity).toBeGreaterThan(0);
    expect(quantityUnit).toBeTruthy();
    expect(source).not.toBe('产品库，行业通识');
  }
  const perMask = known.find(({ fromId, toId }) => fromId === 'flat-mask' && toId === 'meltblown-cloth');
  expect([perMask?.quantity, perMask?.quantityUnit]).toEqual([1, '克']);
});

test('ranges run upwards and certificates stand in the list', () => {
  const listed = new Set(demoFiles.certificates.map((row) => cell(row, 'name')));
  for (const { product, capacity, priceYuan, leadDays, minimumLot, limits, certificates } of profiles.values()) {
    for (const range of [capacity, priceYuan, leadDays, minimumLot, ...limits]) {
      expect([product.id, range.low <= range.high]).toEqual([product.id, true]);
    }
    expect(certificates.filter((name) => !listed.has(name))).toEqual([]);
  }
});
