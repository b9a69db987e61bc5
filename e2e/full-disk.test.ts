import { readFileSync } from 'node:fs';
import { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { getImport, startImport } from '@zhitong/contract/directory/import-contract';
import { getHealth } from '@zhitong/contract/directory/session-contract';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type Answer, type CityClient, clientOf, fileForm, signInAnswer } from './support/city-client.ts';
import { manyFirms } from './support/many-firms.ts';
import { figure, openOwnDatabase } from './support/own-database.ts';
import { dropDataDir, newDataDir, type RunningProduct, startProduct } from './support/product.ts';
import { canFillDisk, fillDisk, onSmallDisk } from './support/small-disk.ts';

const patiently = { timeout: 60_000, interval: 100 };
const rows = 10_000;
const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(9 * 1024 * 1024, 7)]);
const full = {
  zh: '服务器磁盘已满，这一步没有保存，您填的内容还在。请联系系统管理员清理磁盘后重试',
  en: expect.stringMatching(/^The disk of the server is full\. Nothing of this step was saved/),
};
/** where the database has gone too, whoever is asked first answers */
const clear = {
  zh: expect.stringMatching(/^(服务器磁盘已满，这一步没有保存|数据库暂时连不上)，您填的内容还在/),
  en: expect.stringMatching(/^The (disk of the server is full|database cannot be reached)/),
};

describe.runIf(canFillDisk())('the disk of the server is full', () => {
  let product: RunningProduct;
  let bureau: CityClient;
  let database: pg.Client;
  let checking: string;
  let entries: number;
  let empty: () => void = () => undefined;
  const pid = () => product.process.pid ?? 0;
  const folder = () => `/proc/${pid()}/root${product.dataDir}`;
  const fill = () => {
    empty = fillDisk(pid(), product.dataDir);
  };
  const handIn = (language: 'zh' | 'en') => bureau.call(addEvidence, { form: fileForm('执照.pdf', large) }, language);
  const startCheck = (mark: string) =>
    bureau.ask(startImport, { form: fileForm(`${mark}.csv`, manyFirms(rows, mark), { kind: 'organisations' }) });
  const health = async () => (await bureau.call(getHealth)).status;
  /** the database writes everything twice; this makes it want a new file for the first of the two */
  const useUpLog = async () => {
    await database.query(`select pg_logical_emit_message(true, 'bad-day', repeat('x', 1000000))`);
    await database.query('select pg_switch_wal()');
  };
  const importOf = (id: string) => bureau.ask(getImport, { params: { id } });

  beforeAll(async () => {
    const dataDir = newDataDir();
    const copyOf = inject('city').seeded;
    product = await startProduct({ dataDir, prefix: onSmallDisk(dataDir, { size: '400m', copyOf }) });
    bureau = await clientOf(product, 'bureau');
    database = await openOwnDatabase(folder());
  }, 240_000);
  afterAll(async () => {
    await database?.end().catch(() => undefined);
    await product?.stop();
    if (product) dropDataDir(product.dataDir);
  });

  it('an upload says so in both languages and leaves nothing behind', async () => {
    const files = await figure(database, 'select count(*) from stored_file');
    fill();
    expect(await handIn('zh')).toMatchObject({ status: 503, body: { code: 'platform.disk-full', message: full.zh } });
    expect(await handIn('en')).toMatchObject({ status: 503, body: { message: full.en } });
    expect(await figure(database, 'select count(*) from stored_file')).toBe(files);
    empty();
  });

  it('an import that is being checked says so and stays', async () => {
    checking = (await startCheck('满')).job.id;
    fill();
    await vi.waitFor(async () => expect((await importOf(checking)).refusal).toBeDefined(), patiently);
    expect(await importOf(checking)).toMatchObject({
      state: 'checking',
      allowed: ['discard'],
      refusal: { message: full.zh },
    });
  });

  it('a sign-in says so in both languages', async () => {
    const refused = await signInUntilRefused('zh');
    expect(refused).toMatchObject({ status: 503, body: { code: 'platform.disk-full', message: full.zh } });
    expect(await signInUntilRefused('en')).toMatchObject({ status: 503, body: { message: full.en } });
  });

  it('even where the database itself cannot go on it is said clearly', async () => {
    entries = await figure(database, 'select count(*) from audit_entry');
    for (let tries = 0; tries < 200 && (await health()) === 200; tries++) {
      fill();
      await useUpLog().catch(() => undefined);
    }
    expect(await health()).toBe(503);
    expect((await signInAnswer(product.url, 'firm.buyer', 'zh')).body).toMatchObject({ message: clear.zh });
    expect((await signInAnswer(product.url, 'firm.buyer', 'en')).body).toMatchObject({ message: clear.en });
  });

  it('when there is room again nothing is lost, everything works, and the import has gone on by itself', async () => {
    empty();
    await vi.waitFor(async () => expect(await health()).toBe(200), patiently);
    database = await openOwnDatabase(folder());
    expect(await figure(database, 'select count(*) from audit_entry')).toBeGreaterThanOrEqual(entries);
    expect(readFileSync(`${folder()}/postgresql.log`, 'utf8')).toContain('No space left on device');
    expect((await signInAnswer(product.url, 'firm.buyer')).status).toBe(200);
    expect((await handIn('zh')).status).toBe(201);
    await vi.waitFor(async () => expect((await importOf(checking)).state).toBe('checked'), patiently);
    expect((await importOf(checking)).refusal).toBeUndefined();
  });

  /** Small rows find room in pages that are there already; sooner or later one needs a new page. */
  async function signInUntilRefused(language: 'zh' | 'en'): Promise<Answer> {
    for (let tries = 0; tries < 150; tries++) {
      // what a failed transaction had taken is free again
      fill();
      const answer = await signInAnswer(product.url, 'firm.buyer', language);
      if (answer.status !== 200) return answer;
    }
    throw new Error('the disk never was full');
  }
});
