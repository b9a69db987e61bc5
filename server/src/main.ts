import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { demoCity } from './commands/demo-city.ts';
import { seedStepWords } from './commands/seed-command.ts';
import { seedDemo } from './commands/seed-demo.ts';
import { ensureReference } from './commands/seed-reference.ts';
import { type Config, isLoopback, readConfig } from './config.ts';
import { LiveIndex } from './features/matching/live-index.ts';
import { LoopFollowers } from './features/matching/loop-followers.ts';
import { takeApplicationLock } from './platform/application-lock.ts';
import { keptSecret, prepareDataFolder } from './platform/data-folder.ts';
import type { Database } from './platform/database.ts';
import { realEffects } from './platform/effects.ts';
import { EventHub } from './platform/event-hub.ts';
import { LiveStreams } from './platform/live-streams.ts';
import { openDatabase } from './platform/open-database.ts';
import { StartFailure } from './platform/start-failure.ts';

const root = join(import.meta.dirname, '..', '..');
const say = (line: string) => process.stdout.write(`${line}\n`);

await main();

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'problems') return fail(read.problems);
  try {
    await run(read.config);
  } catch (error) {
    if (error instanceof StartFailure) return fail([error.message]);
    throw error;
  }
}

async function run(config: Config): Promise<void> {
  const folder = prepareDataFolder(config.dataDir, root);
  const release = takeApplicationLock(folder);
  say(
    config.databaseUrl
      ? 'Database: reaching the one of DATABASE_URL …'
      : `Database: starting PostgreSQL in ${folder} …`,
  );
  const opened = await openDatabase(config, folder).catch((error: unknown) => {
    release();
    throw error;
  });
  if (opened.applied.length > 0) say(`Database: ${opened.applied.length} migrations applied`);
  const hub = new EventHub(opened.database);
  const live = new LiveStreams(opened.database, hub);
  const secret = config.secret ?? keptSecret(folder, 'secret', () => randomBytes(32).toString('hex'));
  const { city } = config;
  const loop = { database: opened.database, hub, city, effects: realEffects, onError: sayFollowerError };
  await fill(opened.database, config);
  const index = new LiveIndex(loop);
  await index.start();
  const followers = new LoopFollowers({ ...loop, index });
  const app = await createApp({
    database: opened.database,
    hub,
    live,
    index,
    effects: realEffects,
    version: readVersion(),
    city,
    demo: config.demo,
    secret,
    secureCookies: !isLoopback(config.host),
    logLevel: 'warn',
  });
  const stop = async () => {
    live.close();
    await app.close();
    await Promise.all([followers.close(), index.close()]);
    await hub.close();
    await opened.database.close();
    await opened.cluster?.stop();
    release();
  };
  stopOnSignal(stop);
  await hub.start();
  await followers.start();
  await listen(app, config).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  say(`Zhitong is ready: http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${config.port}`);
}

/** Regions and products at the first start; with them, in demo mode, the whole demo city. */
async function fill(database: Database, { city, demo }: Config): Promise<void> {
  await ensureReference(database, city);
  if (!demo || city !== demoCity) return;
  await seedDemo(database, {
    effects: realEffects,
    onStep: (step, done, total) => say(`Demo city: ${seedStepWords[step].en} (${done + 1}/${total}) …`),
  });
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, config: Config): Promise<void> {
  try {
    await app.listen({ port: config.port, host: config.host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartFailure(`Port ${config.port} is taken by another program. Stop it, or set PORT to a free one.`, {
        cause: error,
      });
    if (code === 'EACCES')
      throw new StartFailure(`Port ${config.port} needs more rights than this user has. Set PORT to one above 1024.`, {
        cause: error,
      });
    if (code === 'EADDRNOTAVAIL')
      throw new StartFailure(
        `This machine has no address ${config.host}. Set HOST to 127.0.0.1 or one of its own addresses.`,
        { cause: error },
      );
    throw error;
  }
}

/** A follower stops at what it cannot handle and tries again on the next wake; the operator reads why. */
function sayFollowerError(error: unknown): void {
  process.stderr.write(`Following the event log failed, trying again: ${String(error)}\n`);
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function fail(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readVersion(): string {
  const text: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return text !== null && typeof text === 'object' && 'version' in text ? String(text.version) : 'unknown';
}
