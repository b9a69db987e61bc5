import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, hrss, meltblown, spunbond, tackle } from '#testing/test-world';
import { fillNameParts } from './organisation-name-store.ts';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
let member: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  [office, firm, member] = await Promise.all([
    house.signIn('bureau'),
    house.signIn('firm.buyer'),
    house.signIn('firm.spunbond'),
  ]);
});
afterAll(() => house.close());

const body = (more: object) => ({ name: '威海新登船舶配件有限公司', kind: 'enterprise', ...more });
const page = async (client: TestClient, id: string) => (await client.get(`/api/organisations/${id}`)).json();
const create = (client: TestClient, more: object) => client.post('/api/organisations', body(more));

/** The facts as the page shows them, to be sent back with a change. */
async function factsOf(client: TestClient, id: string) {
  const { name, shortName, nameEn, kind, creditCode, parent, region, contact, ...rest } = await page(client, id);
  const { registeredAddress, workingAddress, registeredOnly, industry, size, duty, version } = rest;
  return {
    version,
    facts: {
      ...{ name, shortName, nameEn, kind, creditCode, parentId: parent?.id ?? null, region: region?.code ?? null },
      ...{ registeredAddress, workingAddress, registeredOnly, industry, size, duty, contact: contact ?? null },
    },
  };
}

async function change([client, id]: readonly [TestClient, string], changed: object, more: object = {}) {
  const { version, facts } = await factsOf(client, id);
  return client.put(`/api/organisations/${id}`, { version, facts: { ...facts, ...changed }, ...more });
}

describe('a new organisation', () => {
  it('is the word of the firm that enters it, and the bureau’s as the bureau tells', async () => {
    const own = await create(firm, { shortName: '新登船配', source: '某某核实', level: 'verified' });
    expect(own.statusCode).toBe(201);
    expect(await page(firm, own.json().organisation.id)).toMatchObject({ source: '企业自报', level: 'self-declared' });
    const told = await create(office, { name: '威海另登船舶有限公司', source: '实地走访', level: 'documented' });
    expect(await page(firm, told.json().organisation.id)).toMatchObject({ source: '实地走访', level: 'documented' });
  });

  it('is not called verified without a source, and not more than declared where the bureau says nothing', async () => {
    const bare = await create(office, { name: '威海无据船舶有限公司', level: 'verified' });
    expect([bare.statusCode, bare.json().code]).toEqual([422, 'organisations.verified-source']);
    const silent = await create(office, { name: '威海未言船舶有限公司' });
    const { id } = silent.json().organisation;
    expect(await page(office, id)).toMatchObject({ level: 'self-declared' });
    const renamed = await change([office, id], { name: '威海未言船务有限公司' }, { level: 'verified' });
    expect(renamed.json().code).toBe('organisations.verified-source');
  });

  it('is refused without a name, with a code that Excel spoiled, in an unknown place or trade', async () => {
    expect((await create(office, { name: ' ' })).json().code).toBe('organisations.name-missing');
    expect((await create(office, { creditCode: '9.13502E+17' })).json()).toMatchObject({
      code: 'organisations.credit-code',
      message: expect.stringContaining('Excel'),
    });
    expect((await create(office, { name: '威海待核船务有限公司', region: '999999' })).json().code).toBe(
      'organisations.region-unknown',
    );
    expect((await create(office, { name: '威海待核船务有限公司', industry: '99' })).json().code).toBe(
      'organisations.industry-unknown',
    );
    expect(
      (await create(office, { name: '威海待核船务有限公司', parentId: '01900000-0000-7000-8000-00000000beef' })).json()
        .code,
    ).toBe('organisations.no-parent');
  });

  it('keeps a credit code with a wrong check digit and warns; a second one of the same code is led to the first', async () => {
    const creditCode = '91371000DEM900010X';
    const first = await create(office, { name: '威海甲码有限公司', creditCode });
    expect(first.statusCode).toBe(201);
    expect(first.json().warnings).toHaveLength(1);
    const second = await create(office, { name: '威海乙码有限公司', creditCode });
    expect(second.json()).toMatchObject({
      code: 'organisations.credit-code-taken',
      details: { name: '威海甲码有限公司' },
    });
  });

  it('is an enterprise when a firm enters it', async () => {
    expect((await create(firm, { kind: 'bank' })).json().code).toBe('organisations.enterprise-only');
    expect((await (await house.signIn('handler.hrss')).post('/api/organisations', body({}))).statusCode).toBe(403);
  });

  it('is found by any part of its name, by the first letters of its sound and by its code', async () => {
    await create(office, { name: '威海鲸歌声学有限公司', shortName: '鲸歌', creditCode: '91371000DEM900028X' });
    for (const q of ['鲸歌', '声学', 'jg', 'whjgsx', '91371000DEM900028X']) {
      const found = (await firm.get(`/api/organisations?q=${encodeURIComponent(q)}`)).json().organisations;
      expect([q, found.map(({ name }: { name: string }) => name)]).toEqual([q, ['威海鲸歌声学有限公司']]);
    }
  });
});

describe('a change', () => {
  it('is made by the firm’s manager or the bureau, by nobody else', async () => {
    const { version, facts } = await factsOf(firm, spunbond.id);
    const send = (client: TestClient) =>
      client.put(`/api/organisations/${spunbond.id}`, { version, facts: { ...facts, duty: 'x' } });
    for (const client of [firm, member, await house.signIn('handler.hrss'), await house.signIn('secadmin')])
      expect((await send(client)).statusCode).toBe(403);
  });

  it('keeps what was, who changed it and why, and gives the fact its own source', async () => {
    const saved = await change([firm, buyer.id], { duty: '医用防护用品', registeredOnly: true }, { why: '换了主营' });
    expect(saved.statusCode).toBe(200);
    const shown = await page(firm, buyer.id);
    expect(shown).toMatchObject({ duty: '医用防护用品', registeredOnly: true, version: 2 });
    expect(shown.origins).toContainEqual({
      field: 'duty',
      source: '企业自报',
      asOf: '2026-11-23',
      level: 'self-declared',
    });
    const { changes } = (await firm.get(`/api/organisations/${buyer.id}/history`)).json();
    expect(changes.find(({ field }: { field: string }) => field === 'duty')).toMatchObject({
      ...{ person: buyer.person.name, before: null, after: '医用防护用品', why: '换了主营', source: '企业自报' },
    });
  });

  it('of the contact is kept without the number', async () => {
    await change([firm, buyer.id], { contact: { name: '演示-乙', phone: '0631-0007777' } });
    expect((await page(firm, buyer.id)).contact).toEqual({ name: '演示-乙', phone: '0631-0007777' });
    expect((await office.get(`/api/organisations/${buyer.id}/history`)).body).not.toContain('0007777');
  });

  it('leaves kind, parent and credit code to the bureau', async () => {
    expect((await change([firm, buyer.id], { kind: 'centre' })).json().code).toBe('organisations.bureau-only');
    expect((await change([firm, buyer.id], { parentId: hrss.id })).json().code).toBe('organisations.bureau-only');
  });

  it('of the second of two at once is refused with who was first', async () => {
    const { version, facts } = await factsOf(office, tackle.id);
    const send = (duty: string) =>
      office.put(`/api/organisations/${tackle.id}`, { version, facts: { ...facts, duty } });
    const replies = await Promise.all([send('甲'), send('乙')]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      ...{ code: 'organisations.changed-meanwhile', details: { person: bureau.person.name } },
    });
    expect((await change([office, tackle.id], {})).json().code).toBe('organisations.nothing-changed');
  });

  it('of the name reaches the live matching at once', async () => {
    await change([office, meltblown.id], { name: '威海净川新材料有限公司（演示）' });
    await settle(house);
    expect(house.index.findSupplier(meltblown.id)?.name).toBe('威海净川新材料有限公司（演示）');
  });
});

describe('the tree', () => {
  const below = async (query: string) => (await firm.get(`/api/organisations/tree?${query}`)).json();

  it('opens level by level, with how many lie below', async () => {
    const section = await create(office, { name: '就业促进科', kind: 'department', parentId: hrss.id });
    const { nodes: kinds } = await below('');
    expect(kinds.map(({ key }: { key: string }) => key)).toContain('kind:department');
    const { nodes } = await below('below=kind:department');
    expect(nodes).toContainEqual(expect.objectContaining({ key: hrss.id, children: 1 }));
    const { nodes: sections } = await below(`below=${hrss.id}`);
    expect(sections.map(({ key }: { key: string }) => key)).toEqual([section.json().organisation.id]);
    const path = (await firm.get(`/api/organisations/${section.json().organisation.id}/path`)).json().path;
    expect(path).toEqual(['kind:department', hrss.id, section.json().organisation.id]);
  });

  it('refuses a circle at any depth, with the way round', async () => {
    const one = (await create(office, { name: '甲处', kind: 'department', parentId: hrss.id })).json().organisation.id;
    const two = (await create(office, { name: '乙科', kind: 'department', parentId: one })).json().organisation.id;
    const reply = await change([office, hrss.id], { parentId: two });
    expect(reply.json()).toMatchObject({
      code: 'organisations.cycle',
      message: `“${hrss.name}→乙科→甲处→${hrss.name}”构成循环，未保存`,
    });
  });

  it('refuses one of two moves that together would close a circle', async () => {
    const [a, b] = await Promise.all(
      ['丙处', '丁处'].map(async (name) => (await create(office, { name, kind: 'department' })).json().organisation.id),
    );
    const replies = await Promise.all([change([office, a], { parentId: b }), change([office, b], { parentId: a })]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('is shown as it was on a day, by the names of that day', async () => {
    const id = (await create(office, { name: '旧名局', kind: 'department' })).json().organisation.id;
    const renamed = await change([office, id], { name: '新名局', parentId: bureau.id }, { effective: '2024-03-01' });
    expect(renamed.statusCode).toBe(200);
    const on = async (day: string) =>
      (await below(`below=kind:department&asOf=${day}`)).nodes.map(
        (node: { organisation: { name: string } }) => node.organisation.name,
      );
    expect(await on('2024-02-29')).toContain('旧名局');
    expect(await on('2024-03-01')).not.toContain('旧名局');
    expect((await below(`below=${bureau.id}&asOf=2024-03-01`)).nodes[0]).toMatchObject({
      organisation: { name: '新名局' },
    });
    const { states } = (await firm.get(`/api/organisations/${id}/history`)).json();
    expect(states).toEqual([
      {
        from: '2024-03-01',
        to: null,
        name: '新名局',
        parent: { id: bureau.id, name: bureau.name },
        by: bureau.person.name,
        byHand: false,
      },
      { from: null, to: '2024-03-01', name: '旧名局', parent: null, by: bureau.person.name, byHand: false },
    ]);
    const late = await change([office, id], { name: '更新名局' }, { effective: '2023-01-01' });
    expect(late.json().code).toBe('organisations.overlap');
    expect((await change([office, id], { name: '更新名局' }, { effective: '2027-01-01' })).json().code).toBe(
      'organisations.future-date',
    );
  });
});

describe('organisations that a bulk writer left', () => {
  it('are found before and after their search is made', async () => {
    const find = async () => (await firm.get(`/api/organisations?q=${encodeURIComponent('逐浪')}`)).json().total;
    expect(await find()).toBe(1);
    expect(await fillNameParts(house.database, '371000')).toBeGreaterThan(0);
    expect(await find()).toBe(1);
    expect((await firm.get('/api/organisations?q=zlyj')).json().total).toBe(1);
  });
});
