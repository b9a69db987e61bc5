import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createApp } from '@zhitong/server/app';
import { demoCity } from '@zhitong/server/commands/demo-city';
import { seedDemo } from '@zhitong/server/commands/seed-demo';
import { ensureReference, readWorkingPlaces } from '@zhitong/server/commands/seed-reference';
import { importChainkg } from '@zhitong/server/features/matching/chainkg-import';
import { LiveIndex } from '@zhitong/server/features/matching/live-index';
import { LoopFollowers } from '@zhitong/server/features/matching/loop-followers';
import type { Database } from '@zhitong/server/platform/database';
import { realEffects } from '@zhitong/server/platform/effects';
import { EventHub } from '@zhitong/server/platform/event-hub';
import { LiveStreams } from '@zhitong/server/platform/live-streams';
import { testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import { bareRoute } from './bare-route.ts';
import { benchConfig, openBenchDatabase } from './bench-database.ts';
import { sharedFile } from './shared-folder.ts';

export interface BenchServer {
  /** address of the whole product */
  readonly url: string;
  /** address of the bare route that replays the statements of the last page asked for */
  readonly bareUrl: string;
  stop(): Promise<void>;
}

export const serveArgument = 'serve';

/** `test`: the small city of the tests; `demo`: the city as it is delivered, with all its cases and articles; `nation`: with the import beside it. */
export const benchCities = ['test', 'demo', 'nation'] as const;
export type BenchCity = (typeof benchCities)[number];

/** The product in a process of its own, on the embedded PostgreSQL as it is delivered (fsync on). */
export async function startBenchServer(of: BenchCity = 'test'): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'run.ts'), [serveArgument, of], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { url, bareUrl } = await addressesFrom(child);
  return {
    url,
    bareUrl,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done());
        child.send('stop');
      }),
  };
}

const fill: Readonly<Record<BenchCity, (database: Database) => Promise<unknown>>> = {
  test: ({ url }) => writeWorld(url, realEffects),
  demo: async (database) => {
    await ensureReference(database, demoCity);
    await seedDemo(database, { effects: realEffects });
  },
  nation: async (database) => {
    await fill.demo(database);
    const workingPlaces = readWorkingPlaces();
    await importChainkg(database, {
      folder: sharedFile('chainkg'),
      city: demoCity,
      effects: realEffects,
      workingPlaces,
    });
  },
};

/** What the child process does. */
export async function serve(of: BenchCity): Promise<void> {
  const opened = await openBenchDatabase();
  const { database } = opened;
  await fill[of](database);
  const hub = new EventHub(database);
  const live = new LiveStreams(database, hub);
  const loop = { database, hub, city: testCity, effects: realEffects, onError: console.error };
  const index = new LiveIndex(loop);
  await index.start();
  const followers = new LoopFollowers({ ...loop, index });
  const app = await createApp({
    ...{ database, hub, live, index, effects: realEffects, version: 'bench', city: testCity, demo: true },
    // what is measured is the server, not its patience
    rates: { address: Number.MAX_SAFE_INTEGER, account: Number.MAX_SAFE_INTEGER },
    ...{ secret: benchConfig.secret, secureCookies: false, logLevel: 'warn' },
  });
  const bare = createServer(bareRoute(database.pool));
  await hub.start();
  await followers.start();
  await app.listen({ port: 0, host: '127.0.0.1' });
  await new Promise<void>((done) => bare.listen(0, '127.0.0.1', done));
  process.send?.({ url: addressOf(app.server.address()), bareUrl: addressOf(bare.address()) });
  process.once('message', async () => {
    live.close();
    bare.close();
    await app.close();
    await followers.close();
    await index.close();
    await hub.close();
    await opened.close();
    process.exit(0);
  });
}

function addressOf(address: string | AddressInfo | null): string {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

function addressesFrom(child: ChildProcess): Promise<{ url: string; bareUrl: string }> {
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the server of the benchmark ended with ${code}`)));
    child.once('message', (message) => {
      if (message && typeof message === 'object' && 'url' in message && 'bareUrl' in message)
        done({ url: String(message.url), bareUrl: String(message.bareUrl) });
    });
  });
}
