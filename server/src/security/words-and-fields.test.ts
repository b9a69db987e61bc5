import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { type OwnedThings, writeOwnedThings } from '#testing/owned-things';
import { fullSampleOf } from '#testing/sample-body';
import { requestOf } from '#testing/sample-request';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, circleMeltblown, meltblown, tackle, testCity } from '#testing/test-world';

/** Every address is called about a thing of the caller's own, so that what is sent reaches the rule and the database. */
let world: TestApp;
let operations: readonly ApiOperation[];
let owner: pg.Client;
let callers: readonly Caller[];

interface Caller {
  readonly client: TestClient;
  readonly things: OwnedThings;
}

beforeAll(async () => {
  world = await createTestApp();
  // ending one's own session would end the attack
  operations = listApiOperations(world.app).filter(
    ({ path }) => !path.startsWith('/api/session') && path !== '/api/live',
  );
  const { database, effects } = world;
  callers = await Promise.all(
    [buyer, bureau].map(async (own) => ({
      client: await world.signIn(own.username),
      things: await writeOwnedThings(database, { owner: own, other: tackle, newId: effects.newId }),
    })),
  );
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

interface Sent {
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly payload?: string | undefined;
}

async function send(client: TestClient, operation: ApiOperation, { url, query = {}, payload }: Sent) {
  const headers = {
    ...{ origin: 'http://localhost', host: 'localhost', cookie: client.cookie },
    ...(payload !== undefined && { 'content-type': 'application/json' }),
  };
  const search = new URLSearchParams(query).toString();
  const reply = await world.app.inject({
    ...{ method: operation.method, url: search ? `${url}?${search}` : url, headers },
    ...(payload !== undefined && { payload }),
  });
  expect(reply.statusCode, `${operation.name} ${payload} ${reply.body}`).toBeLessThan(500);
  expect(reply.headers['content-type'] ?? '', operation.name).not.toContain('text/html');
  return reply;
}

/** The smallest body an address takes, and one with every field it may have. */
function bodiesOf(operation: ApiOperation, things: OwnedThings, words: string): readonly object[] {
  const { payload } = requestOf(operation, things);
  if (payload === undefined) return [];
  return [Object(withWords(JSON.parse(payload), words)), Object(fullSampleOf(operation.body, words))];
}

function withWords(value: unknown, words: string): unknown {
  if (typeof value === 'string') return value.startsWith('演示') ? words : value;
  if (Array.isArray(value)) return value.map((each) => withWords(each, words));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withWords(each, words)]));
}

/** Who holds which post, whose organisation is what: what no body may change by the way. */
async function rights(): Promise<unknown> {
  const posts = await asOwner(
    `select person_id, organisation_id, role from post where role in ('operator', 'system-administrator', 'security-administrator', 'audit-administrator') order by 1, 2, 3`,
  );
  const organisations = await asOwner(
    // what kind of body a department is, the bureau may say
    `select id, city, demo, case when id <> '${bureau.id}' then kind end as kind from organisation
      where id in ('${bureau.id}', '${buyer.id}', '${meltblown.id}') order by id`,
  );
  return { posts, organisations };
}

async function asOwner(query: string): Promise<readonly unknown[]> {
  await owner.query('begin');
  await owner.query(`set local zhitong.city = '${testCity}'; set local zhitong.viewer = 'system'`);
  const { rows } = await owner.query(query);
  await owner.query('rollback');
  return rows;
}

const smuggled = {
  ...{ id: meltblown.id, organisationId: meltblown.id, buyerId: meltblown.id, personId: bureau.person.id },
  ...{ role: 'operator', city: circleMeltblown.city, demo: false, state: 'chosen', isAdmin: true },
  ...{ viewer: 'system', position: 1, level: 'verified' },
};

describe('fields a route does not know', () => {
  it('raise nobody and move nothing, on every route, sent about one’s own things', async () => {
    const before = await rights();
    let taken = 0;
    for (const operation of operations)
      for (const { client, things } of callers)
        for (const body of bodiesOf(operation, things, '演示')) {
          // what the address itself asks for stays as it is
          const payload = JSON.stringify({ ...smuggled, ...body });
          const reply = await send(client, operation, { ...requestOf(operation, things), payload });
          if (reply.statusCode < 300) taken++;
        }
    expect(taken, 'bodies that were taken all the same').toBeGreaterThan(10);
    expect(await rights()).toEqual(before);
  }, 60_000);

  it('that reach into the program itself are refused', async () => {
    const [manager] = callers;
    for (const key of ['__proto__', 'constructor'])
      for (const operation of operations.filter(({ body }) => body !== undefined)) {
        const payload = `{"${key}":{"prototype":{"role":"operator"},"role":"operator"}}`;
        if (!manager) throw new Error('nobody is signed in');
        const reply = await send(manager.client, operation, { ...requestOf(operation, manager.things), payload });
        if (key === '__proto__') expect(reply.statusCode, operation.name).toBeGreaterThanOrEqual(400);
      }
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('publish a need in nobody else’s name', async () => {
    const manager = await world.signIn(buyer.username);
    const body = { kind: 'sourcing', text: '采购熔喷布 3 吨，BFE≥95', idempotencyKey: 'smuggled-1' };
    const reply = await manager.post('/api/needs', { ...body, ...smuggled, city: '370600' });
    expect(reply.statusCode).toBe(201);
    expect(reply.json().need.state).toBe('open');
    const other = await world.signIn(meltblown.username);
    expect((await other.get(`/api/needs/${reply.json().need.id}`)).statusCode).toBe(404);
  });
});

const injections = [
  `'; drop table need; --`,
  `x' or '1'='1`,
  `\\'; select pg_sleep(5); --`,
  `$$; delete from event; $$`,
  `%_\\`,
  `<script>alert(1)</script>`,
  `../../../../etc/passwd`,
  `\u202e\u200b{{7*7}}\${7*7}`,
] as const;

describe('words that are code somewhere else', () => {
  for (const words of injections)
    it(`are words on every route, in body, address and query: ${JSON.stringify(words)}`, async () => {
      const before = await laidDown();
      let taken = 0;
      for (const operation of operations)
        for (const caller of callers) taken += await sayEverywhere(caller, operation, words);
      expect(taken, 'bodies with these words that were taken').toBeGreaterThan(5);
      const after = await laidDown();
      expect(after.tables).toEqual(before.tables);
      expect(after.events).toBeGreaterThanOrEqual(before.events);
    }, 60_000);

  it('come back letter by letter where they were written', async () => {
    const [manager] = callers;
    for (const [n, words] of injections.entries()) {
      const body = { kind: 'sourcing', text: `采购熔喷布 3 吨，BFE≥95 ${words}`, idempotencyKey: `words-of-code-${n}` };
      const made = await manager?.client.post('/api/needs', body);
      expect(made?.statusCode, made?.body).toBe(201);
      const read = await manager?.client.get(`/api/needs/${made?.json().need.id}`);
      expect(read?.json().need.text).toContain(words);
    }
  });
});

/** In query, address and every field; answers how many bodies were taken. */
async function sayEverywhere({ client, things }: Caller, operation: ApiOperation, words: string): Promise<number> {
  const own = requestOf(operation, things);
  const query = Object.fromEntries(operation.queryParameters.map(({ name }) => [name, words]));
  await send(client, operation, { ...own, query });
  await send(client, operation, { ...own, url: addressWith(operation, words) });
  let taken = 0;
  for (const body of bodiesOf(operation, things, words)) {
    const reply = await send(client, operation, { ...own, payload: JSON.stringify(body) });
    if (reply.statusCode < 300) taken++;
  }
  return taken;
}

function addressWith({ path }: ApiOperation, words: string): string {
  return path.replaceAll(/\{\w+\}/g, encodeURIComponent(words));
}

async function laidDown(): Promise<{ readonly tables: readonly unknown[]; readonly events: number }> {
  const tables = await asOwner(`select oid::int from pg_class where relkind = 'r' order by 1`);
  const events = await asOwner('select id from event');
  return { tables, events: events.length };
}
