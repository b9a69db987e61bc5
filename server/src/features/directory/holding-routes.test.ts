import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, meltblown, tackle } from '#testing/test-world';

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

const page = async (id: string) => (await office.get(`/api/organisations/${id}`)).json();
const history = async (id: string) => (await office.get(`/api/organisations/${id}/history`)).json().changes;
const machine = { kind: 'machine', name: '熔喷生产线', detail: '2 条' };
const licence = { name: '医疗器械生产许可证', number: '鲁械 2026-0001', validUntil: '2028-05-01' };

async function add([client, id]: readonly [TestClient, string], list: string, body: object) {
  const { version } = await page(id);
  return client.post(`/api/organisations/${id}/${list}`, { version, ...body });
}

describe('a capability', () => {
  it('is entered by the firm as its own word, and read with its source, its date and in the history', async () => {
    const { version } = await page(buyer.id);
    const added = await add([firm, buyer.id], 'capabilities', {
      ...{ ...machine, why: '新购', source: '别人说的', level: 'verified', asOf: '2020-01-01' },
    });
    expect([added.statusCode, added.json()]).toEqual([201, { version: version + 1 }]);
    const { capabilities } = await page(buyer.id);
    expect(capabilities).toMatchObject([
      { ...machine, source: '企业自报', asOf: '2026-11-23', level: 'self-declared' },
    ]);
    expect((await history(buyer.id))[0]).toMatchObject({
      ...{ field: 'capability', before: null, after: machine, why: '新购', person: buyer.person.name },
    });
  });

  it('is entered by the bureau as the bureau tells', async () => {
    const told = { source: '实地走访', asOf: '2026-10-01', level: 'documented' };
    await add([office, tackle.id], 'capabilities', { kind: 'process', name: '碳布缠绕', ...told });
    expect((await page(tackle.id)).capabilities).toMatchObject([{ name: '碳布缠绕', detail: null, ...told }]);
  });

  it('changes and ends, and the history keeps what stood there', async () => {
    await add([office, meltblown.id], 'capabilities', machine);
    const { version, capabilities } = await page(meltblown.id);
    const more = { ...machine, detail: '3 条' };
    const changed = await office.put(`/api/capabilities/${capabilities[0].id}`, { version, ...more });
    expect(changed.statusCode).toBe(200);
    const [now] = (await page(meltblown.id)).capabilities;
    expect(now).toMatchObject(more);
    const ended = await office.post(`/api/capabilities/${now.id}/ending`, {
      ...{ version: changed.json().version, why: '已出售' },
    });
    expect(ended.statusCode).toBe(200);
    expect((await page(meltblown.id)).capabilities).toEqual([]);
    const [last, before] = await history(meltblown.id);
    expect(last).toMatchObject({ field: 'capability', before: more, after: null, why: '已出售' });
    expect(before).toMatchObject({ before: machine, after: more });
  });

  it('is refused without a name, and when it is registered already', async () => {
    expect((await add([firm, buyer.id], 'capabilities', { ...machine, name: ' ' })).json().code).toBe(
      'organisations.holding-name',
    );
    expect((await add([firm, buyer.id], 'capabilities', machine)).json()).toMatchObject({
      ...{ code: 'organisations.holding-twice', message: '“熔喷生产线”已经登记过。如有变化，请修改原来那一条' },
    });
  });

  it('of the second of two at once is refused with who was first', async () => {
    const { version } = await page(tackle.id);
    const send = (name: string) =>
      office.post(`/api/organisations/${tackle.id}/capabilities`, { version, kind: 'machine', name });
    const replies = await Promise.all([send('绕线机'), send('注塑机')]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      ...{ code: 'organisations.changed-meanwhile', details: { person: bureau.person.name } },
    });
    const names = (await page(tackle.id)).capabilities.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name === '绕线机' || name === '注塑机')).toHaveLength(1);
  });

  it('is entered and changed neither by a member, nor by a handler, nor by another firm', async () => {
    const { version, capabilities } = await page(buyer.id);
    const stranger = await house.signIn('firm.tackle');
    for (const client of [member, stranger, await house.signIn('handler.hrss'), await house.signIn('secadmin')]) {
      const entered = await client.post(`/api/organisations/${buyer.id}/capabilities`, { version, ...machine });
      expect(entered.statusCode).toBe(403);
      const changed = await client.put(`/api/capabilities/${capabilities[0].id}`, { version, ...machine });
      expect(changed.statusCode).toBe(403);
      const ended = await client.post(`/api/capabilities/${capabilities[0].id}/ending`, { version });
      expect(ended.statusCode).toBe(403);
    }
    const nowhere = '01900000-0000-7000-8000-00000000beef';
    expect((await firm.post(`/api/capabilities/${nowhere}/ending`, { version })).statusCode).toBe(404);
  });

  it('tells whoever has the page open, and the trail who did it', async () => {
    await add([office, meltblown.id], 'capabilities', { kind: 'capacity', name: '熔喷布', detail: '5 吨/天' });
    const supplier = await house.signIn('firm.meltblown');
    const told = async () =>
      JSON.stringify((await supplier.get('/api/inbox')).json()).includes(`修改了“${meltblown.name}”登记的内容`);
    await expect.poll(told, { timeout: 10_000 }).toBe(true);
  });
});

describe('a certificate', () => {
  it('is entered with its number and its end, changed and ended', async () => {
    expect((await add([firm, buyer.id], 'certificates', licence)).statusCode).toBe(201);
    const { version, ownCertificates } = await page(buyer.id);
    expect(ownCertificates).toMatchObject([{ ...licence, issuer: null, validFrom: null, level: 'self-declared' }]);
    const longer = { ...licence, validUntil: '2033-05-01', level: 'verified', source: '药监局公示' };
    const changed = await office.put(`/api/certificates/${ownCertificates[0].id}`, { version, ...longer });
    expect(changed.statusCode).toBe(200);
    const [now] = (await page(buyer.id)).ownCertificates;
    expect(now).toMatchObject(longer);
    const stale = await firm.post(`/api/certificates/${now.id}/ending`, { version });
    expect(stale.json().code).toBe('organisations.changed-meanwhile');
    const ended = await firm.post(`/api/certificates/${now.id}/ending`, { version: changed.json().version });
    expect(ended.statusCode).toBe(200);
    expect((await page(buyer.id)).ownCertificates).toEqual([]);
    expect((await history(buyer.id))[0]).toMatchObject({
      field: 'certificate',
      before: { name: licence.name, number: licence.number, until: '2033-05-01' },
      after: null,
    });
  });

  it('is refused when it ends before it begins, and when its number stands there already', async () => {
    const turned = { ...licence, validFrom: '2029-01-01' };
    expect((await add([firm, buyer.id], 'certificates', turned)).json().code).toBe('organisations.certificate-dates');
    await add([firm, buyer.id], 'certificates', licence);
    expect((await add([firm, buyer.id], 'certificates', licence)).json().code).toBe('organisations.holding-twice');
    expect((await add([firm, buyer.id], 'certificates', { ...licence, number: '2' })).statusCode).toBe(201);
  });
});
