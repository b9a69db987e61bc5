import { creditCodeCheckDigit } from '@zhitong/domain/directory/credit-code';
import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { purchaseIntake } from '@zhitong/server/features/chains/purchase-intake';
import { DuplicateLookup } from '@zhitong/server/features/directory/duplicate-lookup';
import { ImportRunner } from '@zhitong/server/features/directory/import-runner';
import { type ImportDeps, startImport } from '@zhitong/server/features/directory/import-service';
import { takeImport } from '@zhitong/server/features/directory/import-take-service';
import { LiveIndex } from '@zhitong/server/features/matching/live-index';
import { offerIntake } from '@zhitong/server/features/matching/offer-intake';
import { supplierRename } from '@zhitong/server/features/matching/supplier-rename';
import { withBulkConnection } from '@zhitong/server/platform/bulk-connection';
import { inContext } from '@zhitong/server/platform/context';
import type { Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { EventHub } from '@zhitong/server/platform/event-hub';
import type { Viewer } from '@zhitong/server/platform/viewer';
import { openWorkbook, type TestCell, workbookOf } from '@zhitong/server/testing/test-sheet';
import { bureau, hrss, testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import { openBenchDatabase } from './bench-database.ts';
import type { BenchTable } from './bench-table.ts';

const count = 10_000;
const aim = 1_000;

/** 10,000 rows of a workbook read, checked against the library and written, beside the same file merely read and copied. */
export async function importExcel(): Promise<BenchTable> {
  const opened = await openBenchDatabase();
  const { database } = opened;
  await writeWorld(database.url, realEffects);
  const hub = new EventHub(database);
  await hub.start();
  const index = new LiveIndex({ database, hub, city: testCity, onError: console.error });
  await index.start();
  const offers = offerIntake({ index, effects: realEffects });
  const purchases = purchaseIntake({
    ...{ effects: realEffects, recognise: () => null, productName: (id) => id },
    regions: () => index.regions.values(),
  });
  const lookup = new DuplicateLookup({ database, effects: realEffects });
  const use = { database, effects: realEffects, city: testCity, offers, purchases, lookup };
  const runner = new ImportRunner({ ...use, onError: console.error });
  const renameSupplier = supplierRename(realEffects);
  const deps = {
    ...{ database, effects: realEffects, runner, offers, purchases, renameSupplier },
    secret: 'a secret of the benchmarks',
  };
  try {
    const rows: string[][] = [];
    for (const { kind, name, cells } of sheets) {
      const content = await workbookOf(cells());
      rows.push(line(`${name}: read with exceljs and COPY`, await copyAsItIs(database, content)));
      rows.push(...(await importOnce(deps, { kind, name, content })));
    }
    return { title: 'Import from Excel', note, head: ['run', 'rows', 'seconds', 'rows/s'], rows };
  } finally {
    await runner.close();
    await lookup.close();
    await index.close();
    await hub.close();
    await opened.close();
  }
}

const note = `One .xlsx of ${count.toLocaleString('en-US')} rows for each kind, embedded PostgreSQL as delivered (fsync on), in the small test city. Checking reads the file in a thread of its own, holds every cell against its column, every row against the file and the library (organisations also against every known one by the matcher), and keeps the rows with what is wrong with them. Taking asks the library once more and writes all good rows in one transaction with history, events and audit line. Peer: the same file read by exceljs and copied into one bare table without key, index or rule. Aim: at least ${aim.toLocaleString('en-US')} rows/s from file to written.`;

interface Sheet {
  readonly kind: ImportKind;
  readonly name: string;
  readonly cells: () => readonly (readonly TestCell[])[];
}

const numbers = () => Array.from({ length: count }, (_, n) => n);
const firmOf = (n: number) => `测${nameOf(n)}制造有限公司（演示）`;

const sheets: readonly Sheet[] = [
  {
    ...{ kind: 'organisations', name: 'organisations' },
    cells: () => [
      ['名称', '统一社会信用代码', '类别', '行政区划', '注册地址', '联系人', '联系电话', '来源'],
      ...numbers().map((n) => [
        ...[firmOf(n), codeOf(n), '企业', '371002 环翠区', `威海市环翠区示例路 ${n} 号`],
        ...['演示-甲', `0631-${String(n).padStart(7, '0')}`, '测量用名录'],
      ]),
    ],
  },
  {
    ...{ kind: 'people', name: 'people and posts' },
    cells: () => [
      ['姓名', '手机号', '单位', '角色'],
      ...numbers().map((n) => [`演示-${n}`, `139${String(n).padStart(8, '0')}`, hrss.name, '承办人']),
    ],
  },
  {
    ...{ kind: 'offers', name: 'offers' },
    cells: () => [
      ['企业', '产品', '产能', '计量单位', '周期', '性能指标', '证书'],
      ...numbers().map((n) => [
        ...[firmOf(n), '熔喷布', String((n % 9) + 1), '吨', '天', 'BFE ≥ 95 %；克重 20-30 g/m²', 'ISO 13485'],
      ]),
    ],
  },
];

/** Invented names that are not namesakes of one another: no two have the same three characters. */
function nameOf(n: number): string {
  const at = (value: number, row: number) => String.fromCodePoint(0x4f00 + row * 1_000 + (value % 22) * 37);
  return `${at(n, 0)}${at(Math.floor(n / 22), 1)}${at(Math.floor(n / 484), 2)}`;
}

function codeOf(n: number): string {
  const first17 = `91371000BEN${String(n).padStart(6, '0')}`;
  return `${first17}${creditCodeCheckDigit(first17)}`;
}

const office: Viewer = {
  ...{ userId: 'bench', personId: bureau.person.id, personName: bureau.person.name, postId: bureau.person.postId },
  ...{ city: testCity, role: 'operator', organisationId: bureau.id, organisationName: bureau.name },
  ...{ address: '127.0.0.1', requestId: 'bench' },
};

/** Checked, and then written: two lines and their sum. */
async function importOnce(
  deps: ImportDeps,
  { kind, name, content }: { kind: ImportKind; name: string; content: Buffer },
): Promise<string[][]> {
  const start = performance.now();
  const id = await startImport(deps, office, { kind, fileName: `${kind}.xlsx`, content, language: 'zh' });
  await deps.runner.idle();
  const checked = performance.now();
  const rows = await acceptedRows(deps.database, id);
  await takeImport(deps, office, { id, rows });
  const taken = performance.now();
  return [
    line(`${name}: checked`, { rows: count, seconds: (checked - start) / 1000 }),
    line(`${name}: taken`, { rows, seconds: (taken - checked) / 1000 }),
    line(`${name}: from file to written`, { rows, seconds: (taken - start) / 1000 }),
  ];
}

async function acceptedRows(database: Database, id: string): Promise<number> {
  const job = await inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('import_job')
      .select(['state', 'accepted'])
      .where('city', '=', testCity)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  if (job.state !== 'checked') throw new Error(`the import is ${job.state}, not checked`);
  return job.accepted;
}

interface Timed {
  readonly rows: number;
  readonly seconds: number;
}

async function copyAsItIs(database: Database, content: Buffer): Promise<Timed> {
  const start = performance.now();
  const [sheet] = (await openWorkbook(content)).worksheets;
  const rows: string[][] = [];
  sheet?.eachRow((row) => rows.push((Array.isArray(row.values) ? row.values : []).slice(1).map(String)));
  const columns = (rows[0] ?? []).map((_, at) => `c${at}`);
  await withBulkConnection(database, async ({ database: { db }, copy }) => {
    await db.transaction().execute(async (tx) => {
      await tx.schema
        .createTable('bare_sheet')
        .temporary()
        .onCommit('drop')
        .$call((builder) => columns.reduce((made, column) => made.addColumn(column, 'text'), builder))
        .execute();
      await copy('bare_sheet', columns, rows);
    });
  });
  return { rows: rows.length - 1, seconds: (performance.now() - start) / 1000 };
}

function line(name: string, { rows, seconds }: Timed): string[] {
  const rate = Math.round(rows / seconds).toLocaleString('en-US');
  return [name, rows.toLocaleString('en-US'), seconds.toFixed(1), rate];
}
