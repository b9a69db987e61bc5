import { spawn, spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keptSecret, makeDatabaseFolder } from './data-folder.ts';
import { isRoot, locatePostgres, nobody } from './postgres-binaries.ts';
import { fileSystemSentence, StartFailure } from './start-failure.ts';

export interface EmbeddedOptions {
  /** data folder of the installation; the cluster lives in `<folder>/postgresql` */
  readonly folder: string;
  /** tests only: no fsync, faster and not crash-safe */
  readonly throwAway?: boolean;
  readonly newPassword: () => string;
}

export interface EmbeddedCluster {
  /** superuser URL of a database of the cluster; used at start only, to make roles and databases */
  url(database: string): string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the cluster in the folder, or adopts the one an earlier, killed run left behind. First start .6–1.2 s, later ones 30–70 ms. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedCluster> {
  const binaries = locatePostgres(options.folder);
  const cluster = join(options.folder, 'postgresql-data');
  const password = keptSecret(options.folder, 'database-password', options.newPassword);
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, { cluster, password, folder: options.folder });
  const port = (await adopt(cluster)) ?? (await launch(binaries, { cluster, port: await freePort(), ...options }));
  const watch = keepAlive(cluster, () => launch(binaries, { cluster, port, ...options }));
  return {
    port,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await watch.end();
      await stopPostmaster(cluster);
    },
  };
}

/** A postmaster that dies under a running app (out of memory, killed) is started again on the same port. */
function keepAlive(cluster: string, relaunch: () => Promise<number>): { end: () => Promise<void> } {
  let starting: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    const state = readPostmaster(cluster);
    if (starting !== undefined || (state && isAlive(state.pid))) return;
    starting = relaunch()
      .catch(() => undefined)
      .finally(() => {
        starting = undefined;
      });
  }, 1000);
  timer.unref();
  return {
    end: async () => {
      clearInterval(timer);
      await starting;
    },
  };
}

/** Port of the running postmaster of this data folder, or undefined. For a second process that only wants to connect. */
export async function findRunning(folder: string): Promise<number | undefined> {
  const state = readPostmaster(join(folder, 'postgresql-data'));
  return state && isAlive(state.pid) && state.status === 'ready' ? state.port : undefined;
}

const asDatabaseUser = isRoot ? nobody : {};

function initialise(binaries: string, place: { cluster: string; password: string; folder: string }): void {
  rmSync(place.cluster, { recursive: true, force: true });
  makeDatabaseFolder(place.cluster);
  const passwordFile = join(place.folder, 'initdb-password');
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (isRoot) chownSync(passwordFile, nobody.uid, nobody.gid);
  // LC_CTYPE must not be C: pg_trgm would find nothing in Chinese
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--lc-messages=C',
  ];
  const run = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '-D',
      place.cluster,
      '-U',
      'postgres',
      '-E',
      'UTF8',
      ...locale,
      '--data-checksums',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
    ],
    { ...asDatabaseUser, encoding: 'utf8', cwd: place.cluster, env: {} },
  );
  rmSync(passwordFile, { force: true });
  if (run.status === 0) return;
  rmSync(place.cluster, { recursive: true, force: true });
  throw new StartFailure(initSentence(`${run.stderr}${run.error ?? ''}`, place.folder), { cause: run.error });
}

function initSentence(output: string, folder: string): string {
  if (/No space left/i.test(output))
    return fileSystemSentence(Object.assign(new Error(), { code: 'ENOSPC' }), folder) ?? output;
  if (/could not look up effective user/i.test(output))
    return 'The embedded PostgreSQL needs a user that this machine knows. Run as a known user, or set DATABASE_URL.';
  return `The embedded PostgreSQL could not be prepared in ${folder}: ${output.trim().split('\n').slice(-3).join(' ')}`;
}

async function launch(binaries: string, place: EmbeddedOptions & { cluster: string; port: number }): Promise<number> {
  const log = openSync(join(place.folder, 'postgresql.log'), 'a');
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${place.port}`,
    'max_connections=100',
  ];
  if (place.throwAway) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', place.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    // a log file, not a pipe (a pipe dies with us); detached, so that Ctrl-C reaches us and not the database first
    { ...asDatabaseUser, cwd: place.cluster, detached: true, stdio: ['ignore', log, log], env: {} },
  );
  let failed: Error | undefined;
  child.on('error', (error) => {
    failed = error;
  });
  child.unref();
  closeSync(log);
  for (let tries = 0; tries < 1200; tries++) {
    const state = readPostmaster(place.cluster);
    if (state?.status === 'ready' && state.pid === child.pid) return state.port;
    if (failed || child.exitCode !== null) break;
    await sleep(25);
  }
  throw new StartFailure(launchSentence(place.folder), { cause: failed });
}

function launchSentence(folder: string): string {
  const log = join(folder, 'postgresql.log');
  const tail = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' ') : '';
  if (/No space left/i.test(tail))
    return `The disk that holds ${folder} is full. Free some space (at least 500 MB) and start again.`;
  return `The embedded PostgreSQL did not start. Its last words: ${tail} (log: ${log})`;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** A killed app leaves its postmaster running: take it over. A pid file whose process is somebody else is left to PostgreSQL. */
async function adopt(cluster: string): Promise<number | undefined> {
  const state = readPostmaster(cluster);
  if (!state || !isAlive(state.pid) || !isPostmasterOf(state.pid, cluster)) return undefined;
  for (let tries = 0; tries < 1200; tries++) {
    const now = readPostmaster(cluster);
    if (!now || !isAlive(now.pid)) return undefined;
    if (now.status === 'ready') return now.port;
    if (now.status === 'stopping') await waitUntilGone(cluster);
    await sleep(25);
  }
  return undefined;
}

async function stopPostmaster(cluster: string): Promise<void> {
  const state = readPostmaster(cluster);
  if (!state || !isAlive(state.pid)) return;
  // SIGINT is the fast shutdown; SIGTERM would wait for clients
  process.kill(state.pid, 'SIGINT');
  await waitUntilGone(cluster);
}

/** Until postmaster.pid has vanished: the process itself may linger as a zombie. */
async function waitUntilGone(cluster: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (!existsSync(join(cluster, 'postmaster.pid'))) return;
    await sleep(25);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes(cluster);
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}
