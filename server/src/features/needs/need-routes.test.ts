import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchOf, meltblownText, newKey, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, meltblown } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asMeltblown: TestClient;
let asTackle: TestClient;
let asBureau: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asMeltblown, asTackle, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.meltblown'),
    world.signIn('firm.tackle'),
    world.signIn('bureau'),
  ]);
});
afterAll(() => world.close());

/** A different need each time, for the same words within ten minutes are a second tab. */
let number = 0;
const another = () => `急需熔喷布 5 吨/天，BFE≥95，第 ${++number} 批`;
const send = (client: TestClient, body: object, headers = {}) =>
  client.post('/api/needs', { kind: 'sourcing', idempotencyKey: newKey(), ...body }, headers);

/** The clock moves on; whoever was signed in is out by then and comes back. */
async function wakeUp(instant: string): Promise<void> {
  world.effects.setClock(new Date(instant));
  [asBuyer, asMeltblown] = await Promise.all([world.signInAnew('firm.buyer'), world.signInAnew('firm.meltblown')]);
}

describe('a sourcing need is published', () => {
  it('is matched at once, local firms first and wider because the city cannot make enough', async () => {
    const reply = await send(asBuyer, { text: meltblownText });
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ need: { state: 'open' }, matched: 2 });
    const { matches, notes, model } = (await asBuyer.get(`/api/needs/${reply.json().need.id}/matches`)).json();
    expect(matches.map((row: { organisation: { id: string } }) => row.organisation.id).sort()).toEqual(
      [meltblown.id, circleMeltblown.id].sort(),
    );
    expect(notes[0]).toMatchObject({ code: 'widened.capacity' });
    expect(notes[0].text).toContain('不够 5');
    expect(model).toMatch(/^zhitong-match/);
  });

  it('shows its page with counts, timeline and what the buyer may do', async () => {
    const id = await publish(asBuyer, another());
    const { need } = (await asBuyer.get(`/api/needs/${id}`)).json();
    expect(need).toMatchObject({
      state: 'open',
      organisation: { id: buyer.id, name: buyer.name },
      products: [{ id: 'meltblown-cloth', name: '熔喷布' }],
      quantity: { amount: 5, unit: '吨', per: 'day' },
      reach: 'circle',
      counts: { matched: 2, seen: 0, quoted: 0, declined: 0 },
      demo: true,
      allowed: ['choose', 'shortlist', 'reject', 'withdraw', 'widen'],
    });
    expect(need.timeline).toEqual([expect.objectContaining({ text: '熔喷布 5 吨/天：已发布，送达 2 家' })]);
    const { need: english } = (await asBuyer.get(`/api/needs/${id}`, { 'accept-language': 'en' })).json();
    expect(english.timeline[0].text).toBe('熔喷布 5 t/day: published, sent to 2 firms');
  });

  it('makes no second need for the same key, and answers with the first', async () => {
    const body = { text: another(), idempotencyKey: 'the-same-key' };
    const first = await send(asBuyer, body);
    const second = await send(asBuyer, body);
    expect(second.statusCode).toBe(201);
    expect(second.json()).toEqual(first.json());
  });

  it('never swallows other words under a key that was used: it says so, and which need that was', async () => {
    const idempotencyKey = newKey();
    const first = await send(asBuyer, { text: another(), idempotencyKey });
    const count = async () => (await asBuyer.get('/api/needs?limit=1')).json().total;
    const before = await count();
    for (const kind of ['sourcing', 'problem']) {
      const reply = await send(asBuyer, { kind, text: another(), idempotencyKey });
      expect(reply.statusCode).toBe(409);
      expect(reply.json()).toMatchObject({ code: 'needs.key-used', details: { needId: first.json().need.id } });
      expect(reply.json().message).toContain('现在这些还没有发');
    }
    expect(await count()).toBe(before);
  });

  it('refuses the same words from a second tab, and says which need it was and how long ago', async () => {
    const text = another();
    const id = await publish(asBuyer, text);
    world.effects.pass(60_000);
    const reply = await send(asBuyer, { text: `  ${text.replace('5', '５')} ` });
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({
      code: 'needs.same-need',
      message: '您 1 分钟前发过同样的需求。打开它',
      details: { needId: id, minutes: 1 },
    });
    world.effects.pass(10 * 60_000);
    expect((await send(asBuyer, { text })).statusCode).toBe(201);
  });

  it('makes one need when two tabs publish the same at the same moment', async () => {
    const text = another();
    const replies = await Promise.all([1, 2, 3].map(() => send(asBuyer, { text })));
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409, 409]);
    const { total } = (await asBuyer.get(`/api/needs?q=${encodeURIComponent(text)}`)).json();
    expect(total).toBe(1);
  });

  it('takes what the chips correct, even where the text is wrong', async () => {
    const text = `熔喷布 -5 吨/天 ${another()}`;
    expect((await send(asBuyer, { text })).json().code).toBe('needs.quantity-not-positive');
    const quantity = { amount: 2, unit: '吨', per: 'day' };
    const reply = await send(asBuyer, { text, chips: { quantity } });
    expect(reply.statusCode).toBe(201);
    expect((await asBuyer.get(`/api/needs/${reply.json().need.id}`)).json().need).toMatchObject({ quantity, text });
  });
});

describe('bad input gets a clear answer', () => {
  const refusal = async (body: object, headers = {}) => {
    const reply = await send(asBuyer, body, headers);
    return { status: reply.statusCode, code: reply.json().code, message: reply.json().message };
  };

  it('refuses one megabyte of text by its length, in both languages', async () => {
    const text = '布'.repeat(1_048_576 / 3);
    expect(await refusal({ text })).toMatchObject({ status: 413, code: 'needs.text-too-long' });
    const english = await refusal({ text }, { 'accept-language': 'en' });
    expect(english.message).toMatch(/^At most 20,000 characters/);
    expect((await asBuyer.post('/api/needs/parse', { text })).statusCode).toBe(413);
    expect((await asBuyer.post('/api/matching/preview', { text })).statusCode).toBe(413);
  });

  it('refuses a body beyond two megabytes with the same envelope', async () => {
    expect(await refusal({ text: 'x'.repeat(3_000_000) })).toMatchObject({
      status: 413,
      code: 'platform.body-too-large',
    });
  });

  it('refuses a quantity of −5 and of 1e308, in the text and on the chip', async () => {
    expect(await refusal({ text: '熔喷布 -5 吨/天' })).toMatchObject({
      status: 422,
      code: 'needs.quantity-not-positive',
    });
    const chips = (amount: number) => ({ quantity: { amount, unit: '吨', per: 'day' } });
    expect(await refusal({ text: another(), chips: chips(-5) })).toMatchObject({ code: 'needs.quantity-not-positive' });
    expect(await refusal({ text: another(), chips: chips(0) })).toMatchObject({ code: 'needs.quantity-not-positive' });
    expect(await refusal({ text: another(), chips: chips(1e308) })).toMatchObject({
      status: 422,
      code: 'needs.quantity-too-large',
    });
  });

  it('refuses a deadline that has passed or does not exist', async () => {
    const passed = await refusal({ text: '熔喷布 5 吨/天，11月20日前交货', chips: { deadline: '2026-11-20' } });
    expect(passed).toMatchObject({ status: 422, code: 'needs.deadline-passed' });
    expect(passed.message).toBe('截止日期 11月20日 已过');
    expect((await send(asBuyer, { text: another(), chips: { deadline: '2026-02-30' } })).statusCode).toBe(400);
  });

  it('refuses a text without a product, and an empty one', async () => {
    expect(await refusal({ text: '今天天气不错，大家辛苦了' })).toMatchObject({
      status: 422,
      code: 'needs.no-product',
    });
    expect(await refusal({ text: another(), chips: { productIds: ['no-such-product'] } })).toMatchObject({
      code: 'needs.no-product',
    });
    expect(await refusal({ text: '   \n ' })).toMatchObject({ status: 422, code: 'needs.text-empty' });
  });

  it('keeps emoji, script tags and SQL as the words they are', async () => {
    const text = `急需 熔喷布 5 吨/天 😀<script>alert(1)</script>'); drop table need; -- ${another()}`;
    const id = await publish(asBuyer, text);
    expect((await asBuyer.get(`/api/needs/${id}`)).json().need.text).toBe(text);
  });

  it('understands traditional and full-width characters', async () => {
    const reply = await asBuyer.post('/api/needs/parse', { text: '急需熔噴布５噸／天' });
    expect(reply.json()).toMatchObject({ products: [{ id: 'meltblown-cloth' }], quantity: 5, per: 'day' });
  });

  it('refuses a character the database cannot hold instead of failing', async () => {
    for (const broken of ['\u0000', '\ud800'])
      expect(await refusal({ text: `${another()}${broken}` })).toMatchObject({
        status: 400,
        code: 'platform.invalid-input',
        message: '有 1 处需要修改：text',
      });
    expect((await asBuyer.get('/api/needs?q=%00')).statusCode).toBe(400);
  });
});

describe('who may see a need', () => {
  it('shows it to the buyer and the bureau, and to nobody else', async () => {
    const id = await publish(asBuyer, another());
    expect((await asBuyer.get(`/api/needs/${id}`)).statusCode).toBe(200);
    expect((await asBureau.get(`/api/needs/${id}`)).json().need.allowed).toEqual([]);
    for (const client of [asMeltblown, asTackle]) {
      expect((await client.get(`/api/needs/${id}`)).statusCode).toBe(404);
      expect((await client.get(`/api/needs/${id}/matches`)).statusCode).toBe(404);
      expect((await client.post(`/api/needs/${id}/withdrawal`)).statusCode).toBe(404);
      expect((await client.post(`/api/needs/${id}/widening`, { reach: 'nation' })).statusCode).toBe(404);
    }
    expect((await world.stranger.get(`/api/needs/${id}`)).statusCode).toBe(401);
    expect(
      (await asBureau.post('/api/needs', { kind: 'sourcing', text: another(), idempotencyKey: newKey() })).statusCode,
    ).toBe(403);
    expect((await asBureau.post(`/api/needs/${id}/withdrawal`)).statusCode).toBe(403);
  });

  it('lists own needs for a firm, all of the city for the bureau', async () => {
    const text = another();
    await publish(asBuyer, text);
    const query = `/api/needs?q=${encodeURIComponent(text)}`;
    expect((await asBuyer.get(query)).json().total).toBe(1);
    expect((await asTackle.get(query)).json().total).toBe(0);
    expect((await asBureau.get(query)).json().needs).toMatchObject([{ text, counts: { matched: 2 } }]);
    expect((await asBureau.get('/api/needs?q=%25')).json().total).toBe(0);
  });
});

describe('a need ends', () => {
  it('is withdrawn honestly: suppliers read it, and no answer is taken any more', async () => {
    const id = await publish(asBuyer, another());
    const matchId = await matchOf(world, asMeltblown, id);
    expect((await asBuyer.post(`/api/needs/${id}/withdrawal`)).json()).toEqual({ need: { id, state: 'withdrawn' } });
    const { state } = (await asMeltblown.get(`/api/opportunities/${matchId}`)).json();
    expect(state).toBe('withdrawn');
    await settle(world);
    const inbox = (await asMeltblown.get('/api/inbox')).json();
    expect(inbox.entries.at(-1)).toMatchObject({ type: 'opportunity.withdrawn', text: '熔喷布 5 吨/天：买方已撤回' });
    const late = await asMeltblown.post(`/api/matches/${matchId}/responses`, { declined: 'price' });
    expect(late.json()).toMatchObject({
      code: 'matching.need-closed',
      message: '该需求已于 11月23日 结束，不再接受报价',
    });
    const again = await asBuyer.post(`/api/needs/${id}/withdrawal`);
    expect(again.json()).toMatchObject({ code: 'needs.closed' });
  });

  it('ends by itself when the day of its deadline is over in the city', async () => {
    const id = await publish(asBuyer, `熔喷布 5 吨/天，11月24日前交货，${another()}`);
    const { matchId, id: responseId } = await quote(world, asMeltblown, id);
    await wakeUp('2026-11-24T23:59:00+08:00');
    expect((await asBuyer.get(`/api/needs/${id}`)).json().need.state).toBe('open');
    await wakeUp('2026-11-25T00:01:00+08:00');
    const { need } = (await asBuyer.get(`/api/needs/${id}`)).json();
    expect(need).toMatchObject({ state: 'expired', closedAt: '2026-11-24T16:00:00.000Z', allowed: ['reject'] });
    expect((await asBuyer.get('/api/needs?state=expired')).json().total).toBe(1);
    expect((await asMeltblown.get(`/api/opportunities/${matchId}`)).json().state).toBe('closed');
    const late = await asBuyer.post(`/api/needs/${id}/choice`, { responseId });
    expect(late.json()).toMatchObject({ code: 'needs.closed' });
  });

  it('is widened by the buyer, and not to where it is open already', async () => {
    const id = await publish(asBuyer, another());
    expect((await asBuyer.post(`/api/needs/${id}/widening`, { reach: 'city' })).json().code).toBe(
      'needs.reach-not-wider',
    );
    const wider = await asBuyer.post(`/api/needs/${id}/widening`, { reach: 'nation' });
    expect(wider.statusCode).toBe(200);
    expect((await asBuyer.get(`/api/needs/${id}`)).json().need.reach).toBe('nation');
    expect((await asBuyer.post(`/api/needs/${id}/widening`, { reach: 'nation' })).statusCode).toBe(409);
  });
});
