import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { demoCity } from './demo-fixture.ts';

/** The list of listed companies is not ours to ship: it lies beside the repository, or beside a work tree's parent. */
const root = resolve(import.meta.dirname, '../..');
const companies = ['../shared', '../../shared']
  .map((folder) => join(root, folder, 'data/chainkg/companies.csv'))
  .find((path) => existsSync(path));

test('no invented firm has the name of a listed company', () => {
  if (companies === undefined) {
    console.warn('NOT CHECKED: ../shared/data/chainkg/companies.csv is absent, so invented names were not compared.');
    return;
  }
  const listed = readFileSync(companies, 'utf8')
    .split('\n')
    .flatMap((line) => line.split(',').slice(1, 3))
    .map((name) => name.replaceAll('"', '').trim())
    .filter((name) => name.length >= 3);
  const known = new Set(listed);
  const invented = demoCity.organisations.filter(
    ({ name }) => name.endsWith('有限公司（演示）') || name.endsWith('有限责任公司（演示）'),
  );
  expect(known.size).toBeGreaterThan(4000);
  expect(invented.length).toBeGreaterThan(2000);
  const same = invented.filter(({ name, shortName }) =>
    [name, shortName].some((text) => known.has(text.replace('（演示）', ''))),
  );
  expect(same.map(({ name }) => name)).toEqual([]);
});
