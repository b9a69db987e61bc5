import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { type DistrictOfficer, signInDistrict } from '#testing/district-officer';
import { registerNamed, targetOf } from '#testing/target-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, circleMeltblown, investBureau, testCity } from '#testing/test-world';

let world: TestApp;
let officer: TestClient;
let rongcheng: DistrictOfficer;
beforeAll(async () => {
  world = await createTestApp();
  officer = await world.signIn(investBureau.username);
  const place = { name: '荣成投促中心', region: '371082' };
  rongcheng = await signInDistrict(world, { ...place, person: '演示-酉', username: 'invest.rongcheng' });
});
afterAll(() => world.close());

const refusal = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];
const eventsOf = (type: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('event')
      .select(['audience', 'subject_id'])
      .where('city', '=', testCity)
      .where('type', '=', type)
      .execute(),
  );

describe('a firm that another district has registered', () => {
  it('is named with who has it and since when, in both languages', async () => {
    await registerNamed(rongcheng.client, '青州共争船艇有限公司（演示）');
    const again = { organisation: { name: '青州共争船艇有限公司（演示）' } };
    const reply = await officer.post('/api/targets', again);
    expect(refusal(reply)).toEqual([409, 'targets.duplicate']);
    expect(reply.json().message).toMatch(/^荣成投促中心 11月\d+日 已登记该企业（演示-酉）。并入？/);
    const english = await officer.post('/api/targets', again, { 'accept-language': 'en' });
    expect(english.json().message).toMatch(/^荣成投促中心 registered this firm on \d+ Nov \(演示-酉\)\. Join it\?/);
  });

  it.each([
    ['寿光密封件制造有限公司（演示）', '寿光市密封件制造有限公司（演示）'],
    ['山东高密远帆渔具有限公司（演示）', '高密远帆渔具有限公司（演示）'],
  ])('is found by a name very much alike: %s', async (first, second) => {
    const target = await registerNamed(rongcheng.client, first);
    const reply = await officer.post('/api/targets', { organisation: { name: second } });
    expect(refusal(reply)).toEqual([409, 'targets.duplicate']);
    expect(reply.json().details).toMatchObject({ target, firm: first });
  });

  it('is joined: the second district takes part in the one target, and the first is told', async () => {
    const id = await registerNamed(rongcheng.client, '诸城并入食品机械有限公司（演示）');
    const step = { stage: 'contacted', note: '代为联系', next: '回访', due: '2026-12-04' };
    const foreign = await officer.post(`/api/targets/${id}/steps`, step);
    expect(refusal(foreign)).toEqual([403, 'targets.not-yours']);
    expect(foreign.json().message).toContain('这条线索由荣成投促中心负责');
    expect((await targetOf(officer, id)).can).toMatchObject({ change: false, enter: true });
    expect((await officer.post(`/api/targets/${id}/participants`, { note: '市级一起推' })).statusCode).toBe(200);
    expect((await officer.post(`/api/targets/${id}/steps`, step)).statusCode).toBe(201);
    const { target, can } = await targetOf(officer, id);
    expect(target.participants).toEqual([{ id: investBureau.id, name: investBureau.shortName }]);
    expect(can.enter).toBe(false);
    expect(refusal(await officer.post(`/api/targets/${id}/participants`))).toEqual([409, 'targets.taking-part']);
    expect((await eventsOf('target.entered')).filter(({ subject_id }) => subject_id === id)).toEqual([
      { audience: [rongcheng.bodyId], subject_id: id },
    ]);
  });

  it('is kept as a second record only with a reason, which whoever had it first learns', async () => {
    const first = await registerNamed(rongcheng.client, '昌邑坚持纺织有限公司（演示）');
    const body = { organisation: { name: '昌邑坚持纺织有限公司（演示）' } };
    expect(refusal(await officer.post('/api/targets', { ...body, insist: ' ' }))).toEqual([409, 'targets.duplicate']);
    const long = { ...body, insist: '长'.repeat(201) };
    expect(refusal(await officer.post('/api/targets', long))).toEqual([422, 'targets.too-long']);
    const made = await officer.post('/api/targets', { ...body, insist: '另一个厂区，独立选址' });
    expect(made.statusCode, made.body).toBe(201);
    const { target, alike } = await targetOf(officer, made.json().id);
    expect(target.alike).toEqual({ id: first, reason: '另一个厂区，独立选址' });
    expect(alike.map(({ id }) => id)).toEqual([first]);
    expect(await eventsOf('target.alike')).toContainEqual({ audience: [rongcheng.bodyId], subject_id: target.id });
  });

  it('becomes one target when two register it at the same instant', async () => {
    const body = { organisation: circleMeltblown.id };
    const both = await Promise.all([officer.post('/api/targets', body), rongcheng.client.post('/api/targets', body)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('targets.duplicate');
    expect((await officer.get('/api/targets?q=海晏')).json().total).toBe(1);
  });

  it('may be registered anew when the first target was lost', async () => {
    const name = '安丘再来蔬菜有限公司（演示）';
    const first = await registerNamed(rongcheng.client, name);
    await rongcheng.client.post(`/api/targets/${first}/loss`, { code: 'silent' });
    expect((await targetOf(officer, await registerNamed(officer, name))).alike).toEqual([]);
  });
});

describe('two records of one firm', () => {
  const second = async (name: string) => {
    const into = await registerNamed(rongcheng.client, name);
    const id = await registerNamed(officer, name, { insist: '先各自登记' });
    return { id, into };
  };

  it('become one: the second ends in the first, and everybody goes on with it', async () => {
    const { id, into } = await second('高青合一玻璃有限公司（演示）');
    const reply = await officer.post(`/api/targets/${id}/joining`, { into, note: '核对是同一家', seen: 1 });
    expect([reply.statusCode, reply.json().status]).toEqual([200, 'joined']);
    const [gone, kept] = [await targetOf(officer, id), await targetOf(officer, into)];
    expect(gone.into).toEqual({ id: into, firm: '高青合一玻璃有限公司（演示）' });
    expect(kept.target.participants.map(({ name }) => name)).toEqual([investBureau.shortName]);
    expect(kept.steps[0]).toMatchObject({ kind: 'absorbed', note: '核对是同一家' });
    expect((await officer.get('/api/targets?q=合一')).json().total).toBe(1);
    const step = { stage: 'contacted', note: '再记', next: '再约', due: '2026-12-04' };
    expect(refusal(await officer.post(`/api/targets/${id}/steps`, step))).toEqual([409, 'targets.over']);
    expect((await officer.post(`/api/targets/${into}/steps`, step)).statusCode).toBe(201);
  });

  it('are not joined by who works on neither, to itself, to nothing, or where the names say two firms', async () => {
    const { id, into } = await second('桓台不并陶瓷有限公司（演示）');
    const join = (client: TestClient, to: string, more = {}) =>
      client.post(`/api/targets/${id}/joining`, { into: to, ...more });
    expect(refusal(await join(rongcheng.client, into))).toEqual([403, 'targets.not-yours']);
    expect(refusal(await join(officer, id))).toEqual([409, 'targets.itself']);
    expect((await join(officer, uuidv7())).statusCode).toBe(404);
    const other = await registerNamed(rongcheng.client, '博兴厨具集团有限公司（演示）');
    expect(refusal(await join(officer, other))).toEqual([409, 'targets.other-firm']);
    expect((await join(await world.signIn(bureau.username), into)).statusCode).toBe(200);
    expect(refusal(await join(officer, into))).toEqual([409, 'targets.over']);
  });
});

describe('what the database itself keeps', () => {
  const as = (role: 'investment-officer' | 'chief-office' | 'manager', organisation: string) => ({
    ...({ city: testCity, viewer: 'organisation', organisation } as const),
    actor: { personId: investBureau.person.id, name: '演示', role, address: '', requestId: 'test' },
  });

  it('shows no target, step or plot to a firm, and lets nobody change the target of others', async () => {
    const id = await registerNamed(rongcheng.client, '临朐守住铝业有限公司（演示）');
    const seen = (role: 'chief-office' | 'manager') =>
      inContext(world.database, as(role, investBureau.id), (tx) =>
        tx.selectFrom('investment_target').select('id').where('city', '=', testCity).where('id', '=', id).execute(),
      );
    expect(await seen('manager')).toEqual([]);
    expect(await seen('chief-office')).toHaveLength(1);
    const rewrite = (role: 'investment-officer' | 'chief-office') =>
      inContext(world.database, as(role, investBureau.id), (tx) =>
        tx
          .updateTable('investment_target')
          .set({ next: '改写' })
          .where('city', '=', testCity)
          .where('id', '=', id)
          .executeTakeFirst(),
      );
    await expect(rewrite('investment-officer')).rejects.toThrow(/row-level security/);
    expect((await rewrite('chief-office')).numUpdatedRows).toBe(0n);
  });
});
