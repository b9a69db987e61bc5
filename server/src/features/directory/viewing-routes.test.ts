import { mayEver, type Permission, permissions } from '@zhitong/domain/directory/permission';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { listApiOperations } from '#testing/api-operations';
import { writeOwnedThings } from '#testing/owned-things';
import { requestOf } from '#testing/sample-request';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import {
  auditAdministrator,
  bureau,
  buyer,
  meltblown,
  securityAdministrator,
  tackle,
  testCity,
  testColleagues,
} from '#testing/test-world';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const purpose = '企业说看不到商机，核对菜单';
const begin = (client: TestClient, postId: string, why = purpose) =>
  client.post(`/api/posts/${postId}/viewing`, { purpose: why });
const end = (client: TestClient) => client.del('/api/viewing');
/** A code of the phone is good once, so each session begins with the next one. */
function watcher(): Promise<TestClient> {
  world.effects.pass(30_000);
  return world.signInAnew(securityAdministrator.username);
}

/** A security administrator who looks at the screens of the buyer, in a session of its own. */
async function watching(postId = buyer.person.postId): Promise<TestClient> {
  const client = await watcher();
  expect((await begin(client, postId)).statusCode).toBe(200);
  return client;
}

async function trail() {
  return inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor_name', 'subject_id', 'why', 'after'])
      .where('action', 'like', 'viewing.%')
      .orderBy('at')
      .orderBy('id')
      .execute(),
  );
}

describe('viewing as a person', () => {
  it('is refused to everybody but the security administrator, and to a stranger', async () => {
    for (const { username, person } of testColleagues) {
      if (person.role === 'security-administrator') continue;
      expect([username, (await begin(await world.signIn(username), buyer.person.postId)).statusCode]).toEqual([
        ...[username, 403],
      ]);
    }
    expect((await world.stranger.post(`/api/posts/${buyer.person.postId}/viewing`, { purpose })).statusCode).toBe(401);
  });

  it('needs a purpose, a post that is held, and nobody’s of the three administrators, one’s own neither', async () => {
    const client = await watcher();
    expect((await begin(client, buyer.person.postId, ' ')).statusCode).toBe(400);
    expect((await begin(client, '01900000-0000-7000-8000-00000000dead')).statusCode).toBe(404);
    const administrator = await begin(client, auditAdministrator.person.postId);
    expect([administrator.statusCode, administrator.json().code]).toEqual([409, 'directory.viewing-administrator']);
    const own = await begin(client, securityAdministrator.person.postId);
    expect([own.statusCode, own.json().code]).toEqual([409, 'directory.viewing-self']);
    expect((await end(client)).statusCode).toBe(404);
  });

  it('answers whose screens they are and until when, and says so to every page', async () => {
    const client = await watching();
    const session = (await client.get('/api/session')).json();
    expect(session.person.id).toBe(securityAdministrator.person.id);
    expect(session.viewing).toMatchObject({
      person: { id: buyer.person.id, name: buyer.person.name },
      post: { id: buyer.person.postId, role: 'manager', organisation: { id: buyer.id, kind: 'enterprise' } },
    });
    expect(new Date(session.viewing.until).getTime() - world.effects.now().getTime()).toBeLessThanOrEqual(15 * 60_000);
  });

  it('is written into the trail at the start with its purpose, and at the end, in the name of who looked', async () => {
    const before = (await trail()).length;
    const client = await watching();
    expect((await end(client)).json().viewing).toBeUndefined();
    const lines = (await trail()).slice(before);
    expect(lines).toMatchObject([
      { action: 'viewing.started', actor_name: securityAdministrator.person.name, why: purpose },
      { action: 'viewing.ended', actor_name: securityAdministrator.person.name, after: { how: 'by-hand' } },
    ]);
    for (const line of lines) expect(line.subject_id).toBe(buyer.person.id);
    expect((await client.get('/api/accounts')).statusCode).toBe(200);
  });

  it('ends by itself after a quarter of an hour, and with the sign-out', async () => {
    const client = await watching();
    world.effects.pass(14 * 60_000);
    expect((await client.get('/api/accounts')).statusCode).toBe(403);
    world.effects.pass(60_000);
    expect((await client.get('/api/accounts')).statusCode).toBe(200);
    expect((await client.get('/api/session')).json().viewing).toBeUndefined();
    expect((await trail()).at(-1)).toMatchObject({ action: 'viewing.ended', after: { how: 'time-over' } });
    const leaving = await watching();
    expect((await leaving.del('/api/session')).statusCode).toBe(200);
    expect((await trail()).at(-1)).toMatchObject({ action: 'viewing.ended', after: { how: 'signed-out' } });
  });

  it('does not touch the other sessions of who looks, nor those of who is looked at', async () => {
    const [other, looked] = [await watcher(), await world.signIn(buyer.username)];
    await watching();
    expect((await other.get('/api/accounts')).statusCode).toBe(200);
    expect((await looked.get('/api/needs')).statusCode).toBe(200);
  });
});

const posts = [buyer, bureau].map(({ person }) => person);

describe.each(posts)('while looking at the screens of $role', ({ postId, role }) => {
  it('every change is refused, at every address', async () => {
    const client = await watching(postId);
    const changes = listApiOperations(world.app).filter(({ method, name }) => method !== 'GET' && !ways.includes(name));
    expect(changes.length).toBeGreaterThan(60);
    const done: string[] = [];
    for (const { method, path, name } of changes) {
      const url = path.replaceAll(/\{\w+\}/g, buyer.id);
      const headers = { ...own(client), 'content-type': 'application/json' };
      const reply = await world.app.inject({ method, url, payload: '{}', headers });
      if (reply.statusCode !== 403 || reply.json().code !== 'platform.viewing-only')
        done.push(`${name}: ${reply.statusCode}`);
    }
    expect(done).toEqual([]);
  });

  it('nothing is read that is not open to both, at every address', async () => {
    const client = await watching(postId);
    const things = await writeOwnedThings(world.database, { owner: buyer, other: tackle, newId: world.effects.newId });
    const wrong: string[] = [];
    for (const operation of listApiOperations(world.app)) {
      const { permission = 'public', name } = operation;
      if (operation.method !== 'GET' || permission === 'public' || name === 'GET /api/live') continue;
      const both = ['security-administrator' as const, role].every((one) => mayEver(nameOf(permission), one));
      const { headers, ...request } = requestOf(operation, things);
      const { statusCode } = await world.app.inject({ ...request, headers: { ...headers, ...own(client) } });
      if ((statusCode === 403) === both && !name.endsWith('/export')) wrong.push(`${name}: ${statusCode}`);
      if (statusCode >= 500) wrong.push(`${name}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
  });

  it('no contact is opened, not even that of the post’s own firm', async () => {
    const client = await watching(postId);
    for (const firm of [buyer, meltblown, tackle]) {
      const reply = await client.get(`/api/organisations/${firm.id}`);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).not.toContain(firm.phone);
      expect(reply.json().contact).toBeUndefined();
    }
  });

  it('no list leaves the house and no stream is opened', async () => {
    const client = await watching(postId);
    const list = listApiOperations(world.app).filter(({ name }) => name === 'GET /api/organisations/export');
    expect(list).toHaveLength(1);
    for (const { path } of list) expect((await client.get(path)).json().code).toBe('platform.viewing-only');
    expect((await client.get('/api/live')).statusCode).toBe(403);
  });
});

describe('the database', () => {
  it('itself refuses a change in the context of somebody who looks', async () => {
    const viewer: Viewer = {
      ...{ userId: 'u', personId: buyer.person.id, personName: '', city: testCity, postId: buyer.person.postId },
      ...{ role: 'manager', organisationId: buyer.id, organisationName: buyer.name, address: '', requestId: '' },
      watcher: {
        ...{ personId: securityAdministrator.person.id, personName: '', role: 'security-administrator' },
        organisationId: securityAdministrator.organisation.id,
      },
    };
    const change = inContext(world.database, contextOf(viewer), (tx) =>
      sql`update organisation set name = name where city = ${testCity} and id = ${buyer.id}`.execute(tx),
    );
    await expect(change).rejects.toThrow(/read-only transaction/);
  });
});

const ways = ['DELETE /api/viewing', 'DELETE /api/session'];
const own = ({ cookie }: TestClient) => ({ cookie, origin: 'http://localhost', host: 'localhost' });
const nameOf = (permission: string): Permission => {
  const found = Object.keys(permissions).find((name): name is Permission => name === permission);
  if (!found) throw new Error(`${permission} is not in the table`);
  return found;
};
