import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { cascadeOf } from '#testing/cascade-play';
import { newKey, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asBureau: TestClient;
let written = 0;

const day = 86_400_000;
const signIn = async () => {
  [asBuyer, asBureau] = await Promise.all([world.signInAnew('firm.buyer'), world.signInAnew('bureau')]);
};

beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(signIn);
afterAll(() => world.close());

const publishAdvert = () => publish(asBuyer, `我司专业生产熔喷布，厂家直销，量大从优，欢迎来电，第 ${++written} 次`);
const keptIds = async () =>
  (await asBureau.get('/api/kept-needs')).json().needs.map(({ id }: { id: string }) => id) as string[];
const review = (client: TestClient, id: string) => client.post(`/api/needs/${id}/review`, { text: '我们要买，不是卖' });
const rule = (client: TestClient, id: string, ruling: string) => client.post(`/api/needs/${id}/ruling`, { ruling });

describe('a need that reads like an advert', () => {
  it('reaches no supplier, is not lost, and says from which words it was read', async () => {
    const needId = await publishAdvert();
    await settle(world);
    const { cascade, keptBack } = await cascadeOf(asBuyer, needId);
    expect(cascade).toBeNull();
    expect(keptBack).toMatchObject({ class: 'advert', allowed: ['review'], ruling: null });
    expect(keptBack.reasons.map(({ quote: words }: { quote: string | null }) => words)).toContain('厂家直销');
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need).toMatchObject({ keptBack: 'advert', counts: { matched: 0 } });
    expect(need.allowed).not.toContain('widen');
    const { waiting } = (await asBuyer.get('/api/home')).json();
    expect(waiting.filter(({ link }: { link: string }) => link === `/needs/${needId}`)).toMatchObject([
      { kind: 'need-kept-back' },
    ]);
    const asLocal = await world.signInAnew('firm.meltblown');
    expect((await asLocal.get('/api/opportunities?limit=100')).body).not.toContain(needId);
    expect(await keptIds()).toContain(needId);
  });

  it('goes to the bureau for review, first in its list, and is let through to suppliers with a cascade of its own', async () => {
    const needId = await publishAdvert();
    expect((await review(asBuyer, needId)).json().keptBack.review.text).toBe('我们要买，不是卖');
    expect((await keptIds())[0]).toBe(needId);
    const ruled = await rule(asBureau, needId, 'release');
    expect(ruled.json()).toMatchObject({ keptBack: { ruling: { ruling: 'release', by: '演示-甲' } } });
    expect(ruled.json().matched).toBeGreaterThan(0);
    expect((await asBuyer.get(`/api/needs/${needId}`)).json().need.keptBack).toBeNull();
    expect((await cascadeOf(asBuyer, needId)).cascade.state).toBe('running');
    expect(await keptIds()).not.toContain(needId);
  });

  it('that the bureau keeps back stays in the books, its case ends with the reason, and nobody can ask again', async () => {
    const needId = await publishAdvert();
    expect((await rule(asBureau, needId, 'keep')).statusCode).toBe(200);
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need).toMatchObject({ state: 'kept-back', case: { status: 'unsolved', light: 'unsolved' } });
    const { events } = (await asBuyer.get(`/api/needs/${needId}/timeline`)).json();
    expect(JSON.stringify(events)).toContain('未解决办结：没有可办的内容');
    expect((await review(asBuyer, needId)).json().code).toBe('needs.ruled-already');
    expect((await rule(asBureau, needId, 'release')).json().code).toBe('needs.ruled-already');
    const { keptBack } = await cascadeOf(asBuyer, needId);
    expect(keptBack).toMatchObject({ ruling: { ruling: 'keep' }, allowed: [] });
    const widened = await asBuyer.post(`/api/needs/${needId}/widening`, { reach: 'nation' });
    expect(widened.json().code).toBe('needs.closed');
  });

  it('is ruled on by the bureau only, and reviewed for its own firm only', async () => {
    const needId = await publishAdvert();
    expect((await rule(asBuyer, needId, 'release')).statusCode).toBe(403);
    expect((await asBuyer.get('/api/kept-needs')).statusCode).toBe(403);
    expect((await review(await world.signInAnew('firm.meltblown'), needId)).statusCode).toBe(404);
    const wish = await publish(asBuyer, `采购熔喷布 1 吨/天，第 ${++written} 批`);
    expect((await rule(asBureau, wish, 'keep')).json().code).toBe('needs.not-kept-back');
    await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    expect((await rule(asBureau, needId, 'release')).json().code).toBe('needs.closed');
    expect(await keptIds(), 'a need that is over waits for no word').not.toContain(needId);
  });
});

describe('asking for one product again and again', () => {
  it('counts as price fishing once the quotes of the earlier needs were left lying', async () => {
    for (let one = 0; one < 2; one++) {
      const needId = await publish(asBuyer, `采购熔喷布 1 吨/天，询第 ${++written} 次`);
      await quote(world, await world.signInAnew('firm.meltblown'), needId);
      await asBuyer.post(`/api/needs/${needId}/withdrawal`);
    }
    const third = await publish(asBuyer, `采购熔喷布 1 吨/天，询第 ${++written} 次`);
    const { keptBack } = await cascadeOf(asBuyer, third);
    expect(keptBack).toMatchObject({ class: 'fishing', reasons: [{ code: 'asked-again', count: 2 }] });
    world.effects.pass(40 * day);
    await signIn();
    const later = await publish(asBuyer, `采购熔喷布 1 吨/天，询第 ${++written} 次`);
    expect((await cascadeOf(asBuyer, later)).keptBack).toBeNull();
  });
});

describe('the quota of a firm', () => {
  const limit = (quota: { open: number; perDay: number }) =>
    inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const { terms } = await tx
        .selectFrom('sourcing_terms')
        .select('terms')
        .where('city', '=', testCity)
        .executeTakeFirstOrThrow();
      const firmQuotas = [{ organisationId: buyer.id, list: 'sourcing', ...quota }];
      const valid_from = world.effects.now().toISOString().slice(0, 10);
      await tx
        .insertInto('sourcing_terms')
        .values({
          ...{ city: testCity, valid_from, by_name: '演示-甲', created_at: world.effects.now() },
          terms: JSON.stringify({ ...(terms as object), firmQuotas }),
        })
        .execute();
    });
  const send = (language: string) =>
    asBuyer.post(
      '/api/needs',
      { kind: 'sourcing', text: `采购熔喷布 1 吨/天，额第 ${++written} 次`, idempotencyKey: newKey() },
      { 'accept-language': language },
    );

  it('of a day refuses the next need, says what the quota is and when there is room again, in both languages', async () => {
    world.effects.pass(day);
    await signIn();
    await limit({ open: 1_000, perDay: 1 });
    expect((await send('zh')).statusCode).toBe(201);
    const refused = await send('zh');
    expect(refused.statusCode).toBe(429);
    expect(refused.json().message).toMatch(/“配套需求”清单上每天最多发 1 条，今天已发 1 条。\d+月\d+日 起可再发/);
    expect((await send('en')).json().message).toMatch(/may publish 1 needs a day on the list “Sourcing”/);
    world.effects.pass(day);
    await signIn();
    expect((await send('zh')).statusCode).toBe(201);
  });

  it('of open needs refuses until one of them ends', async () => {
    world.effects.pass(2 * day);
    await signIn();
    const listed = (await asBuyer.get('/api/needs?state=open&list=sourcing&limit=100')).json();
    await limit({ open: listed.total, perDay: 1_000 });
    const refused = await send('zh');
    expect(refused.json()).toMatchObject({ code: 'needs.quota-open', details: { most: listed.total } });
    await asBuyer.post(`/api/needs/${listed.needs[0].id}/withdrawal`);
    expect((await send('zh')).statusCode).toBe(201);
  });
});
