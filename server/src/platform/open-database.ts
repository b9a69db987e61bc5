import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Config } from '../config.ts';
import { keptSecret } from './data-folder.ts';
import { connect, type Database } from './database.ts';
import { appPassword, appRole, ensureAppRole, grantToApp, refusePowerfulRole } from './database-roles.ts';
import { type EmbeddedCluster, startEmbedded } from './embedded-postgres.ts';
import { migrate } from './migrations.ts';
import { StartFailure } from './start-failure.ts';

export interface OpenDatabase {
  readonly database: Database;
  /** URL of the owner role: migrations and bulk imports only */
  readonly ownerUrl: string;
  readonly applied: readonly string[];
  /** undefined on the operator's own server */
  readonly cluster: EmbeddedCluster | undefined;
}

const newPassword = () => randomBytes(24).toString('hex');

type DatabaseConfig = Pick<Config, 'secret' | 'databaseUrl' | 'databaseAppUrl'>;

/** The database of this installation: started or reached, migrated, its app role ready. */
export async function openDatabase(config: DatabaseConfig, folder: string): Promise<OpenDatabase> {
  const secret = config.secret ?? keptSecret(folder, 'secret', newPassword);
  if (config.databaseUrl === undefined) {
    const cluster = await startEmbedded({ folder, newPassword });
    try {
      const ownerUrl = await ensureDatabase(cluster, appPassword(`owner ${secret}`));
      return { ...(await prepare(ownerUrl, { secret, kind: 'embedded', appUrl: undefined })), cluster };
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }
  const opened = await prepare(config.databaseUrl, { secret, kind: 'external', appUrl: config.databaseAppUrl });
  return { ...opened, cluster: undefined };
}

async function prepare(
  ownerUrl: string,
  options: { secret: string; kind: 'embedded' | 'external'; appUrl: string | undefined },
): Promise<Omit<OpenDatabase, 'cluster'>> {
  const owner = await connectOwner(ownerUrl);
  try {
    await refuseOldServer(owner);
    const applied = await migrate(owner);
    const url = options.appUrl ?? (await appUrl(owner, ownerUrl, options.secret));
    await grantToApp(owner, new URL(url).username);
    await refusePowerfulRole(url);
    return { database: connect({ url, kind: options.kind }), ownerUrl, applied };
  } finally {
    await owner.end();
  }
}

async function appUrl(owner: pg.Client, ownerUrl: string, secret: string): Promise<string> {
  const password = appPassword(secret);
  if (!(await ensureAppRole(owner, password)))
    throw new StartFailure(
      'The role of DATABASE_URL may not create roles. Make a role that owns nothing and give its URL as DATABASE_APP_URL.',
    );
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.toString();
}

async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const where = new URL(url);
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `The database at ${where.hostname}:${where.port || '5432'} cannot be reached: ${why}. Check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  }
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  const version = Number(rows[0]?.version);
  if (version < 150_000)
    throw new StartFailure(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`);
  if (rows[0]?.encoding !== 'UTF8')
    throw new StartFailure(`The database must be UTF8; this one is ${rows[0]?.encoding}.`);
}

/** In the embedded cluster: an owner role and the database `zhitong`. Answers the owner's URL. */
async function ensureDatabase(cluster: EmbeddedCluster, password: string): Promise<string> {
  const admin = await connectOwner(cluster.url('postgres'));
  try {
    const { rowCount: roles } = await admin.query("select 1 from pg_roles where rolname = 'zhitong_owner'");
    const settings = `login createrole nosuperuser password '${password}'`;
    await admin.query(`${roles ? 'alter' : 'create'} role zhitong_owner ${settings}`);
    const { rowCount: databases } = await admin.query("select 1 from pg_database where datname = 'zhitong'");
    if (!databases) await admin.query('create database zhitong owner zhitong_owner');
  } finally {
    await admin.end();
  }
  return `postgresql://zhitong_owner:${password}@127.0.0.1:${cluster.port}/zhitong`;
}
