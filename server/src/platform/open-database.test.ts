import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { cloneDatabase, startTestCluster } from '#testing/test-cluster';
import { type Config, readConfig } from '../config.ts';
import { openDatabase } from './open-database.ts';

function configFor(env: Record<string, string>): Config {
  const read = readConfig({ ZHITONG_SECRET: 'only-for-tests-0123456789abcdef0123456789', ...env });
  if (read.kind === 'problems') throw new Error(read.problems.join());
  return read.config;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-open-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function asAdmin(database: string, statements: readonly string[]): Promise<void> {
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${database}`;
  const admin = new pg.Client({ connectionString: url.toString() });
  await admin.connect();
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}

describe('the operator’s own PostgreSQL', () => {
  it('is migrated by its owner and used by a role that owns nothing', async () => {
    // a server of its own: the app role belongs to the whole cluster, and other tests sign in with it
    const cluster = await startTestCluster();
    onTestFinished(() => cluster.stop());
    const { ownerUrl } = await cloneDatabase(cluster.adminUrl);
    const opened = await openDatabase(configFor({ DATABASE_URL: ownerUrl }), newFolder());
    const { rows } = await opened.database.pool.query<{ user: string; tables: number }>(
      'select current_user as user, (select count(*)::int from pg_tables where tableowner = current_user) as tables',
    );
    await opened.database.close();
    expect(rows[0]).toEqual({ user: 'zhitong_app', tables: 0 });
    expect(opened.database.kind).toBe('external');
  });

  it('is refused when the app would run as a superuser', async () => {
    const { ownerUrl, name } = await cloneDatabase(inject('adminUrl'));
    const admin = new URL(inject('adminUrl'));
    admin.pathname = `/${name}`;
    const config = configFor({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: admin.toString() });
    await expect(openDatabase(config, newFolder())).rejects.toThrow(/superuser/);
  });

  it('is refused when the app would run as the owner of the tables', async () => {
    const { ownerUrl } = await cloneDatabase(inject('adminUrl'));
    const config = configFor({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: ownerUrl });
    await expect(openDatabase(config, newFolder())).rejects.toThrow(/owner of the tables/);
  });

  it('asks for a second URL when the owner may not create roles', async () => {
    await asAdmin('postgres', [
      "create role plain_owner login password 'plain'",
      'create database plain_city owner plain_owner',
    ]);
    const url = new URL(inject('adminUrl'));
    Object.assign(url, { username: 'plain_owner', password: 'plain', pathname: '/plain_city' });
    await expect(openDatabase(configFor({ DATABASE_URL: url.toString() }), newFolder())).rejects.toThrow(
      /DATABASE_APP_URL/,
    );
  });

  it('is refused with a sentence when an applied migration was edited', async () => {
    const { ownerUrl, name } = await cloneDatabase(inject('adminUrl'));
    await asAdmin(name, ["update schema_migration set hash = 'other' where name like '0001%'"]);
    await expect(openDatabase(configFor({ DATABASE_URL: ownerUrl }), newFolder())).rejects.toThrow(
      /edited after it was applied/,
    );
  });
});
