import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { smallFolder, writeFolder } from '#testing/chainkg-small-folder';
import { openTestDatabase } from '#testing/test-database';
import { importChainkg } from './chainkg-import.ts';

const weihai = '371000';
const shenzhen = '440300';
const root = join(import.meta.dirname, '..', '..', '..', '..');

async function databaseWithRegions() {
  const database = await openTestDatabase();
  await sql`
    insert into region (code, name, level, parent) values
      ('370000', '山东省', 'province', null), ('371000', '威海市', 'prefecture', '370000'),
      ('440000', '广东省', 'province', null), ('440300', '深圳市', 'prefecture', '440000')`.execute(database.db);
  return database;
}

function smallImport(database: Database, files = smallFolder) {
  const folder = writeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return importChainkg(database, { folder, city: weihai, effects: realEffects });
}

const tables = [
  'product',
  'product_relation',
  'external_code',
  'organisation',
  'offer',
  'offer_search',
  'event',
] as const;

/** Rows of every table the import writes, in one city. */
function countRows(database: Database, city: string): Promise<Record<string, number>> {
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx);
      counts[table] = rows[0]?.n ?? -1;
    }
    return counts;
  });
}

const nothing = Object.fromEntries(tables.map((table) => [table, 0]));

describe('an import', () => {
  it('puts companies into their own city, their products into offers, and products and relations into the graph', async () => {
    const database = await databaseWithRegions();
    const { written, rowsRead } = await smallImport(database);
    expect(written).toEqual({ companies: 3, products: 7, relations: 4, offers: 5 });
    expect(rowsRead).toBe(29);
    expect(await countRows(database, weihai)).toMatchObject({ organisation: 1, offer: 2, offer_search: 5, event: 1 });
    expect(await countRows(database, shenzhen)).toMatchObject({ organisation: 1, offer: 2, event: 0 });
    expect(await countRows(database, '000000')).toMatchObject({ organisation: 1, offer: 1 });
  });

  it('keeps what the matcher reads: code, full name, place, share, and a dish without weight', async () => {
    const database = await databaseWithRegions();
    await smallImport(database);
    const offers = await database.db
      .selectFrom('offer_search')
      .select(['city', 'external_code', 'organisation_name', 'region', 'product_text', 'source', 'revenue_share'])
      .where('external_code', '=', '900001')
      .orderBy('product_text')
      .execute();
    const firm = {
      city: weihai,
      external_code: '900001',
      organisation_name: '新名材料股份有限公司',
      region: weihai,
      source: 'imported',
    };
    expect(offers).toEqual([
      { ...firm, product_text: '演示料乙', revenue_share: null },
      { ...firm, product_text: '演示料甲', revenue_share: 0.7 },
    ]);
    const weights = await database.db
      .selectFrom('product_relation')
      .select('weight')
      .where('kind', '=', 'made-from')
      .execute();
    expect(weights.map(({ weight }) => weight).sort()).toEqual([0, 1, 1]);
  });

  it('changes nothing the second time, and says so', async () => {
    const database = await databaseWithRegions();
    await smallImport(database);
    const before = await countRows(database, weihai);
    const { written } = await smallImport(database);
    expect(written).toEqual({ companies: 0, products: 0, relations: 0, offers: 0 });
    expect(await countRows(database, weihai)).toEqual(before);
  });

  it('of a grown folder adds what is new and leaves a company in its city', async () => {
    const database = await databaseWithRegions();
    await smallImport(database);
    const moved = smallFolder['company_region']?.replace('山东,威海市', '广东,深圳市') ?? '';
    const more = `${smallFolder['company_product']}900001,演示料丙,0.2\n`;
    const { written } = await smallImport(database, { ...smallFolder, company_region: moved, company_product: more });
    expect(written).toEqual({ companies: 0, products: 0, relations: 0, offers: 1 });
    expect(await countRows(database, weihai)).toMatchObject({ organisation: 1, offer: 3, event: 2 });
  });

  it('joins the hand-made graph by name', async () => {
    const database = await databaseWithRegions();
    await sql`insert into product (id, name, source) values ('demo-a', '演示料甲', 'hand')`.execute(database.db);
    await smallImport(database);
    const ids = await database.db
      .selectFrom('offer_search')
      .select('product_id')
      .where('product_text', '=', '演示料甲')
      .execute();
    expect(ids.map((row) => row.product_id)).toEqual(['demo-a', 'demo-a']);
    const relations = await database.db
      .selectFrom('product_relation')
      .select('kind')
      .where(({ or, eb }) => or([eb('from_id', '=', 'demo-a'), eb('to_id', '=', 'demo-a')]))
      .execute();
    expect(relations.length).toBeGreaterThan(0);
  });

  it('of a broken folder writes nothing at all', async () => {
    const database = await databaseWithRegions();
    const broken = { ...smallFolder, product_relations: 'from,to,type\n演示料甲,演示料乙\n' };
    await expect(smallImport(database, broken)).rejects.toMatchObject({ code: 'chainkg.broken-csv' });
    expect(await countRows(database, weihai)).toEqual(nothing);
  });

  it('that fails in the middle of writing leaves nothing', async () => {
    const database = await databaseWithRegions();
    const folder = writeFolder(smallFolder);
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const onProgress = (stage: string, done: number) => {
      if (stage === 'write' && done === 2) throw new Error('the lights went out');
    };
    const run = importChainkg(database, { folder, city: weihai, effects: realEffects, onProgress });
    await expect(run).rejects.toThrow('the lights went out');
    expect(await countRows(database, weihai)).toEqual(nothing);
  });

  it('killed in the middle of writing leaves nothing, and the next one does all of it', async () => {
    const database = await databaseWithRegions();
    const folder = writeFolder(smallFolder);
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const script = `
      import { connect } from '#platform/database';
      import { realEffects } from '#platform/effects';
      import { importChainkg } from '#features/matching/chainkg-import';
      const database = connect({ url: process.env.TEST_URL, kind: 'external' });
      const onProgress = (stage, done) => { if (stage === 'write' && done === 2) process.kill(process.pid, 'SIGKILL'); };
      await importChainkg(database, { folder: process.env.TEST_FOLDER, city: '371000', effects: realEffects, onProgress });`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: join(root, 'server'),
      env: { TEST_URL: database.url, TEST_FOLDER: folder },
      stdio: 'inherit',
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(await countRows(database, weihai)).toEqual(nothing);
    const { written } = await importChainkg(database, { folder, city: weihai, effects: realEffects });
    expect(written.offers).toBe(5);
  });

  it('beside another one is refused or finds all there, never half of it', async () => {
    const database = await databaseWithRegions();
    const both = await Promise.allSettled([smallImport(database), smallImport(database)]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const one of both)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'chainkg.another-import' });
    expect(await countRows(database, weihai)).toMatchObject({ external_code: 3, offer_search: 5, event: 1 });
  });
});

const realFolder = join(root, '..', 'shared', 'data', 'chainkg');

describe('the real chainkg folder', () => {
  it('arrives whole, beside its report, and changes nothing the second time', async ({ annotate, skip }) => {
    if (!existsSync(realFolder)) {
      const sentence = `NOT MEASURED: ${realFolder} is absent, so the import of the real data was not tried here.`;
      process.stderr.write(`\n${sentence}\n`);
      await annotate(sentence, 'warning');
      skip(sentence);
    }
    const database = await databaseWithRegions();
    const workingPlaces = [{ code: '600760', region: '210100' }];
    const options = { folder: realFolder, city: weihai, effects: realEffects, workingPlaces };
    const { written, report, rowsRead } = await importChainkg(database, options);
    expect(rowsRead).toBeGreaterThan(270_000);
    expect(written).toEqual({
      companies: report.kept.companies,
      products: report.kept.products,
      relations: report.kept.kindOf + report.kept.madeFrom,
      offers: report.kept.offers,
    });
    expect(written).toMatchObject({ companies: 4586 });
    expect(written.offers).toBeGreaterThan(53_000);
    // registered in 威海, works in 沈阳: every offer of it says both
    const moved = await database.db
      .selectFrom('offer_search')
      .select(['region', 'working_region'])
      .where('external_code', '=', '600760')
      .distinct()
      .execute();
    expect(moved).toEqual([{ region: weihai, working_region: '210100' }]);
    const again = await importChainkg(database, options);
    expect(again.written).toEqual({ companies: 0, products: 0, relations: 0, offers: 0 });
  }, 120_000);
});
