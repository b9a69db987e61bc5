import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { inject } from 'vitest';
import { LiveIndex } from '#features/matching/live-index';
import { LoopFollowers } from '#features/matching/loop-followers';
import { connect, type Database } from '#platform/database';
import { EventHub } from '#platform/event-hub';
import { LiveStreams } from '#platform/live-streams';
import { type AppOptions, createApp } from '../app.ts';
import { cloneDatabase } from './test-cluster.ts';
import { createTestEffects, type TestEffects } from './test-effects.ts';
import { testHasher } from './test-hasher.ts';
import { testCity, testWorldPassword } from './test-world.ts';
import { TrailWatch } from './trail-watch.ts';

export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly ownerUrl: string;
  readonly hub: EventHub;
  readonly live: LiveStreams;
  readonly index: LiveIndex;
  readonly followers: LoopFollowers;
  readonly effects: TestEffects;
  readonly trail: TrailWatch;
  /** what the followers stumbled over */
  readonly errors: readonly unknown[];
  /** how many passwords were checked against a hash */
  readonly passwordChecks: () => number;
  /** a caller without a cookie */
  readonly stranger: TestClient;
  /** a caller with a cookie got elsewhere */
  withCookie(cookie: string): TestClient;
  signIn(username: string): Promise<TestClient>;
  /** a second session of the same person, or one after the first has run out */
  signInAnew(username: string): Promise<TestClient>;
  close(): Promise<void>;
}

/** Calls the app as the browser does: same-origin, with the cookie of its sign-in. */
export interface TestClient {
  readonly cookie: string;
  get(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
  post(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  put(url: string, body?: object, headers?: Headers): Promise<LightMyRequestResponse>;
  del(url: string, headers?: Headers): Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

export interface TestAppOptions {
  readonly demo?: boolean;
  /** on a cluster that the test may stop, instead of the one all tests share */
  readonly adminUrl?: string;
  /** a second node on the same database */
  readonly beside?: { readonly url: string; readonly ownerUrl: string };
  /** settings of the sign-in that differ from the usual ones, and where log lines go */
  readonly settings?: Partial<
    Pick<
      AppOptions,
      | 'limits'
      | 'rates'
      | 'passwordDays'
      | 'strangerBytesADay'
      | 'logTo'
      | 'logLevel'
      | 'secureCookies'
      | 'singleSignOn'
      | 'trustedProxies'
      | 'testClock'
      | 'notices'
      | 'baseMap'
    >
  >;
}

/** What the application of a test seals and signs with. */
export const testAppSecret = 'a secret of the tests, 32 letters or more';

/**
 * The whole application on its own copy of the test city (test-world.ts), the clock standing still.
 */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { url, ownerUrl } = options.beside ?? (await cloneDatabase(options.adminUrl ?? inject('adminUrl'), 'world'));
  const database = connect({ url, kind: 'embedded', size: 8 });
  // two nodes never make the same id
  const effects = createTestEffects(undefined, options.beside ? 0x80000 : 0);
  const errors: unknown[] = [];
  const hub = new EventHub(database);
  const live = new LiveStreams(database, hub);
  const onError = (error: unknown) => errors.push(error);
  const index = new LiveIndex({ database, hub, city: testCity, onError });
  await index.start();
  const followers = new LoopFollowers({ database, hub, index, effects, city: testCity, onError });
  const { hasher, passwordChecks } = countedHasher();
  const app = await createApp({
    ...{ database, hub, live, index, effects },
    version: 'test',
    city: testCity,
    demo: options.demo ?? true,
    secret: testAppSecret,
    secureCookies: false,
    logLevel: 'silent',
    // the clock of the tests stands still
    rates: { address: Number.MAX_SAFE_INTEGER, account: Number.MAX_SAFE_INTEGER },
    hasher,
    ...options.settings,
  });
  const trail = new TrailWatch(app);
  await app.ready();
  await hub.start();
  await followers.start();
  const known = new Map<string, TestClient>();
  return {
    ...{ app, database, ownerUrl, hub, live, index, followers, effects, errors, trail, passwordChecks },
    stranger: clientOf(app, ''),
    withCookie: (cookie) => clientOf(app, cookie),
    signIn: async (username) => {
      const client = known.get(username) ?? clientOf(app, await cookieOf(app, username));
      known.set(username, client);
      return client;
    },
    signInAnew: async (username) => clientOf(app, await cookieOf(app, username)),
    close: async () => {
      // a test that stopped its database has nothing left to ask
      const unaudited = await trail.unaudited(database).catch(() => []);
      live.close();
      await app.close();
      await Promise.all([followers.close(), index.close()]);
      await hub.close();
      await database.close();
      if (unaudited.length > 0) throw new Error(`changed without an entry in the trail: ${unaudited.join(', ')}`);
    },
  };
}

function countedHasher() {
  let checks = 0;
  const verify: typeof testHasher.verify = (hash, password) => {
    checks++;
    return testHasher.verify(hash, password);
  };
  return { hasher: { ...testHasher, verify }, passwordChecks: () => checks };
}

/** Signs in as a person would, with the code of the phone where the account asks for one. */
async function cookieOf(app: FastifyInstance, username: string): Promise<string> {
  const payload = { username, password: testWorldPassword };
  const reply = await app.inject({ method: 'POST', url: '/api/session', payload });
  if (reply.statusCode !== 200) throw new Error(`${username} cannot sign in: ${reply.statusCode} ${reply.body}`);
  const cookie = sessionCookieOf(reply);
  if (reply.json().status !== 'second-factor') return cookie;
  const { code } = (await clientOf(app, cookie).get('/api/session/second-factor/demo-code')).json();
  return sessionCookieOf(await clientOf(app, cookie).post('/api/session/second-factor', { code }));
}

/** The session a reply has begun, as the browser sends it from then on. */
export function sessionCookieOf(reply: LightMyRequestResponse): string {
  const cookie = reply.cookies.find(({ name }) => name === 'zhitong_session');
  return cookie ? `${cookie.name}=${encodeURIComponent(cookie.value)}` : '';
}

function clientOf(app: FastifyInstance, cookie: string): TestClient {
  const own = { origin: 'http://localhost', host: 'localhost', ...(cookie ? { cookie } : {}) };
  const call = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, more: InjectOptions) =>
    app.inject({ method, url, ...more, headers: { ...own, ...more.headers } });
  return {
    cookie,
    get: (url, headers = {}) => call('GET', url, { headers }),
    post: (url, body = {}, headers = {}) => call('POST', url, { payload: body, headers }),
    put: (url, body = {}, headers = {}) => call('PUT', url, { payload: body, headers }),
    del: (url, headers = {}) => call('DELETE', url, { headers }),
  };
}
