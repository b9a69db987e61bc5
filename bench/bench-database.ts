import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataFolder } from '@zhitong/server/platform/data-folder';
import { type OpenDatabase, openDatabase } from '@zhitong/server/platform/open-database';
import { testCity } from '@zhitong/server/testing/test-world';

export const benchConfig = {
  ...{ port: 0, host: '127.0.0.1', databaseUrl: undefined, databaseAppUrl: undefined, dataDir: undefined },
  ...{ city: testCity, demo: true, secret: 'a secret of the benchmarks, long enough' },
};

export interface BenchDatabase extends OpenDatabase {
  /** URL of the superuser of this cluster */
  readonly adminUrl: string;
  close(): Promise<void>;
}

/** An empty, migrated embedded PostgreSQL as it is delivered (fsync on), in a folder of its own. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const place = mkdtempSync(join(tmpdir(), 'zhitong-bench-'));
  // the database does not run as root and must be able to enter
  chmodSync(place, 0o755);
  const folder = prepareDataFolder(join(place, 'data'), join(import.meta.dirname, '..'));
  const opened = await openDatabase(benchConfig, folder);
  if (!opened.cluster) throw new Error('the benchmark runs on the embedded database');
  const { cluster } = opened;
  const close = async () => {
    await opened.database.close();
    await cluster.stop();
    rmSync(place, { recursive: true, force: true });
  };
  return { ...opened, adminUrl: cluster.url('zhitong'), close };
}
