import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodQuote, matchOf, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, circleMeltblown, meltblown } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asMeltblown: TestClient;
let asYantai: TestClient;
let asTackle: TestClient;
let asBureau: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asMeltblown, asYantai, asTackle, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.meltblown'),
    world.signIn('firm.yantai'),
    world.signIn('firm.tackle'),
    world.signIn('bureau'),
  ]);
});
afterAll(async () => {
  expect(world.errors).toEqual([]);
  await world.close();
});

let number = 0;
const newNeed = () => publish(asBuyer, `急需熔喷布 5 吨/天，BFE≥95，联系张经理 13812345678，第 ${++number} 批`);
const matchesOf = async (needId: string) => (await asBuyer.get(`/api/needs/${needId}/matches`)).json().matches;
const rowOf = async (needId: string, organisationId: string) =>
  (await matchesOf(needId)).find((row: { organisation: { id: string } }) => row.organisation.id === organisationId);
const newsOf = async (client: TestClient) => {
  await settle(world);
  return (await client.get('/api/inbox?limit=200')).json().entries;
};

describe('a supplier reads its opportunity', () => {
  it('sees the need with reasons, never the telephone number in its text, never another supplier', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    const reply = await asMeltblown.get(`/api/opportunities/${matchId}`);
    expect(reply.json()).toMatchObject({ state: 'new', buyer: { id: buyer.id }, offer: { productText: '熔喷布' } });
    expect(reply.json().reasons.map((reason: { code: string }) => reason.code)).toContain('product.same');
    expect(reply.body).not.toContain('13812345678');
    expect(reply.body).not.toContain(circleMeltblown.name);
    expect(reply.json().contact).toBeUndefined();
    expect((await asMeltblown.get('/api/inbox')).body).not.toContain(circleMeltblown.name);
  });

  it('tells the buyer of the first look, once', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    await Promise.all([1, 2, 3].map(() => asMeltblown.get(`/api/opportunities/${matchId}`)));
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need.counts.seen).toBe(1);
    expect(need.timeline.filter((event: { type: string }) => event.type === 'match.seen')).toHaveLength(1);
    const { counts } = (await asMeltblown.get('/api/opportunities?state=waiting')).json();
    expect(counts.waiting).toBeGreaterThan(0);
  });

  it('does not exist for another firm', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    for (const client of [asTackle, asBuyer, asYantai]) {
      expect((await client.get(`/api/opportunities/${matchId}`)).statusCode).toBe(404);
      expect((await client.post(`/api/matches/${matchId}/responses`, goodQuote)).statusCode).toBe(404);
    }
    for (const client of [asTackle, asMeltblown]) {
      expect((await client.post(`/api/matches/${matchId}/rejection`, { code: 'price' })).statusCode).toBe(404);
      expect((await client.put(`/api/matches/${matchId}/shortlist`, { shortlisted: true })).statusCode).toBe(404);
    }
    expect((await asBureau.post(`/api/matches/${matchId}/responses`, goodQuote)).statusCode).toBe(403);
  });
});

describe('a supplier answers', () => {
  it('with a quote, which the buyer reads at once and the bureau too', async () => {
    const needId = await newNeed();
    const { id } = await quote(world, asMeltblown, needId);
    expect((await rowOf(needId, meltblown.id)).response).toMatchObject({ id, ...goodQuote });
    expect((await newsOf(asBuyer)).at(-1).text).toBe(`熔喷布 5 吨/天：${meltblown.name}报价 2.1 万元/吨，4 天交货`);
    expect((await asBureau.get(`/api/needs/${needId}/matches`)).body).toContain(id);
  });

  it('not with a figure nobody can mean', async () => {
    const matchId = await matchOf(world, asMeltblown, await newNeed());
    const send = (wrong: object) => asMeltblown.post(`/api/matches/${matchId}/responses`, { ...goodQuote, ...wrong });
    expect((await send({ quantity: 1e308 })).json().code).toBe('matching.quantity-too-large');
    expect((await send({ priceFen: Number.MAX_SAFE_INTEGER })).json().code).toBe('matching.price-too-large');
    expect((await send({ quantity: -5 })).json().details.fields).toBe('quantity');
    const half = await asMeltblown.post(`/api/matches/${matchId}/responses`, { priceFen: 1 });
    expect(half.json().message).toBe('有 1 处需要修改：unit, quantity, leadDays / declined');
  });

  it('once only, also when two people of the firm send at the same moment', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    const send = () => asMeltblown.post(`/api/matches/${matchId}/responses`, goodQuote);
    const replies = await Promise.all([send(), send(), send()]);
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409, 409]);
    expect((await send()).json()).toMatchObject({
      code: 'matching.already-answered',
      message: '您已于 09:00 报价。修改报价',
      details: { at: '2026-11-23T01:00:00.000Z' },
    });
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need.counts.quoted).toBe(1);
    expect(need.timeline.filter((event: { type: string }) => event.type === 'response.given')).toHaveLength(1);
  });

  it('and may change the quote while the need is open, but not before there is one', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    const amend = (body: object) => asMeltblown.put(`/api/matches/${matchId}/responses`, body);
    expect((await amend(goodQuote)).json().code).toBe('matching.not-answered');
    await quote(world, asMeltblown, needId);
    expect((await amend({ ...goodQuote, priceFen: 1_990_000 })).statusCode).toBe(200);
    expect((await rowOf(needId, meltblown.id)).response.priceFen).toBe(1_990_000);
    expect((await asMeltblown.get(`/api/opportunities/${matchId}`)).json().response.priceFen).toBe(1_990_000);
  });

  it('or declines with a coded reason', async () => {
    const needId = await newNeed();
    const matchId = await matchOf(world, asMeltblown, needId);
    expect((await asMeltblown.post(`/api/matches/${matchId}/responses`, { declined: 'no-word' })).statusCode).toBe(400);
    const declined = await asMeltblown.post(`/api/matches/${matchId}/responses`, { declined: 'capacity' });
    expect(declined.statusCode).toBe(201);
    const { id } = declined.json().response;
    expect((await rowOf(needId, meltblown.id)).response).toMatchObject({ declined: 'capacity' });
    expect((await newsOf(asBuyer)).at(-1).text).toContain('做不了（产能已满）');
    const choice = await asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id });
    expect(choice.json().code).toBe('matching.response-declined');
  });

  it('from another city through its own copy, and everything comes back to it there', async () => {
    const needId = await newNeed();
    const { matchId, id } = await quote(world, asYantai, needId);
    expect((await rowOf(needId, circleMeltblown.id)).response).toMatchObject({ id });
    expect((await asYantai.get(`/api/opportunities/${matchId}`)).json()).toMatchObject({ state: 'answered' });
    const { id: dealId } = (await asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id })).json().deal;
    const news = await newsOf(asYantai);
    expect(news.at(-1)).toMatchObject({ type: 'deal.begun', link: `/deals/${dealId}` });
    expect((await asYantai.get(`/api/opportunities/${matchId}`)).json()).toMatchObject({
      state: 'chosen',
      deal: { id: dealId },
    });
  });
});

describe('the buyer says why not', () => {
  it('with a code that the supplier reads, counted over half a year', async () => {
    const needId = await newNeed();
    const { matchId } = await quote(world, asMeltblown, needId);
    const rejected = await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'lead-time', note: '要求 3 天' });
    expect(rejected.statusCode).toBe(201);
    const own = (await asMeltblown.get(`/api/opportunities/${matchId}`)).json();
    expect(own).toMatchObject({
      state: 'not-chosen',
      rejection: { code: 'lead-time', note: '要求 3 天' },
      sameReason: 1,
    });
    expect((await newsOf(asMeltblown)).at(-1).text).toBe('熔喷布 5 吨/天：未选原因：交货期');
    const twice = await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' });
    expect(twice.json().code).toBe('matching.already-rejected');
    const late = await asMeltblown.put(`/api/matches/${matchId}/responses`, goodQuote);
    expect(late.json().code).toBe('matching.not-chosen');
  });

  it('also to a supplier in another city', async () => {
    const needId = await newNeed();
    const { matchId } = await quote(world, asYantai, needId);
    await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' });
    expect((await newsOf(asYantai)).at(-1)).toMatchObject({
      type: 'match.rejected',
      link: `/opportunities/${matchId}`,
    });
    expect((await asYantai.get(`/api/opportunities/${matchId}`)).json().state).toBe('not-chosen');
  });

  it('and keeps a short list that no supplier hears of', async () => {
    const needId = await newNeed();
    const { matchId } = await quote(world, asMeltblown, needId);
    const before = (await newsOf(asMeltblown)).length;
    const put = (shortlisted: boolean) => asBuyer.put(`/api/matches/${matchId}/shortlist`, { shortlisted });
    expect((await put(true)).json().shortlistedAt).toBe('2026-11-23T01:00:00.000Z');
    expect((await rowOf(needId, meltblown.id)).match.shortlistedAt).not.toBeNull();
    expect((await put(false)).json().shortlistedAt).toBeNull();
    expect(await newsOf(asMeltblown)).toHaveLength(before);
  });
});

describe('the buyer chooses', () => {
  it('with one reason for every other quote, and the suppliers read it', async () => {
    const needId = await newNeed();
    const chosen = await quote(world, asMeltblown, needId);
    const other = await quote(world, asYantai, needId);
    const choose = (body: object) => asBuyer.post(`/api/needs/${needId}/choice`, { responseId: chosen.id, ...body });
    expect((await choose({ othersCode: 'price' })).statusCode).toBe(201);
    const row = await rowOf(needId, circleMeltblown.id);
    expect(row.rejection).toMatchObject({ code: 'price' });
    await settle(world);
    const own = (await asYantai.get(`/api/opportunities/${other.matchId}`)).json();
    expect(own).toMatchObject({ state: 'not-chosen', rejection: { code: 'price' } });
    expect(own.deal).toBeUndefined();
  });

  it('without a word about the others: the reason is read off the quotes and marked as derived, on both sides', async () => {
    const needId = await newNeed();
    const chosen = await quote(world, asMeltblown, needId);
    const other = await quote(world, asYantai, needId);
    await asYantai.put(`/api/matches/${other.matchId}/responses`, { ...goodQuote, priceFen: goodQuote.priceFen + 1 });
    expect((await asBuyer.post(`/api/needs/${needId}/choice`, { responseId: chosen.id })).statusCode).toBe(201);
    expect((await rowOf(needId, circleMeltblown.id)).rejection).toMatchObject({ code: 'price', derived: true });
    await settle(world);
    const own = (await asYantai.get(`/api/opportunities/${other.matchId}`)).json();
    expect(own).toMatchObject({ state: 'not-chosen', rejection: { code: 'price', derived: true } });
  });

  it('and a local firm that had not answered reads a reason too, marked as derived', async () => {
    const needId = await newNeed();
    const answered = await quote(world, asYantai, needId);
    const silent = await matchOf(world, asMeltblown, needId);
    const body = { responseId: answered.id, othersCode: 'price' };
    expect((await asBuyer.post(`/api/needs/${needId}/choice`, body)).statusCode).toBe(201);
    const own = (await asMeltblown.get(`/api/opportunities/${silent}`)).json();
    expect(own).toMatchObject({ state: 'not-chosen', rejection: { code: 'capacity', derived: true } });
  });

  it('and a deal begins: contacts open on both sides, the need is closed, who had not answered is told', async () => {
    const needId = await newNeed();
    const { id, matchId } = await quote(world, asMeltblown, needId);
    const silent = await matchOf(world, asYantai, needId);
    const { deal } = (await asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id })).json();
    const { need } = (await asBuyer.get(`/api/needs/${needId}`)).json();
    expect(need).toMatchObject({ state: 'chosen', deal, allowed: ['reject'] });
    expect((await rowOf(needId, meltblown.id)).contact).toMatchObject({ phone: meltblown.phone });
    expect((await rowOf(needId, circleMeltblown.id)).contact).toBeUndefined();
    expect((await asMeltblown.get(`/api/opportunities/${matchId}`)).json()).toMatchObject({
      state: 'chosen',
      deal,
      contact: { phone: buyer.phone },
    });
    await settle(world);
    const late = await asYantai.post(`/api/matches/${silent}/responses`, goodQuote);
    expect(late.json()).toMatchObject({
      code: 'matching.need-closed',
      message: '该需求已于 11月23日 结束，不再接受报价',
    });
    expect((await asYantai.get(`/api/opportunities/${silent}`)).json().state).toBe('closed');
  });

  it('once: two clicks at the same moment make one deal', async () => {
    const needId = await newNeed();
    const { id, matchId } = await quote(world, asMeltblown, needId);
    const choose = () => asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id });
    const replies = await Promise.all([choose(), choose()]);
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([201, 409]);
    expect((await choose()).json()).toMatchObject({
      code: 'matching.already-chosen',
      message: '该需求已于 11月23日 选定供应商，不能再选',
    });
    const back = await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' });
    expect(back.json().code).toBe('matching.chosen-stands');
  });

  it('neither a rejected quote, nor one of another need, nor a need of another firm', async () => {
    const needId = await newNeed();
    const { id, matchId } = await quote(world, asMeltblown, needId);
    const other = await newNeed();
    const foreign = await asBuyer.post(`/api/needs/${other}/choice`, { responseId: id });
    expect(foreign.statusCode).toBe(404);
    expect((await asTackle.post(`/api/needs/${needId}/choice`, { responseId: id })).statusCode).toBe(404);
    await asBuyer.post(`/api/matches/${matchId}/rejection`, { code: 'price' });
    const rejected = await asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id });
    expect(rejected.json().code).toBe('matching.response-rejected');
  });

  it('and an answer at the same moment is either in the choice or refused, never lost', async () => {
    const needId = await newNeed();
    const { id } = await quote(world, asMeltblown, needId);
    const matchId = await matchOf(world, asYantai, needId);
    const [answer, choice] = await Promise.all([
      asYantai.post(`/api/matches/${matchId}/responses`, goodQuote),
      asBuyer.post(`/api/needs/${needId}/choice`, { responseId: id }),
    ]);
    const outcome = `${answer.statusCode} ${choice.json().code ?? choice.statusCode}`;
    expect(['409 201', '201 201']).toContain(outcome);
    const row = await rowOf(needId, circleMeltblown.id);
    expect(row.response === undefined || row.rejection !== undefined).toBe(true);
  });
});
