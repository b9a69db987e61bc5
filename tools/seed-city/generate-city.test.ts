import { hasValidCheckDigit } from '@zhitong/domain/directory/credit-code';
import { expect, test } from 'vitest';
import { demoDay, demoFiles, demoCity as rows } from './demo-fixture.ts';
import { generateCity } from './generate-city.ts';

const nameOf = new Map(rows.organisations.map(({ id, name }) => [id, name]));
const isInvented = (id: string) => nameOf.get(id)?.endsWith('（演示）') ?? false;
const isSection = ({ kind, name }: { kind: string; name: string }) => kind === 'department' && name.endsWith('科');
/** Sections, branches and parts of schools are not counted beside what they belong to. */
const count = (kind: string) =>
  rows.organisations.filter((body) => body.kind === kind && !isSection(body) && !isBranch(body)).length;
const isBranch = ({ kind, parentId }: { kind: string; parentId: string | null }) =>
  kind !== 'department' && parentId !== null;

test('offers, needs, answers, deals, contacts and codes belong to invented firms only', () => {
  const owners = [
    ...rows.offers.map((row) => row.organisationId),
    ...rows.needs.map((row) => row.organisationId),
    ...rows.responses.map((row) => row.organisationId),
    ...rows.rejections.map((row) => row.organisationId),
    ...rows.deals.flatMap((row) => [row.buyerId, row.sellerId]),
    ...rows.organisations.filter((row) => row.contact !== null || row.creditCode !== null).map((row) => row.id),
  ];
  expect(owners.length).toBeGreaterThan(9000);
  expect(owners.filter((id) => !isInvented(id))).toEqual([]);
});

test('people are named 演示-, no two alike, and sit in departments and invented organisations only', () => {
  expect(rows.people.filter(({ name }) => !name.startsWith('演示-'))).toEqual([]);
  expect(new Set(rows.people.map(({ name }) => name)).size).toBe(rows.people.length);
  const kindOf = new Map(rows.organisations.map(({ id, kind }) => [id, kind]));
  const elsewhere = rows.posts.filter(
    ({ organisationId }) => kindOf.get(organisationId) !== 'department' && !isInvented(organisationId),
  );
  expect(elsewhere).toEqual([]);
});

test('every row says that it is demo data', () => {
  for (const table of [rows.organisations, rows.offers, rows.needs, rows.deals]) {
    expect(table.every(({ demo }) => demo)).toBe(true);
  }
});

test('a real enterprise carries its name and one sourced fact, and nothing else', () => {
  const real = rows.organisations.filter((row) => row.kind === 'enterprise' && !isInvented(row.id));
  expect(real.length).toBe(demoFiles.realFirms.length);
  for (const firm of real) {
    expect(firm.source).not.toBe('');
    expect([firm.creditCode, firm.registeredAddress, firm.workingAddress, firm.size, firm.contact]).toEqual(
      Array(5).fill(null),
    );
  }
});

test('the same files, seed and day give the same city; another seed gives another', () => {
  expect(generateCity({ files: demoFiles, seed: 'weihai', today: demoDay })).toEqual(rows);
  expect(generateCity({ files: demoFiles, seed: 'other', today: demoDay }).offers[0]).not.toEqual(rows.offers[0]);
});

test('firms and offers keep their ids from day to day, and needs stay within the past year', () => {
  const later = generateCity({ files: demoFiles, seed: 'weihai', today: '2028-02-29' });
  expect(later.organisations.map(({ id }) => id)).toEqual(rows.organisations.map(({ id }) => id));
  expect(later.offers.map(({ id }) => id)).toEqual(rows.offers.map(({ id }) => id));
  expect(later.needs.every((need) => need.publishedAt >= '2027-02-27' && need.publishedAt < '2028-02-29')).toBe(true);
});

test('holds as many bodies, firms, offers and needs as the city reported', () => {
  expect([count('department'), count('bank'), count('university')]).toEqual([335, 32, 20]);
  expect(rows.organisations.filter((row) => row.city === '371000' && isInvented(row.id)).length).toBeGreaterThan(2000);
  expect(rows.organisations.filter((row) => row.city !== '371000').length).toBeGreaterThanOrEqual(200);
  expect(rows.offers.length).toBeGreaterThanOrEqual(3000);
  expect(rows.needs.filter((need) => need.state !== 'open').length).toBeGreaterThanOrEqual(740);
  expect(rows.needs.filter((need) => need.state === 'open').length).toBeGreaterThanOrEqual(60);
});

test('names and codes are unique, and each code passes its check digit and can be told from a real one', () => {
  const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
  unique(rows.organisations.map(({ name }) => name));
  unique(rows.signIns.map(({ username }) => username));
  const codes = rows.organisations.flatMap(({ creditCode }) => creditCode ?? []);
  unique(codes);
  expect(codes.filter((code) => !hasValidCheckDigit(code) || code.slice(8, 11) !== 'DEM')).toEqual([]);
});

test('ids have the shape of a UUIDv7 and none is given twice', () => {
  const ids = [
    rows.organisations,
    rows.offers,
    rows.needs,
    rows.responses,
    rows.deals,
    rows.deals.flatMap(({ steps }) => steps),
    rows.people,
    rows.posts,
  ].flatMap((table) => table.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  );
});

test('no telephone number can ring anybody', () => {
  const phones = rows.organisations.flatMap(({ contact }) => contact?.phone ?? []);
  expect(phones.filter((phone) => !/^(0631|0000)-000-\d{4}$/.test(phone))).toEqual([]);
});
