import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cloneDatabase, startTestCluster } from './test-cluster.ts';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..', '..', '..');
const target = join(root, 'server', 'src', 'platform', 'tables.ts');

/** Row types of the migrated schema, as `platform/tables.ts` must hold them. Run this file after a new migration. */
export function generateTables(ownerUrl: string): string {
  const mapping = JSON.stringify({ int8: 'number', jsonb: 'unknown' });
  const options = [
    '--dialect',
    'postgres',
    '--include-pattern',
    'public.*',
    '--date-parser',
    'string',
    '--type-mapping',
    mapping,
  ];
  const bin = join(dirname(require.resolve('kysely-codegen')), 'cli', 'bin.js');
  const run = spawnSync(process.execPath, [bin, '--url', ownerUrl, ...options, '--print'], {
    encoding: 'utf8',
    cwd: root,
  });
  if (run.status !== 0) throw new Error(`kysely-codegen failed: ${run.stderr}${run.stdout}`);
  const generated = run.stdout
    .slice(run.stdout.indexOf('/**'))
    .replaceAll('export interface DB ', 'export interface Tables ');
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const formatted = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path', target], {
    input: generated,
    encoding: 'utf8',
    cwd: root,
  });
  if (formatted.status !== 0) throw new Error(`biome failed: ${formatted.stderr}`);
  return formatted.stdout;
}

if (process.argv[1] === import.meta.filename) {
  const cluster = await startTestCluster();
  try {
    const { ownerUrl } = await cloneDatabase(cluster.adminUrl);
    writeFileSync(target, generateTables(ownerUrl));
  } finally {
    await cluster.stop();
  }
}

export function readTables(): string {
  return readFileSync(target, 'utf8');
}
