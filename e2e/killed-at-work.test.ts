import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decideClaim, getClaim, listClaims } from '@zhitong/contract/directory/claim-contract';
import { addEvidence } from '@zhitong/contract/directory/evidence-contract';
import { getImport, startImport, takeImport } from '@zhitong/contract/directory/import-contract';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { type CityClient, clientOf, fileForm } from './support/city-client.ts';
import { copyDataDir } from './support/demo-city.ts';
import { manyFirms } from './support/many-firms.ts';
import { figure, openOwnDatabase, waitingFor, waitingWith } from './support/own-database.ts';
import { dropDataDir, newDataDir, type RunningProduct, startProduct } from './support/product.ts';

const cli = join(import.meta.dirname, '..', 'server', 'src', 'cli.ts');
const rows = 10_000;
const pdf = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
const patiently = { timeout: 60_000, interval: 50 };
const approval = { decision: 'approved', words: '已电话核实' };

let product: RunningProduct;
let database: pg.Client;
/** holds everything up */
let holding: pg.Client;
let bureau: CityClient;
let taken: string;
let checking: string;
let claim: string;
let before: Figures;

interface Figures {
  readonly organisations: number;
  readonly files: number;
  readonly contents: number;
  readonly posts: number;
}

async function figures(): Promise<Figures> {
  return {
    organisations: await figure(database, 'select count(*) from organisation'),
    files: await figure(database, 'select count(*) from stored_file'),
    contents: await figure(database, 'select count(*) from stored_content'),
    posts: await figure(database, 'select count(*) from post'),
  };
}

const unsealed = () => figure(database, 'select count(*) from audit_entry where position is null');
const importOf = (id: string) => bureau.ask(getImport, { params: { id } });
const take = async (id: string) => {
  const { accepted } = await importOf(id);
  return bureau.ask(takeImport, { params: { id }, body: { rows: accepted } });
};

async function send(mark: string): Promise<string> {
  const form = fileForm(`${mark}.csv`, manyFirms(rows, mark), { kind: 'organisations' });
  return (await bureau.ask(startImport, { form })).job.id;
}

/**
 * Stops everything at its last step. Of the two imports one has been checked to the last row and waits to say so; of the other, the
 * upload and the decision all is written but the line in the trail. What somebody did just before waits for its seal.
 */
async function stopInTheMiddle(): Promise<void> {
  await holding.query('begin');
  await holding.query('lock table audit_head in share mode');
  await clientOf(product, 'firm.buyer');
  checking = await send('乙');
  await holding.query('select 1 from import_job where id = $1 for update', [checking]);
  before = await figures();
  await holding.query('lock table audit_entry in share mode');
  const asked = [
    take(taken),
    bureau.ask(addEvidence, { form: fileForm('执照.pdf', pdf) }),
    bureau.ask(decideClaim, { params: { id: claim }, body: approval }),
  ];
  const refused: string[] = [];
  for (const each of asked) each.catch((error: unknown) => refused.push(String(error)));
  const waiting = async () => ({
    refused: [...refused],
    trail: await waitingFor(database, 'audit_entry'),
    seal: (await waitingFor(database, 'audit_head')) > 0,
    check: (await waitingWith(database, 'from "import_job" where%for update')) > 0,
  });
  await vi.waitFor(
    async () => expect(await waiting()).toEqual({ refused: [], trail: 3, seal: true, check: true }),
    patiently,
  );
}

beforeAll(async () => {
  const dataDir = newDataDir();
  copyDataDir(inject('city').seeded, dataDir);
  product = await startProduct({ dataDir });
  [database, holding] = [await openOwnDatabase(dataDir), await openOwnDatabase(dataDir)];
  bureau = await clientOf(product, 'bureau');
  taken = await send('甲');
  await vi.waitFor(async () => expect((await importOf(taken)).state).toBe('checked'), patiently);
  const { claims } = await bureau.ask(listClaims, { query: { status: 'waiting' } });
  claim = claims[0]?.id ?? '';
  await stopInTheMiddle();
  expect((await importOf(checking)).state).toBe('checking');
  expect(await unsealed()).toBeGreaterThan(0);
  await product.kill();
  await holding.end();
  product = await startProduct({ dataDir, port: product.port });
}, 240_000);

afterAll(async () => {
  await database?.end().catch(() => undefined);
  await product?.stop();
  if (product) dropDataDir(product.dataDir);
});

describe('the server is killed in the middle of everything at once', () => {
  it('has written nothing by halves: no firm, no file, no post, no step of a claim', async () => {
    expect(await figures()).toEqual(before);
    expect((await bureau.ask(getClaim, { params: { id: claim } })).status).toBe('waiting');
    expect(await importOf(taken)).toMatchObject({ state: 'checked', created: 0 });
  });

  it('goes on by itself with the file that was being checked', async () => {
    await expect.poll(async () => (await importOf(checking)).state, { timeout: 40_000 }).toBe('checked');
    const { accepted, rejected } = await importOf(checking);
    expect(accepted + rejected).toBe(rows);
  });

  it('seals what was committed and not sealed yet, without anybody writing anew', async () => {
    await expect.poll(unsealed, { timeout: 10_000 }).toBe(0);
    const words = [cli, 'audit', 'verify'];
    const env = { ...process.env, ZHITONG_DATA_DIR: product.dataDir };
    // exit code 0: it would throw otherwise
    expect((await promisify(execFile)(process.execPath, words, { env })).stdout).toMatch(/完整|intact/i);
  });

  it('does each of them once when it is asked again', async () => {
    const job = await take(taken);
    expect(job).toMatchObject({ state: 'taken', created: job.accepted });
    await bureau.ask(addEvidence, { form: fileForm('执照.pdf', pdf) });
    await bureau.ask(decideClaim, { params: { id: claim }, body: approval });
    const after = await figures();
    expect(after).toEqual({
      organisations: before.organisations + job.created,
      files: before.files + 1,
      contents: before.contents + 1,
      posts: before.posts + 1,
    });
  });
});
