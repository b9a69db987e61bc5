import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, aProblem } from '#testing/case-play';
import { anOffer, askOf, aWish, enterFundingMatter, submitFunding } from '#testing/funding-play';
import { newKey, settle } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, bankB, bureau, buyer, hrss, meltblown, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asBankA: TestClient;
let asBankB: TestClient;
let asDesk: TestClient;
let asBureau: TestClient;
const stranger = '01900000-0000-7000-8000-00000000dead';
const banks = [bankA.id, bankB.id];

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  [asBuyer, asBankA, asBankB, asDesk, asBureau] = await Promise.all([
    world.signIn(buyer.username),
    world.signIn(bankA.username),
    world.signIn(bankB.username),
    world.signIn(hrss.username),
    world.signIn(bureau.username),
  ]);
});
afterAll(() => world.close());

const send = async (more: object, kind = 'funding') => {
  const reply = await asBuyer.post('/api/needs', { kind, text: aWish(), idempotencyKey: newKey(), ...more });
  return [reply.statusCode, reply.json().code];
};
const comparison = async (needId: string) => (await asBuyer.get(`/api/needs/${needId}/funding`)).json();
const codeOf = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];

async function asked(chosen: readonly string[] = banks) {
  const text = aWish();
  const sent = await submitFunding(asBuyer, { banks: chosen, text });
  const askA = chosen.includes(bankA.id) ? await askOf(asBankA, text) : '';
  const askB = chosen.includes(bankB.id) ? await askOf(asBankB, text) : '';
  return { ...sent, text, askA, askB };
}

const offer = (bank: TestClient, ask: string, more: object = {}) =>
  bank.post(`/api/funding/${ask}/offer`, { ...anOffer, ...more });
const offerIdOf = async (needId: string, bankId: string): Promise<string> =>
  (await comparison(needId)).asks.find(({ bank }: { bank: { id: string } }) => bank.id === bankId).offer.id;
const accept = (needId: string, offerId: string, more: object = {}) =>
  asBuyer.post(`/api/needs/${needId}/acceptance`, { offerId, ...more });

describe('a funding need', () => {
  it('without a finance desk on the duty table lies with the bureau, with one it lies with that desk', async () => {
    const holderOf = async (needId: string) =>
      (await asBuyer.get(`/api/needs/${needId}/timeline`)).json().holder.body.id;
    expect(await holderOf((await submitFunding(asBuyer)).needId)).toBe(bureau.id);
    const matter = await enterFundingMatter(world);
    expect(await holderOf((await submitFunding(asBuyer)).needId)).toBe(hrss.id);
    expect(await holderOf((await submitFunding(asBuyer, { matter })).needId)).toBe(hrss.id);
    expect(await holderOf((await submitFunding(asBuyer, { body: bureau.id })).needId)).toBe(bureau.id);
  });

  it('reaches each chosen bank at once, which has a clock of its own beside the desk’s', async () => {
    const { caseId, askA, text } = await asked();
    const { ask } = (await asBankA.get(`/api/funding/${askA}`)).json();
    expect(ask).toMatchObject({
      ...{
        text,
        state: 'open',
        light: 'green',
        asker: { id: buyer.id, name: buyer.name },
        allowed: ['offer', 'decline'],
      },
      ...{ remainingMinutes: 900, offer: null, receipt: null },
    });
    expect((await asBuyer.get(`/api/clocks/${caseId}`)).json().accountable.id).toBe(hrss.id);
    const seen = (await asDesk.get(`/api/cases/${caseId}`)).json().case;
    expect(seen.helps.map(({ helper }: { helper: { id: string } }) => helper.id).toSorted()).toEqual(banks.toSorted());
  });

  it('refuses too many banks, one twice, who is no bank, and banks on another list', async () => {
    expect(await send({ banks: [bankA.id, bankA.id] })).toEqual([422, 'funding.bank-twice']);
    expect(await send({ banks: [hrss.id] })).toEqual([422, 'funding.not-a-bank']);
    expect(await send({ banks: [stranger] })).toEqual([422, 'funding.not-a-bank']);
    expect(await send({ banks: [bankA.id, bankB.id, hrss.id, stranger] })).toEqual([422, 'funding.too-many-banks']);
    expect(await send({ banks, text: aProblem() }, 'problem')).toEqual([422, 'funding.banks-not-here']);
    expect(await send({ banks, text: '采购熔喷布 9 吨' }, 'sourcing')).toEqual([422, 'funding.banks-not-here']);
    expect(await send({ body: bankA.id })).toEqual([422, 'cases.bank-elsewhere']);
  });

  it('lets the firm ask another bank later, never one twice, and never more than the city allows', async () => {
    const { needId } = await asked([bankA.id]);
    const more = (chosen: readonly string[]) => asBuyer.post(`/api/needs/${needId}/banks`, { banks: chosen });
    expect(codeOf(await more([bankA.id]))).toEqual([422, 'funding.bank-twice']);
    expect(codeOf(await more([bankB.id, hrss.id, bureau.id]))).toEqual([422, 'funding.too-many-banks']);
    expect((await more([bankB.id])).statusCode).toBe(201);
    expect(await comparison(needId)).toMatchObject({ left: 1, atMost: 3, mayAsk: true });
    expect((await asBuyer.get('/api/banks')).json()).toMatchObject({ atMost: 3, banks: expect.any(Array) });
  });

  it('is neither led nor helped by a bank, whoever wants it so', async () => {
    const { caseId } = await asked([bankA.id]);
    expect(codeOf(await act(asDesk, caseId, 'ask-helper', { to: bankB.id, text: '请核对' }))).toEqual([
      422,
      'cases.bank-elsewhere',
    ]);
    expect(codeOf(await act(asBureau, caseId, 'transfer', { to: bankB.id }))).toEqual([422, 'cases.bank-elsewhere']);
  });
});

describe('a funding need that a bank handled before', () => {
  it('is sent to no other bank, for that bank reads whom the firm asks', async () => {
    const { needId, caseId } = await submitFunding(asBuyer);
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update need_case set reader_ids = array_append(reader_ids, ${bankA.id}::uuid)
          where city = ${testCity} and id = ${caseId}`.execute(tx),
    );
    expect(codeOf(await asBuyer.post(`/api/needs/${needId}/banks`, { banks: [bankB.id] }))).toEqual([
      ...[409, 'funding.bank-reads'],
    ]);
  });
});

describe('the answer of a bank', () => {
  it('is an offer the firm compares by yearly cost, the cheapest yuan first', async () => {
    const { needId, caseId, askA, askB } = await asked();
    await offer(asBankA, askA, { rateBp: 400, feesFen: 600_000, note: '随借随还' });
    expect((await offer(asBankB, askB)).json().ask).toMatchObject({ state: 'offered', allowed: ['offer'] });
    const { asks } = await comparison(needId);
    expect(asks).toMatchObject([
      { bank: { id: bankB.id }, mayAccept: true, offer: { yearlyCostFen: 10_950_000 } },
      { bank: { id: bankA.id }, mayAccept: true, offer: { yearlyCostFen: 12_600_000, note: '随借随还' } },
    ]);
    const { events } = (await asBuyer.get(`/api/cases/${caseId}`)).json().case;
    expect(events.at(-1).text).toBe(`${bankB.name}报价`);
  });

  it('may be made better, and the firm then takes the new one, not the one it saw', async () => {
    const { needId, askA } = await asked([bankA.id]);
    await offer(asBankA, askA);
    const before = await offerIdOf(needId, bankA.id);
    await offer(asBankA, askA, { rateBp: 345 });
    expect(codeOf(await accept(needId, before))).toEqual([409, 'funding.offer-changed']);
    await settle(world);
    const { entries } = (await asBuyer.get('/api/inbox')).json();
    expect(entries.at(-1)).toMatchObject({ type: 'funding.offer-changed', link: `/needs/${needId}` });
    expect((await accept(needId, await offerIdOf(needId, bankA.id))).statusCode).toBe(200);
  });

  it('is a refusal only with a coded reason and what would change it', async () => {
    const { needId, askA } = await asked([bankA.id]);
    const decline = (body: object) => asBankA.post(`/api/funding/${askA}/decline`, body);
    expect((await decline({ reason: 'no-time', change: '再等等' })).statusCode).toBe(400);
    expect((await decline({ reason: 'papers-missing' })).statusCode).toBe(400);
    expect(codeOf(await decline({ reason: 'papers-missing', change: ' ' }))).toEqual([422, 'funding.change-missing']);
    expect((await decline({ reason: 'papers-missing', change: '补一份上年度审计报告' })).statusCode).toBe(200);
    expect((await comparison(needId)).asks[0]).toMatchObject({
      ...{ state: 'declined', mayAccept: false },
      decline: { code: 'papers-missing', reason: '材料不全', change: '补一份上年度审计报告' },
    });
    // what was missing came: an offer follows, and takes the place of the refusal
    expect((await offer(asBankA, askA)).statusCode).toBe(200);
    expect((await comparison(needId)).asks[0]).toMatchObject({ state: 'offered', decline: null });
    expect(codeOf(await decline({ reason: 'papers-missing', change: '补' }))).toEqual([409, 'funding.offered-already']);
  });

  it.each([
    ['amount-implausible', { amountFen: 0 }],
    ['rate-implausible', { rateBp: 3_601 }],
    ['term-implausible', { termMonths: 0 }],
    ['fees-implausible', { feesFen: 300_000_000 }],
    ['valid-until-passed', { validUntil: '2026-11-22' }],
    ['valid-too-long', { validUntil: '2028-01-01' }],
  ])('is refused as %s, in both languages', async (code, more) => {
    const { askA } = await asked([bankA.id]);
    expect(codeOf(await offer(asBankA, askA, more))).toEqual([422, `funding.${code}`]);
    const english = await asBankA.post(
      `/api/funding/${askA}/offer`,
      { ...anOffer, ...more },
      { 'accept-language': 'en' },
    );
    expect(english.json().message).not.toMatch(/[\u4e00-\u9fff{}]/);
  });

  it('to somebody else’s question does not exist, and no firm and no desk may give one', async () => {
    const { askA, needId } = await asked([bankA.id]);
    expect((await offer(asBankB, askA)).statusCode).toBe(404);
    expect((await asBankB.get(`/api/funding/${askA}`)).statusCode).toBe(404);
    expect((await offer(asBuyer, askA)).statusCode).toBe(404);
    expect((await offer(asDesk, askA)).statusCode).toBe(404);
    expect((await offer(asBureau, askA)).statusCode).toBe(403);
    const other = await world.signIn(meltblown.username);
    expect((await other.get(`/api/needs/${needId}/funding`)).statusCode).toBe(404);
  });
});

describe('taking an offer', () => {
  it('answers the case; the others read a kind word with a reason; the firm confirms when the money is there', async () => {
    const { needId, caseId, askA, askB, text } = await asked();
    await offer(asBankA, askA, { rateBp: 450 });
    await offer(asBankB, askB);
    expect((await accept(needId, await offerIdOf(needId, bankB.id))).json()).toEqual({
      bank: { id: bankB.id, name: bankB.name },
    });
    const { ask: lost } = (await asBankA.get(`/api/funding/${askA}`)).json();
    expect(lost).toMatchObject({ state: 'lost', lost: { code: 'cost', reason: '一年费用偏高' }, allowed: [] });
    await settle(world);
    const { entries } = (await asBankA.get('/api/inbox')).json();
    expect(entries.at(-1)).toMatchObject({ type: 'funding.lost', link: `/funding/${askA}` });
    expect(entries.at(-1).text).toBe(`感谢您为“${text.replace(/。$/u, '')}”费心，这次没有选您：一年费用偏高`);
    expect((await asBuyer.get(`/api/cases/${caseId}`)).json().case).toMatchObject({
      ...{ status: 'answered', mayConfirm: true },
    });
    const solved = await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    expect(solved.json().case.status).toBe('solved');
  });

  it('happens once: of two people who take one at once, one does and the other reads that one is taken', async () => {
    const { needId, askA, askB } = await asked();
    await Promise.all([offer(asBankA, askA), offer(asBankB, askB)]);
    const ids = await Promise.all([offerIdOf(needId, bankA.id), offerIdOf(needId, bankB.id)]);
    const replies = await Promise.all(ids.map((id) => accept(needId, id)));
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('funding.accepted-already');
    const states = (await comparison(needId)).asks.map(({ state }: { state: string }) => state);
    expect(states.toSorted()).toEqual(['lost', 'won']);
  });

  it('carries the firm’s own reason, is not possible any more when the offer has run out, and ends the answering', async () => {
    const { needId, askA, askB } = await asked();
    await offer(asBankA, askA, { validUntil: '2026-11-23' });
    await offer(asBankB, askB);
    const [own, other] = await Promise.all([offerIdOf(needId, bankA.id), offerIdOf(needId, bankB.id)]);
    expect(codeOf(await accept(needId, stranger))).toEqual([404, 'platform.not-found']);
    await accept(needId, other, { reason: 'guarantee' });
    expect((await asBankA.get(`/api/funding/${askA}`)).json().ask.lost.code).toBe('guarantee');
    expect(codeOf(await offer(asBankA, askA))).toEqual([409, 'funding.over']);
    expect(codeOf(await accept(needId, own))).toEqual([409, 'funding.accepted-already']);
  });

  it('of an offer that was good until yesterday is refused', async () => {
    const { needId, askA } = await asked([bankA.id]);
    await offer(asBankA, askA, { validUntil: '2026-11-23' });
    const id = await offerIdOf(needId, bankA.id);
    world.effects.pass(24 * 3_600_000);
    expect(codeOf(await accept(needId, id))).toEqual([409, 'funding.offer-expired']);
    expect((await comparison(needId)).asks[0].mayAccept).toBe(false);
  });

  it('is for funding needs only', async () => {
    const reply = await asBuyer.post('/api/needs', { kind: 'problem', text: aProblem(), idempotencyKey: newKey() });
    const needId = reply.json().need.id;
    expect(codeOf(await accept(needId, stranger))).toEqual([409, 'funding.not-funding']);
    expect(codeOf(await asBuyer.get(`/api/needs/${needId}/funding`))).toEqual([409, 'funding.not-funding']);
    expect(codeOf(await asBuyer.post(`/api/needs/${needId}/banks`, { banks }))).toEqual([409, 'funding.not-funding']);
  });
});

describe('the end of a funding need', () => {
  it('withdrawn by the firm tells the banks that no more is needed', async () => {
    const { caseId, askA } = await asked([bankA.id]);
    expect((await act(asBuyer, caseId, 'withdraw')).statusCode).toBe(200);
    expect((await asBankA.get(`/api/funding/${askA}`)).json().ask).toMatchObject({
      ...{ state: 'ended', lost: { code: 'withdrawn' }, allowed: [] },
    });
    expect(codeOf(await offer(asBankA, askA))).toEqual([409, 'funding.over']);
  });

  it('reopened lets the firm ask the same banks once more', async () => {
    const { needId, caseId } = await asked([bankA.id]);
    await act(asDesk, caseId, 'answer', { text: '已协调' });
    await asBuyer.post(`/api/needs/${needId}/confirmation`, { solved: true });
    world.effects.pass(3_600_000);
    await act(asBuyer, caseId, 'reopen');
    expect((await asBuyer.post(`/api/needs/${needId}/banks`, { banks: [bankA.id] })).statusCode).toBe(201);
  });

  it('counts in the bank’s own wins and losses by reason', async () => {
    const { won, lost, declined, asked: total, open, offered } = (await asBankA.get('/api/funding/outcomes')).json();
    expect(won).toMatchObject({ count: expect.any(Number), fen: expect.any(Number) });
    expect(won.count).toBeGreaterThan(0);
    expect(lost.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['cost', 'guarantee']));
    const sum = (list: readonly { count: number }[]) => list.reduce((all, { count }) => all + count, 0);
    expect(won.count + sum(lost) + sum(declined) + open + offered).toBe(total);
  });
});
