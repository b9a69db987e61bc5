import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChainkgRows, chainkgColumns, chainkgFiles } from '@zhitong/domain/matching/chainkg-rows';
import { ensureReference } from '@zhitong/server/commands/seed-reference';
import { readChainkgFolder } from '@zhitong/server/features/matching/chainkg-folder';
import { importChainkg } from '@zhitong/server/features/matching/chainkg-import';
import { withBulkConnection } from '@zhitong/server/platform/bulk-connection';
import { prepareDataFolder } from '@zhitong/server/platform/data-folder';
import type { Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { openDatabase } from '@zhitong/server/platform/open-database';
import type { BenchTable } from './bench-table.ts';

const folder = join(import.meta.dirname, '..', '..', 'shared', 'data', 'chainkg');
const city = '371000';
const aim = 20_000;

/** The whole chainkg folder into a fresh installation, beside the same files copied as they are. */
export async function importRate(): Promise<BenchTable> {
  const title = 'Import of the chainkg folder';
  const head = ['run', 'rows read', 'seconds', 'rows/s', 'written'];
  if (!existsSync(folder)) return { title, note: `NOT MEASURED: ${folder} is absent.`, head, rows: [] };
  const installation = await freshInstallation();
  try {
    const { database } = installation;
    await ensureReference(database, city);
    const bare = await timed(() => copyAsTheyAre(database));
    const first = await timed(() => importOnce(database));
    const second = await timed(() => importOnce(database));
    return {
      title,
      note: `Embedded PostgreSQL as delivered (fsync on), hand-made graph and all regions in place, one connection. The import checks the whole folder, cleans it, joins the graph and writes city by city under row-level security in one transaction. Peer: the same files parsed and copied into seven bare text tables without key, index or rule. Aim: at least ${aim.toLocaleString('en-US')} rows/s.`,
      head,
      rows: [row('parse and COPY, nothing else', bare), row('import', first), row('import again', second)],
    };
  } finally {
    await installation.stop();
  }
}

interface Timed {
  readonly rowsRead: number;
  readonly written: number;
  readonly seconds: number;
}

async function timed(run: () => Promise<Omit<Timed, 'seconds'>>): Promise<Timed> {
  const start = performance.now();
  const counts = await run();
  return { ...counts, seconds: (performance.now() - start) / 1000 };
}

async function importOnce(database: Database): Promise<Omit<Timed, 'seconds'>> {
  const { rowsRead, written } = await importChainkg(database, { folder, city, effects: realEffects });
  return { rowsRead, written: Object.values(written).reduce((sum, count) => sum + count, 0) };
}

async function copyAsTheyAre(database: Database): Promise<Omit<Timed, 'seconds'>> {
  const rows = readChainkgFolder(folder);
  return withBulkConnection(database, async ({ database: { db }, copy }) => {
    let copied = 0;
    await db.transaction().execute(async (tx) => {
      for (const file of chainkgFiles) {
        const columns = chainkgColumns[file].map((column) => `"${column}"`);
        const table = `bare_${file}`;
        await tx.schema
          .createTable(table)
          .temporary()
          .$call((builder) => chainkgColumns[file].reduce((made, column) => made.addColumn(column, 'text'), builder))
          .execute();
        copied += await copy(table, columns, valuesOf(rows, file));
      }
    });
    return { rowsRead: copied, written: copied };
  });
}

function valuesOf(rows: ChainkgRows, file: keyof ChainkgRows): string[][] {
  return rows[file].map((line) => Object.values(line));
}

async function freshInstallation(): Promise<{ database: Database; stop: () => Promise<void> }> {
  const place = mkdtempSync(join(tmpdir(), 'zhitong-bench-'));
  // the database does not run as root and must be able to enter
  chmodSync(place, 0o755);
  const data = prepareDataFolder(join(place, 'data'), join(import.meta.dirname, '..'));
  const { database, cluster } = await openDatabase(config, data);
  return {
    database,
    stop: async () => {
      await database.close();
      await cluster?.stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

const config = {
  ...{ port: 0, host: '127.0.0.1', databaseUrl: undefined, databaseAppUrl: undefined, dataDir: undefined },
  ...{ city, demo: false, secret: 'a secret of the benchmarks, long enough' },
};

function row(name: string, { rowsRead, written, seconds }: Timed): readonly string[] {
  const rate = Math.round(rowsRead / seconds);
  return [
    name,
    ...[
      rowsRead.toLocaleString('en-US'),
      seconds.toFixed(1),
      rate.toLocaleString('en-US'),
      written.toLocaleString('en-US'),
    ],
  ];
}
