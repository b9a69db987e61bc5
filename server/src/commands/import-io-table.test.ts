import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { findIoTable } from '#features/chains/io-table-store';
import { inContext } from '#platform/context';
import { connect } from '#platform/database';
import { cloneDatabase } from '#testing/test-cluster';
import { testCity } from '#testing/test-world';
import { runCommand } from './run-command.ts';

let folder: string;
let url: string;
let env: Record<string, string>;

beforeAll(async () => {
  const clone = await cloneDatabase(inject('adminUrl'), 'world');
  url = clone.url;
  folder = mkdtempSync(join(tmpdir(), 'zhitong-io-'));
  chmodSync(folder, 0o755);
  env = {
    ...{ DATABASE_URL: clone.ownerUrl, DATABASE_APP_URL: url, ZHITONG_DATA_DIR: folder, LANG: 'en', INIT_CWD: folder },
    ZHITONG_SECRET: 'a secret of the tests, thirty-two characters',
  };
  return () => rmSync(folder, { recursive: true, force: true });
});

async function type(words: readonly string[], lang = 'en') {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(['import', 'io-table', ...words], {
    env: { ...env, LANG: lang },
    out: (line) => out.push(line),
    err: { write: (text: string) => err.push(text) },
  });
  return { code, out: out.join('\n'), err: err.join('') };
}

const of = ['--source', '2020 table', '--as-of', '2020-12-31'];
const write = (...lines: readonly string[]) => {
  writeFileSync(join(folder, 'io.csv'), ['from_sector,to_sector,coefficient', ...lines].join('\n'));
  return 'io.csv';
};
async function stored() {
  const database = connect({ url, kind: 'external' });
  const found = await inContext(database, { city: testCity, viewer: 'system' }, findIoTable);
  await database.close();
  return found;
}

describe('import io-table', () => {
  it('refuses the whole file for one wrong row, and says which rows and why in the language of the terminal', async () => {
    const file = write(
      '化学产品,纺织品,0.2',
      '煤油,17,0.1',
      '30,30,1.5',
      '31,17,abc',
      '32,17,-0.1',
      '化学产品,纺织品,0.1',
    );
    const { code, out } = await type([file, ...of]);
    expect(code).toBe(1);
    expect(out).toContain('rows are wrong, nothing was imported');
    expect(out).toContain('Row 3: “煤油” is no code of GB/T 4754');
    expect(out).toContain('Row 4: The coefficient 1.5 is above 1');
    expect(out).toContain('Row 5: The coefficient “abc” is no number');
    expect(out).toContain('Row 6: The coefficient -0.1 is below 0');
    expect(out).toContain('Row 7:');
    expect(await stored()).toBeUndefined();
    expect((await type([file, ...of], 'zh_CN.UTF-8')).out).toContain('第 3 行：“煤油”不是 GB/T 4754 代码');
  });

  it('takes names and codes, keeps source and day, and changes nothing a second time', async () => {
    const file = write('化学产品,纺织品,0.2', '30,C39,0.05');
    expect(await type([file, ...of])).toMatchObject({ code: 0, out: 'Imported: 4 sectors, 2 coefficients.' });
    expect(await stored()).toMatchObject({ source: '2020 table', asOf: '2020-12-31' });
    expect((await stored())?.industryOf.get('pan-precursor')).toBe('2823');
    expect((await type([file, ...of])).out).toBe('This table was imported before; nothing has changed.');
  });

  it('is used in the version imported last', async () => {
    await type([write('26,17,0.3'), '--source', '2023 table', '--as-of', '2023-12-31']);
    expect(await stored()).toMatchObject({ source: '2023 table', table: { coefficients: [['26', '17', 0.3]] } });
  });

  it('says what is typed wrongly', async () => {
    expect((await type([write('26,17,0.3')])).err).toContain('--source TEXT is needed');
    expect((await type([write('26,17,0.3'), '--source', 'x', '--as-of', '2020'])).err).toContain('--as-of DATE');
    expect((await type(['nothing.csv', ...of])).code).toBe(1);
  });
});
