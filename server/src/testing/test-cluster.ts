import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appRole, ensureAppRole, grantToApp } from '#platform/database-roles';
import { type EmbeddedCluster, startEmbedded } from '#platform/embedded-postgres';
import { migrate } from '#platform/migrations';
import { createTestEffects } from './test-effects.ts';
import { testHasher } from './test-hasher.ts';
import { writeWorld } from './write-world.ts';

export const testPassword = 'test-only';
/** `empty`: migrated, nothing in it. `world`: with the test city of test-world.ts. */
export type TestTemplate = 'empty' | 'world';
const templates = { empty: 'zhitong_template', world: 'zhitong_world' } as const satisfies Record<TestTemplate, string>;

export interface TestCluster {
  /** superuser URL of a database */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** A throw-away PostgreSQL of its own (no fsync) with a migrated template that each test file copies in tens of milliseconds. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-test-'));
  chmodSync(folder, 0o755);
  const cluster = await startEmbedded({ folder, throwAway: true, newPassword: () => randomBytes(12).toString('hex') });
  await makeTemplates(cluster);
  return {
    adminUrl: cluster.url('postgres'),
    stop: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplates(cluster: EmbeddedCluster): Promise<void> {
  const admin = new pg.Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query(`create role zhitong_owner login createrole nosuperuser password '${testPassword}'`);
  await admin.query(`create database ${templates.empty} owner zhitong_owner`);
  const owner = new pg.Client({ connectionString: asRole(cluster.url(templates.empty), 'zhitong_owner') });
  await owner.connect();
  await migrate(owner);
  await ensureAppRole(owner, testPassword);
  await grantToApp(owner, appRole);
  await owner.end();
  await admin.query(`create database ${templates.world} template ${templates.empty} owner zhitong_owner`);
  await writeWorld(asRole(cluster.url(templates.world), appRole), createTestEffects(undefined, 0xf0000), testHasher);
  for (const name of Object.values(templates))
    await admin.query(`alter database ${name} is_template true allow_connections false`);
  await admin.end();
}

/** A fresh database of its own. Answers the URLs of the app role and of the owner. */
export async function cloneDatabase(
  adminUrl: string,
  template: TestTemplate = 'empty',
): Promise<{ url: string; ownerUrl: string; name: string }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} template ${templates[template]} owner zhitong_owner`);
  await admin.end();
  const here = new URL(adminUrl);
  here.pathname = `/${name}`;
  return { url: asRole(here.toString(), appRole), ownerUrl: asRole(here.toString(), 'zhitong_owner'), name };
}

function asRole(url: string, role: string): string {
  const own = new URL(url);
  own.username = role;
  own.password = testPassword;
  return own.toString();
}
