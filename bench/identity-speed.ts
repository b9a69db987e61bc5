import { join } from 'node:path';
import { drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { DuplicateIndex } from '@zhitong/domain/directory/duplicate-index';
import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { readCsv } from './csv-rows.ts';
import { type EnteredFirm, madeCode, readDivisions } from './identity-world.ts';

/** One new organisation against a city and against a province; the whole directory against itself. */
export async function identitySpeed(): Promise<BenchTable> {
  return {
    title: 'Identity: how long does the check take?',
    note: 'Made firms of the demo name lists in all prefectures, one in a hundred a second time without its code. “check” is one new organisation against the directory while its form is filled in (1,000 of them); “whole run” is everybody against everybody. In memory, one thread.',
    head: [
      'organisations',
      'read in',
      'memory',
      'check p50',
      'check p99',
      'whole run',
      'pairs same / to review',
      'second records found',
    ],
    rows: [2500, 300_000].map(measure),
  };
}

function measure(size: number): string[] {
  const firms = makeFirms(size);
  const places = newPlaceNames(readDivisions(), '371000');
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const index = new DuplicateIndex(places, firms);
  const readIn = performance.now() - started;
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const samples = firms.slice(0, 1000).map((firm) => {
    const begun = performance.now();
    index.check({ ...firm, id: 'new', creditCode: null });
    return performance.now() - begun;
  });
  const running = performance.now();
  const verdicts = { same: 0, review: 0, different: 0 };
  let found = 0;
  for (const { a, b, decision } of index.pairs()) {
    verdicts[decision.verdict] += 1;
    if (a === `${b}again` || b === `${a}again`) found += 1;
  }
  const run = performance.now() - running;
  const twins = firms.filter(({ id }) => id.endsWith('again')).length;
  return [
    size.toLocaleString('en-US'),
    milliseconds(readIn),
    `${memory.toFixed(0)} MiB`,
    milliseconds(percentile(samples, 0.5)),
    milliseconds(percentile(samples, 0.99)),
    `${(run / 1000).toFixed(1)} s`,
    `${verdicts.same.toLocaleString('en-US')} / ${verdicts.review.toLocaleString('en-US')}`,
    `${found.toLocaleString('en-US')} of ${twins.toLocaleString('en-US')}`,
  ];
}

function makeFirms(size: number): EnteredFirm[] {
  const folder = join(import.meta.dirname, '..', 'data', 'demo-city');
  const words = new Map(
    readCsv(join(folder, 'name-words.csv'), ['role', 'words']).map((row) => [row.role, row.words.split('|')]),
  );
  const trades = readCsv(join(folder, 'trades.csv'), ['trade']).map(({ trade }) => trade);
  const cities = readDivisions().filter(({ level }) => level === 'prefecture');
  const random = seededRandom(`identity/${size}`);
  const firms: EnteredFirm[] = [];
  while (firms.length < size) {
    const city = size < 10_000 ? { code: '371000', name: '威海市' } : drawOne(random, cities);
    const brand = drawOne(random, words.get('first') ?? []) + drawOne(random, words.get('second') ?? []);
    const firm = {
      id: `f${firms.length}`,
      name: `${city.name.replace(/市$/, '')}${brand}${drawOne(random, trades)}${drawOne(random, words.get('legal') ?? [])}`,
      shortName: null,
      creditCode: madeCode(random, city.code),
      addresses: [
        `${city.name}${drawOne(random, words.get('second') ?? [])}${drawOne(random, words.get('first') ?? [])}路${drawInteger(random, 1, 400)}号`,
      ],
      region: city.code,
    };
    firms.push(firm);
    if (firms.length % 100 === 1)
      firms.push({ ...firm, id: `${firm.id}again`, name: firm.name.replace(/有限公司$/, ''), creditCode: null });
  }
  return firms;
}
