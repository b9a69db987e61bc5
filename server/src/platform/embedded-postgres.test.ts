import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedCluster, findRunning, startEmbedded } from './embedded-postgres.ts';

const newPassword = () => 'a-test-password';
let folder: string;
let cluster: EmbeddedCluster | undefined;

function newFolder(): string {
  folder = mkdtempSync(join(tmpdir(), 'zhitong-embedded-'));
  chmodSync(folder, 0o755);
  return folder;
}

afterEach(async () => {
  await cluster?.stop();
  cluster = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function query<T extends pg.QueryResultRow>(text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: cluster?.url('postgres') });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  it('listens on loopback only, asks for a password and is UTF-8 with Chinese letters known as letters', async () => {
    cluster = await startEmbedded({ folder: newFolder(), newPassword, throwAway: true });
    const [row] = await query<{ listen: string; encoding: string; letter: boolean }>(
      `select current_setting('listen_addresses') as listen, current_setting('server_encoding') as encoding, '熔' ~ '\\w' as letter`,
    );
    expect(row).toEqual({ listen: '127.0.0.1', encoding: 'UTF8', letter: true });
    const wrong = new pg.Client({ connectionString: cluster.url('postgres').replace('a-test-password', 'wrong') });
    await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
  });

  it('keeps what it was told across a stop and a start, and finds nothing running in between', async () => {
    cluster = await startEmbedded({ folder: newFolder(), newPassword });
    await query('create table kept (x int); insert into kept values (42)');
    await cluster.stop();
    expect(await findRunning(folder)).toBeUndefined();
    cluster = await startEmbedded({ folder, newPassword });
    expect(await query('select x from kept')).toEqual([{ x: 42 }]);
  });

  it('is adopted, not started twice, when the program that started it was killed', async () => {
    newFolder();
    const starter = spawn(process.execPath, ['--input-type=module', '-e', starterProgram()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((ready) => starter.stdout.once('data', ready));
    starter.kill('SIGKILL');
    await new Promise((gone) => starter.once('exit', gone));
    const before = readFileSync(join(folder, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[0];
    cluster = await startEmbedded({ folder, newPassword });
    const after = readFileSync(join(folder, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[0];
    expect(after).toBe(before);
    expect(await query('select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('is started again on the same port when it dies under a running app', async () => {
    cluster = await startEmbedded({ folder: newFolder(), newPassword });
    await query('create table kept (x int); insert into kept values (7)');
    process.kill(
      Number(readFileSync(join(folder, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    let rows: unknown[] = [];
    for (let tries = 0; tries < 100 && rows.length === 0; tries++) {
      await new Promise((soon) => setTimeout(soon, 100));
      rows = await query('select x from kept').catch(() => []);
    }
    expect(rows).toEqual([{ x: 7 }]);
  });

  it('recovers by itself when the database too was killed; what was committed is there', async () => {
    cluster = await startEmbedded({ folder: newFolder(), newPassword });
    await query('create table kept (x int); insert into kept values (7)');
    const pid = Number(readFileSync(join(folder, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await new Promise((soon) => setTimeout(soon, 300));
    await cluster.stop();
    cluster = await startEmbedded({ folder, newPassword });
    expect(await query('select x from kept')).toEqual([{ x: 7 }]);
  });
});

function starterProgram(): string {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'));
  return `const { startEmbedded } = await import(${module});
    await startEmbedded({ folder: ${JSON.stringify(folder)}, newPassword: () => 'a-test-password' });
    console.log('ready'); setInterval(() => {}, 1000);`;
}
