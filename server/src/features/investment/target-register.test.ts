import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { registerNamed, targetOf } from '#testing/target-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, investBureau, testCity } from '#testing/test-world';

let world: TestApp;
let officer: TestClient;
let gap: string;
beforeAll(async () => {
  world = await createTestApp();
  officer = await world.signIn(investBureau.username);
  const chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  gap = `${chain}:pp-meltblown-resin`;
});
afterAll(() => world.close());

const refusal = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];

describe('registering a target', () => {
  it('takes the promised body: an organisation of the register, of whatever city, and a gap', async () => {
    const reply = await officer.post('/api/targets', { organisation: circleMeltblown.id, gap });
    expect(reply.statusCode, reply.body).toBe(201);
    const { target, steps, seq } = await targetOf(officer, reply.json().id);
    expect(target).toMatchObject({
      firm: {
        organisationId: circleMeltblown.id,
        name: circleMeltblown.name,
        kind: 'firm',
        region: { code: '370602' },
      },
      gap: { id: gap, chain: { name: '口罩产业链（演示）' }, product: { name: '聚丙烯熔喷专用料' } },
      ...{ status: 'lead', light: 'none', next: null, owner: { person: investBureau.person.name } },
    });
    expect(seq).toBe(1);
    expect(steps).toMatchObject([{ kind: 'registered', by: investBureau.person.name, text: '登记' }]);
  });

  it('takes a partner institution by its name, with what is next and by when', async () => {
    const organisation = { name: '宁波远岬新材料研究院（演示）', region: '370600', kind: 'institute' };
    const next = { next: '约见院长', due: '2026-12-04', note: '行业会上认识' };
    const { id } = (await officer.post('/api/targets', { organisation, ...next })).json();
    const { target } = await targetOf(officer, id);
    expect(target).toMatchObject({
      firm: { organisationId: null, name: organisation.name, kind: 'institute', region: { name: '烟台市' } },
      ...{ gap: null, next: '约见院长', due: '2026-12-04', light: 'green' },
    });
  });

  it('counts the targets of the city', async () => {
    const first = await registerNamed(officer, '嘉兴数一化纤有限公司（演示）');
    const second = await registerNamed(officer, '杭州次二机械有限公司（演示）');
    const numbers = [await targetOf(officer, first), await targetOf(officer, second)].map(
      ({ target }) => target.number,
    );
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });

  it('answers the same form sent twice with the one target it made', async () => {
    const body = { organisation: { name: '台州双击阀门有限公司（演示）' }, idempotencyKey: uuidv7() };
    const [one, other] = await Promise.all([officer.post('/api/targets', body), officer.post('/api/targets', body)]);
    expect([one.statusCode, other.statusCode]).toEqual([201, 201]);
    expect(one.json()).toEqual(other.json());
    const another = { ...body, organisation: { name: '温州别家泵业有限公司（演示）' } };
    expect(refusal(await officer.post('/api/targets', another))).toEqual([409, 'targets.key-used']);
  });

  it.each([
    ['an organisation nobody knows', () => ({ organisation: uuidv7() }), 422, 'targets.unknown-organisation'],
    ['a firm that is in the city already', () => ({ organisation: buyer.id }), 409, 'targets.already-here'],
    ['a gap no map has', () => ({ ...aFirm(), gap: `${uuidv7()}:no-such` }), 422, 'targets.unknown-gap'],
    ['a gap that is no gap', () => ({ ...aFirm(), gap: 'x' }), 422, 'targets.unknown-gap'],
    [
      'a place there is not',
      () => ({ organisation: { name: '无处公司', region: '999999' } }),
      422,
      'targets.unknown-region',
    ],
    ['a day that has passed', () => ({ ...aFirm(), next: '电话', due: '2026-11-01' }), 422, 'targets.due-past'],
    ['a day beyond two years', () => ({ ...aFirm(), next: '电话', due: '2039-01-01' }), 422, 'targets.due-far'],
    ['a next step without its day', () => ({ ...aFirm(), next: '电话' }), 422, 'targets.incomplete'],
    ['a day without its step', () => ({ ...aFirm(), due: '2026-12-04' }), 422, 'targets.incomplete'],
    ['a note that is too long', () => ({ ...aFirm(), note: '长'.repeat(501) }), 422, 'targets.too-long'],
    ['a wish that says nothing', () => ({ ...aFirm(), wish: {} }), 422, 'premises.empty-wish'],
  ] as const)('refuses %s', async (...[, body, status, code]) => {
    expect(refusal(await officer.post('/api/targets', body()))).toEqual([status, code]);
  });

  it('says the refusal in Chinese and English', async () => {
    const ask = (language: string) =>
      officer.post('/api/targets', { organisation: buyer.id }, { 'accept-language': language });
    expect((await ask('zh')).json().message).toContain(`“${buyer.name}”已在本市，不是招商线索`);
    expect((await ask('en')).json().message).toContain('is in the city already and no target');
  });
});

let named = 0;
const aFirm = () => ({ organisation: { name: `常州例${String.fromCharCode(0x4e00 + 97 * ++named)}外公司（演示）` } });

describe('the form of a target', () => {
  it('finds firms elsewhere by name, and places by the words people write', async () => {
    const { firms } = (await officer.get('/api/targets/firms?q=海晏')).json();
    expect(firms).toMatchObject([{ id: circleMeltblown.id, name: circleMeltblown.name }]);
    const { places } = (await officer.get('/api/targets/places?q=烟台')).json();
    expect(places[0]).toEqual({ code: '370600', name: '烟台市' });
    expect((await officer.get('/api/targets/firms?q=康护')).json().firms).toEqual([]);
  });

  it('begins with the gap and the organisation of the address, and says who has it already', async () => {
    const {
      gap: asked,
      firm,
      here,
      held,
    } = (await officer.get(`/api/targets/subject?gap=${gap}&organisation=${circleMeltblown.id}`)).json();
    expect(asked).toMatchObject({ id: gap, product: { name: '聚丙烯熔喷专用料' } });
    expect([firm.name, here]).toEqual([circleMeltblown.name, false]);
    expect(held.sentence).toMatch(/^市投促局 11月\d+日 已登记该企业（演示-子）。并入？/);
    expect((await officer.get(`/api/targets/subject?organisation=${buyer.id}`)).json()).toMatchObject({ here: true });
    expect((await officer.get(`/api/targets/subject?gap=x:y&organisation=${uuidv7()}`)).json()).toEqual({
      ...{ gap: null, firm: null, here: false, held: null },
    });
  });
});
