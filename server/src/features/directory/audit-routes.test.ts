import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proveFile, UnreadableExport } from '#platform/audit-file';
import { sealAudit } from '#platform/audit-sealer';
import { publish, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeEntries } from '#testing/test-trail';
import {
  auditAdministrator,
  bureau,
  buyer,
  circleMeltblown,
  securityAdministrator,
  testCity,
} from '#testing/test-world';

let world: TestApp;
let reader: TestClient;
let folder: string;
beforeAll(async () => {
  world = await createTestApp();
  reader = await world.signIn(auditAdministrator.username);
  await writeEntries(world.database, 30);
  await writeEntries(world.database, 3, circleMeltblown.city);
  await Promise.all([testCity, circleMeltblown.city].map((city) => sealAudit(world.database, city)));
  folder = mkdtempSync(join(tmpdir(), 'zhitong-trail-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

interface Row {
  position: number;
  action: string;
  subject: { kind: string };
  why: string | null;
  who: { name: string };
  after: Record<string, unknown> | null;
}

async function read(query: string): Promise<{ entries: Row[]; next: number | null }> {
  await sealAudit(world.database, testCity);
  const reply = await reader.get(`/api/audit?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
}

describe('the trail', () => {
  it('is shown to the audit administrator alone', async () => {
    for (const { username } of [buyer, bureau, securityAdministrator, { username: 'sysadmin' }]) {
      const other = await world.signIn(username);
      for (const url of ['/api/audit', '/api/audit/state', '/api/audit/export.jsonl'])
        expect((await other.get(url)).statusCode, `${username} ${url}`).toBe(403);
      expect((await other.post('/api/audit/checks')).statusCode).toBe(403);
    }
    expect((await world.stranger.get('/api/audit')).statusCode).toBe(401);
  });

  it('shows the own city only', async () => {
    const { entries } = await read('subject=need&limit=200');
    expect(entries).toHaveLength(30);
  });

  it('goes newest first, page by page, without a gap and without an end that repeats', async () => {
    const seen: number[] = [];
    for (let before = ''; ; ) {
      const page = await read(`action=need&limit=7${before}`);
      seen.push(...page.entries.map((entry) => entry.position));
      if (page.next === null) break;
      before = `&before=${page.next}`;
    }
    expect(seen).toHaveLength(30);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('follows a cursor upwards, for whoever collects it elsewhere', async () => {
    const first = await read('after=0&limit=10');
    expect(first.entries.map((entry) => entry.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const second = await read(`after=${first.next}&limit=5`);
    expect(second.entries.map((entry) => entry.position)).toEqual([11, 12, 13, 14, 15]);
  });

  it('is filtered by who, what, why, when and the thing', async () => {
    expect((await read('why=%E7%AC%AC%E4%BA%8C%E6%AC%A1&limit=200')).entries).toHaveLength(15);
    const signIns = (await read(`action=session.started&who=${encodeURIComponent(auditAdministrator.person.name)}`))
      .entries;
    expect(signIns.length).toBeGreaterThan(0);
    expect(new Set(signIns.map((entry) => entry.who.name))).toEqual(new Set([auditAdministrator.person.name]));
    expect((await read(`who=${auditAdministrator.person.id}&action=session.started`)).entries).toEqual(signIns);
    expect((await read('to=2020-01-01')).entries).toEqual([]);
    expect((await read('action=100%25')).entries).toEqual([]);
  });

  it('says in the trail itself that somebody read it, and what was asked', async () => {
    await read('subject=deal');
    const [entry] = (await read('action=audit.read&limit=1')).entries;
    expect(entry).toMatchObject({
      ...{ action: 'audit.read', why: 'audit-review', who: { name: auditAdministrator.person.name } },
      after: { filter: { subject: 'deal' } },
    });
  });

  it('refuses a cursor that is none', async () => {
    expect((await reader.get('/api/audit?after=x')).statusCode).toBe(400);
    expect((await reader.get('/api/audit?limit=100000')).statusCode).toBe(400);
  });
});

describe('a check at will', () => {
  it('is kept and shown as a sentence in the reader’s language', async () => {
    const reply = await reader.post('/api/audit/checks');
    expect(reply.statusCode).toBe(201);
    expect(reply.json().check).toMatchObject({
      broken: null,
      sentence: expect.stringMatching(/^已核对 \d+ 条，链完整/),
    });
    const state = (await reader.get('/api/audit/state', { 'accept-language': 'en' })).json();
    expect(state.lastCheck).toMatchObject({
      entries: reply.json().check.entries,
      sentence: expect.stringMatching(/entries checked, chain intact/),
    });
  });
});

describe('an export', () => {
  const fileOf = async (name: string, url = '/api/audit/export.jsonl', change = (text: string) => text) => {
    await sealAudit(world.database, testCity);
    const reply = await reader.get(url);
    expect(reply.statusCode).toBe(200);
    const path = join(folder, name);
    writeFileSync(path, change(reply.body));
    return path;
  };

  it('proves the chain without the database, from the beginning or from a cursor', async () => {
    const whole = await proveFile(await fileOf('whole.jsonl'), []);
    expect(whole).toMatchObject({ city: testCity, broken: null });
    expect(whole.entries).toBe(whole.position);
    const tail = await proveFile(await fileOf('tail.jsonl', '/api/audit/export.jsonl?after=20'), []);
    expect(tail).toMatchObject({ broken: null, from: { position: 20 } });
    expect(tail.entries).toBe(tail.position - 20);
  });

  it('names the first entry that was changed, left out or cut off in the file', async () => {
    const changed = await fileOf('changed.jsonl', undefined, (text) =>
      text.replace('"need.published"', '"need.widened"'),
    );
    expect((await proveFile(changed, [])).broken).toMatchObject({ reason: 'changed' });
    const without = await fileOf('without.jsonl', undefined, (text) => text.split('\n').toSpliced(4, 1).join('\n'));
    expect((await proveFile(without, [])).broken).toMatchObject({ reason: 'missing', position: 4 });
    const cut = await fileOf('cut.jsonl', undefined, (text) => text.trimEnd().split('\n').toSpliced(-2, 1).join('\n'));
    expect((await proveFile(cut, [])).broken).toMatchObject({ reason: 'cut' });
    const torn = await fileOf('torn.jsonl', undefined, (text) => text.slice(0, text.length / 2));
    await expect(proveFile(torn, [])).rejects.toThrow(UnreadableExport);
  });

  it('is held against a head that was kept on paper', async () => {
    const path = await fileOf('paper.jsonl');
    const { broken } = await proveFile(path, [{ position: 12, hash: 'another' }]);
    expect(broken).toMatchObject({ reason: 'rewritten', position: 12 });
  });

  it('is told in the trail, with its range', async () => {
    await fileOf('told.jsonl', '/api/audit/export.jsonl?after=3');
    const [entry] = (await read('action=audit.exported&limit=1')).entries;
    expect(entry?.after).toMatchObject({ filter: { after: 3 }, rows: expect.any(Number) });
  });
});

describe('how the system runs', () => {
  it('is shown to the system administrator alone, in figures', async () => {
    for (const { username } of [buyer, bureau, auditAdministrator, securityAdministrator])
      expect((await (await world.signIn(username)).get('/api/system/status')).statusCode, username).toBe(403);
    await publish(await world.signIn(buyer.username));
    await settle(world);
    const reply = await (await world.signIn('sysadmin')).get('/api/system/status');
    expect(reply.statusCode, reply.body).toBe(200);
    expect(reply.json()).toMatchObject({
      ...{ version: 'test', database: { kind: 'embedded' }, trail: { position: expect.any(Number) } },
      lastCheck: { broken: null },
    });
    expect(reply.json().diskFreeBytes).toBeGreaterThan(0);
    expect(reply.json().followers.length).toBeGreaterThan(0);
  });
});
