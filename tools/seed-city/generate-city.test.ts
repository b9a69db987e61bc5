import { resolve } from 'node:path';
import { hasValidCheckDigit } from '@zhitong/domain/directory/credit-code';
import { expect, test } from 'vitest';
import { readCityFiles } from './city-files.ts';
import { generateCity } from './generate-city.ts';

const today = '2026-11-23';
const files = readCityFiles(resolve(import.meta.dirname, '../../data'));
const rows = generateCity({ files, seed: 'weihai', today });
const nameOf = new Map(rows.organisations.map(({ id, name }) => [id, name]));
const count = (kind: string) => rows.organisations.filter((organisation) => organisation.kind === kind).length;

test('offers, needs, answers, deals and contacts belong to invented firms only', () => {
  const owners = [
    ...rows.offers.map((row) => row.organisationId),
    ...rows.needs.map((row) => row.organisationId),
    ...rows.responses.map((row) => row.organisationId),
    ...rows.rejections.map((row) => row.organisationId),
    ...rows.deals.flatMap((row) => [row.buyerId, row.sellerId]),
    ...rows.organisations.filter((row) => row.contact !== null || row.creditCode !== null).map((row) => row.id),
  ];
  expect(owners.filter((id) => !nameOf.get(id)?.endsWith('（演示）'))).toEqual([]);
});

test('people are named 演示- and sit in invented firms, but for the operator at the bureau', () => {
  expect(rows.people.filter(({ name }) => !name.startsWith('演示-'))).toEqual([]);
  const outside = rows.posts.filter((post) => !nameOf.get(post.organisationId)?.endsWith('（演示）'));
  expect(outside.map((post) => [nameOf.get(post.organisationId), post.role])).toEqual([
    ['威海市工业和信息化局', 'operator'],
  ]);
});

test('the same files, seed and day give the same city; another seed gives another', () => {
  expect(generateCity({ files, seed: 'weihai', today })).toEqual(rows);
  expect(generateCity({ files, seed: 'other', today }).offers[0]).not.toEqual(rows.offers[0]);
});

test('firms and offers keep their ids from day to day', () => {
  const later = generateCity({ files, seed: 'weihai', today: '2027-03-02' });
  expect(later.organisations.map(({ id }) => id)).toEqual(rows.organisations.map(({ id }) => id));
  expect(later.offers.map(({ id }) => id)).toEqual(rows.offers.map(({ id }) => id));
});

test('holds as many bodies, offers and needs as the city reported', () => {
  expect(count('department')).toBe(335);
  expect(count('bank')).toBe(32);
  expect(count('university')).toBe(20);
  expect(
    rows.organisations.filter((o) => o.kind === 'enterprise' && o.city === '371000').length,
  ).toBeGreaterThanOrEqual(2000);
  expect(rows.offers.length).toBeGreaterThanOrEqual(3000);
  expect(rows.needs.filter((need) => need.state !== 'open').length).toBeGreaterThanOrEqual(740);
});

test('names, credit codes and ids are unique, and each code passes its check digit', () => {
  const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
  unique(rows.organisations.map(({ name }) => name));
  const codes = rows.organisations.flatMap(({ creditCode }) => creditCode ?? []);
  unique(codes);
  expect(codes.filter((code) => !hasValidCheckDigit(code) || !code.includes('DEM'))).toEqual([]);
  unique(
    [rows.organisations, rows.offers, rows.needs, rows.responses, rows.deals, rows.people, rows.posts].flatMap(
      (table) => table.map(({ id }) => id),
    ),
  );
});
