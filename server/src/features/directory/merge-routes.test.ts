import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, circleMeltblown, hrss, meltblown, spunbond, tackle, testCity } from '#testing/test-world';
import { fillNameParts } from './organisation-name-store.ts';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  // what is searched by is made from the names, and made again: the same before and after
  await fillNameParts(house.database, testCity);
  [office, firm] = await Promise.all([house.signIn('bureau'), house.signIn('firm.buyer')]);
});
afterAll(() => house.close());

const merge = (client: TestClient, id: string, body: object) => client.post(`/api/organisations/${id}/merge`, body);
const split = (id: string) => office.post(`/api/merges/${id}/split`);
const create = async (more: object) =>
  (await office.post('/api/organisations', { kind: 'enterprise', ...more })).json().organisation.id as string;

/** Every row of every table of the city, but for what is only ever added to: trail, log, histories and records of merges; and how often a row changed. */
async function wholeCity(): Promise<Record<string, string>> {
  return inContext(house.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'city' order by 1`.execute(
      tx,
    );
    const told = /^(audit_|event|merge|duplicate_pair|dispute|organisation_tree|organisation_change|inbox)/;
    const dump: Record<string, string> = {};
    for (const { name } of tables.filter((table) => !told.test(table.name))) {
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - 'version' - 'changed_at' - 'changed_by' - 'parts_of')::text as row from ${sql.table(name)} t order by 1`.execute(
        tx,
      );
      dump[name] = rows.map(({ row }) => row).join('\n');
    }
    return dump;
  });
}

describe('a merge is refused', () => {
  it('into itself, into another kind, into nothing, into another city', async () => {
    expect((await merge(office, buyer.id, { into: buyer.id })).json().code).toBe('merges.itself');
    expect((await merge(office, buyer.id, { into: hrss.id })).json()).toMatchObject({
      code: 'merges.other-kind',
      message: expect.stringContaining('类别不同'),
    });
    expect((await merge(office, buyer.id, { into: '01900000-0000-7000-8000-00000000beef' })).statusCode).toBe(404);
    expect((await merge(office, buyer.id, { into: circleMeltblown.id })).statusCode).toBe(404);
  });

  it('to everybody but the bureau', async () => {
    expect((await merge(firm, buyer.id, { into: tackle.id })).statusCode).toBe(403);
    expect((await firm.post('/api/merges/01900000-0000-7000-8000-00000000beef/split')).statusCode).toBe(403);
    expect((await firm.get('/api/merges')).statusCode).toBe(403);
    expect((await firm.get('/api/duplicates')).statusCode).toBe(403);
    expect((await house.stranger.get('/api/merges')).statusCode).toBe(401);
  });

  it('where the survivor stands below what would be merged away', async () => {
    const top = await create({ name: '威海上位联合有限公司' });
    const middle = await create({ name: '威海中位联合有限公司', parentId: top });
    const low = await create({ name: '威海下位联合有限公司', parentId: middle });
    expect((await merge(office, top, { into: low })).json().code).toBe('merges.cycle');
  });

  it('the second time, and a split the second time', async () => {
    const [a, b, c] = [
      await create({ name: '威海初合有限公司' }),
      await create({ name: '威海再合有限公司' }),
      await create({ name: '威海三合有限公司' }),
    ];
    const first = (await merge(office, a, { into: b })).json().merge.id;
    expect((await merge(office, a, { into: c })).json().code).toBe('merges.already');
    expect((await merge(office, c, { into: a })).json().code).toBe('merges.already');
    const second = (await merge(office, b, { into: c })).json().merge.id;
    expect((await split(first)).json().code).toBe('merges.later-first');
    expect((await split(second)).statusCode).toBe(200);
    expect((await split(first)).statusCode).toBe(200);
    expect((await split(first)).json().code).toBe('merges.split-already');
  });

  it('for one of two at once', async () => {
    const [a, b, c] = [
      await create({ name: '威海甲并有限公司' }),
      await create({ name: '威海乙并有限公司' }),
      await create({ name: '威海丙并有限公司' }),
    ];
    const both = await Promise.all([merge(office, a, { into: b }), merge(office, b, { into: a })]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const twice = await Promise.all([merge(office, c, { into: buyer.id }), merge(office, c, { into: tackle.id })]);
    expect(twice.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const won = twice.find(({ statusCode }) => statusCode === 201);
    expect((await split(won?.json().merge.id)).statusCode).toBe(200);
  });
});

describe('a merge', () => {
  it('moves what is not signed, leads from the old record to the kept one, and the split puts everything back', async () => {
    const before = await wholeCity();
    const done = await merge(office, spunbond.id, {
      into: meltblown.id,
      choices: { shortName: 'merged', workingAddress: 'merged', contact: 'merged', region: 'merged' },
      why: '同一家企业登记了两次',
    });
    expect(done.statusCode).toBe(201);
    const list = (await firm.get('/api/organisations?q=云帛无纺布')).json().organisations;
    expect(list.map(({ id }: { id: string }) => id)).not.toContain(spunbond.id);
    const links = (await firm.get(`/api/organisations/${spunbond.id}/merged`)).json();
    expect(links.into).toEqual({ id: meltblown.id, name: meltblown.name });
    expect((await firm.get(`/api/organisations/${meltblown.id}/merged`)).json().away).toEqual([
      { id: spunbond.id, name: spunbond.name },
    ]);
    const page = (await firm.get(`/api/organisations/${meltblown.id}`)).json();
    expect(page).toMatchObject({ shortName: spunbond.shortName });
    await settle(house);
    expect(house.index.digest()).toBe(await house.index.rebuiltDigest());
    expect(house.index.findSupplier(spunbond.id)).toBeUndefined();
    const merged = await wholeCity();
    expect(merged.organisation).not.toBe(before.organisation);
    expect(merged.offer).not.toBe(before.offer);

    const undone = (await split(done.json().merge.id)).json();
    expect(undone.kept).toEqual([]);
    expect(undone.restored).toBeGreaterThan(2);
    expect(await wholeCity()).toEqual(before);
    await settle(house);
    expect(house.index.digest()).toBe(await house.index.rebuiltDigest());
  });

  it('and its split leave the city as it was, whatever the officer chose', async () => {
    const parties = [buyer, meltblown, spunbond, tackle];
    const fields = ['name', 'shortName', 'creditCode', 'region', 'workingAddress', 'contact'];
    for (let turn = 0; turn < 8; turn += 1) {
      const [into, away] = [parties[turn % 4], parties[(turn + 1 + (turn % 3)) % 4]];
      if (!into || !away || into === away) continue;
      const chosen = fields.map((field, at) => [field, ((turn * 37) >> at) % 2 === 0 ? 'merged' : 'survivor']);
      const before = await wholeCity();
      const done = await merge(office, away.id, { into: into.id, choices: Object.fromEntries(chosen) });
      expect(done.statusCode).toBe(201);
      expect((await split(done.json().merge.id)).json().kept).toEqual([]);
      expect(await wholeCity()).toEqual(before);
    }
  });

  it('keeps what changed since, and names it', async () => {
    const child = await create({ name: '威海随迁有限公司', parentId: tackle.id });
    const { id } = (await merge(office, tackle.id, { into: buyer.id })).json().merge;
    const { version, ...page } = (await office.get(`/api/organisations/${child}`)).json();
    expect(page.parent.id).toBe(buyer.id);
    const facts = { name: page.name, kind: 'enterprise', parentId: bureau.id };
    expect((await office.put(`/api/organisations/${child}`, { version, facts })).statusCode).toBe(200);
    expect((await split(id)).json().kept).toEqual([{ table: 'organisation', key: child, column: 'parent_id' }]);
    expect((await office.get(`/api/organisations/${child}`)).json().parent.id).toBe(bureau.id);
  });

  it('shows both records side by side before it is done', async () => {
    const preview = (await office.get(`/api/organisations/${spunbond.id}/merge?into=${meltblown.id}`)).json();
    expect(preview.facts.find(({ field }: { field: string }) => field === 'name')).toEqual({
      ...{ field: 'name', survivor: meltblown.name, merged: spunbond.name, kept: 'survivor' },
    });
    expect(preview.moves.offers).toBeGreaterThan(0);
  });
});

describe('who may already be there', () => {
  it('is told while it is being entered, with reasons; bodies of another kind are left out', async () => {
    const asked = { name: `${tackle.name.replace('（演示）', '')}`, region: '371000' };
    const { duplicates } = (await firm.post('/api/organisations/duplicates', asked)).json();
    expect(duplicates[0]).toMatchObject({ organisation: { id: tackle.id }, verdict: 'same' });
    expect(duplicates[0].reasons[0].text).not.toBe('');
    const bank = (await firm.post('/api/organisations/duplicates', { ...asked, kind: 'bank' })).json();
    expect(bank.duplicates).toEqual([]);
    const stranger = (await firm.post('/api/organisations/duplicates', { name: '威海全新之物有限公司' })).json();
    expect(stranger.duplicates).toEqual([]);
  });

  it('is searched for over the whole city; what the bureau answered is not asked again', async () => {
    // entered under another name: under this one it would have been asked about
    const twin = await create({ name: '威海暂名贸易有限公司' });
    const facts = { name: '威海市逐浪渔具有限责任公司', kind: 'enterprise' };
    expect((await office.put(`/api/organisations/${twin}`, { version: 1, facts })).statusCode).toBe(200);
    const run = (await office.post('/api/duplicates/runs')).json();
    expect(run.added).toBeGreaterThan(0);
    const open = (await office.get('/api/duplicates')).json();
    const pair = open.pairs.find(({ a, b }: { a: { id: string }; b: { id: string } }) => [a.id, b.id].includes(twin));
    expect([pair.a.id, pair.b.id].toSorted()).toEqual([tackle.id, twin].toSorted());
    const answer = { a: tackle.id, b: twin, answer: 'different' };
    expect((await office.post('/api/duplicates/answers', answer)).json().state).toBe('different');
    expect((await office.post('/api/duplicates/runs')).json().added).toBe(0);
    expect((await office.get('/api/duplicates')).json().total).toBe(open.total - 1);
    expect((await office.get('/api/duplicates?state=different')).json().pairs[0].answeredBy).toBe(bureau.person.name);
    const unknown = await office.post('/api/duplicates/answers', { ...answer, b: hrss.id });
    expect(unknown.statusCode).toBe(404);
  });
});

describe('a dispute', () => {
  it('is raised by a firm once, answered by the bureau once, and read by nobody else', async () => {
    const raise = () => firm.post(`/api/organisations/${tackle.id}/disputes`, { field: 'region', claim: '实际在文登' });
    const { id } = (await raise()).json().dispute;
    expect((await raise()).json().code).toBe('disputes.twice');
    const other = await house.signIn('firm.tackle');
    expect((await other.get('/api/disputes')).json().disputes).toEqual([]);
    expect((await firm.post(`/api/disputes/${id}/answer`, { answer: 'accepted', reason: '已核实' })).statusCode).toBe(
      403,
    );
    const answer = () => office.post(`/api/disputes/${id}/answer`, { answer: 'returned', reason: '营业执照为高区' });
    expect((await answer()).statusCode).toBe(200);
    expect((await answer()).json().code).toBe('disputes.answered');
    expect((await firm.get('/api/disputes')).json().disputes).toMatchObject([
      { id, state: 'returned', answer: '营业执照为高区', answeredBy: bureau.person.name },
    ]);
  });

  it('is refused without words and about what is not there', async () => {
    const nothing = await firm.post(`/api/organisations/${tackle.id}/disputes`, { field: 'region', claim: ' ' });
    expect(nothing.statusCode).toBe(400);
    const nobody = '01900000-0000-7000-8000-00000000beef';
    const claim = { field: 'name', claim: '没有这家' };
    expect((await firm.post(`/api/organisations/${nobody}/disputes`, claim)).statusCode).toBe(404);
  });
});
