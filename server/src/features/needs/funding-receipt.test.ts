import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { askOf, aWish, submitFunding } from '#testing/funding-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { bankA, bankB, buyer, meltblown, secondManager, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asSeller: TestClient;
let asBankA: TestClient;
let asBankB: TestClient;
let deal: string;
let delivery: string;
let order: string;
const day = 86_400_000;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 5_000 } } });
  [asBuyer, asSeller, asBankA, asBankB] = await Promise.all([
    world.signIn(buyer.username),
    world.signIn(meltblown.username),
    world.signIn(bankA.username),
    world.signIn(bankB.username),
  ]);
  const both = ['buyer', 'seller'] as const;
  deal = await writeTestDeal(world.database, {
    newId: world.effects.newId,
    steps: [
      { kind: 'order', amountFen: 9_000_000, by: both },
      { kind: 'delivery', amountFen: 8_650_000, by: both, date: '2026-11-20' },
      { kind: 'delivery', amountFen: 1_230_000, by: ['buyer'] },
    ],
  });
  const { steps } = (await asBuyer.get(`/api/deals/${deal}`)).json();
  const stepOf = (fen: number) => steps.find(({ amountFen }: { amountFen: number }) => amountFen === fen).id;
  [order, delivery] = [stepOf(9_000_000), stepOf(8_650_000)];
});
afterAll(() => world.close());

const codeOf = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];
const note = (by: TestClient, more: object = {}) =>
  by.post(`/api/deals/${deal}/payments`, { stepId: delivery, amountFen: 1_000_000, paidOn: '2026-11-22', ...more });

describe('a payment on a delivery', () => {
  it('counts when both sides have confirmed it, whoever noted it', async () => {
    const { payment } = (await note(asBuyer)).json();
    expect(payment).toMatchObject({ notedBy: 'buyer', confirmedAt: null });
    const confirm = (by: TestClient) => by.post(`/api/deals/${deal}/payments/confirmations`, { paymentId: payment.id });
    // who noted it does not confirm it
    expect((await confirm(asBuyer)).json().payment.confirmedAt).toBeNull();
    expect((await confirm(asSeller)).json().payment.confirmedAt).not.toBeNull();
    expect((await confirm(asSeller)).statusCode).toBe(200);
    expect((await asSeller.get(`/api/deals/${deal}/payments`)).json().payments).toHaveLength(1);
  });

  it('is refused on an order, above what was delivered, for nothing, in the future, and by a stranger', async () => {
    expect(codeOf(await note(asSeller, { stepId: order }))).toEqual([409, 'deals.payment-without-delivery']);
    expect(codeOf(await note(asSeller, { amountFen: 8_650_000 }))).toEqual([422, 'deals.payment-too-large']);
    expect(codeOf(await note(asSeller, { amountFen: 0 }))).toEqual([422, 'deals.payment-amount-missing']);
    expect(codeOf(await note(asSeller, { paidOn: '2026-11-24' }))).toEqual([422, 'deals.payment-ahead']);
    expect((await note(asBankA)).statusCode).toBe(403);
    expect((await note(await world.signIn('firm.tackle'))).statusCode).toBe(404);
  });
});

async function asked() {
  const text = aWish();
  const { needId } = await submitFunding(asBuyer, { banks: [bankA.id], text });
  return { needId, ask: await askOf(asBankA, text) };
}
const give = (needId: string, more: object = {}) =>
  asBuyer.post(`/api/needs/${needId}/receipts`, { bank: bankA.id, ...more });
const read = (by: TestClient, ask: string) =>
  by.post(`/api/funding/${ask}/payment-record`, { purpose: '流动资金贷款贷前调查' });

describe('what a bank sees of the firm', () => {
  it('is what both sides confirmed, and apart from it what the firm alone says', async () => {
    const { ask } = await asked();
    expect((await asBankA.get(`/api/funding/${ask}`)).json().ask.deals).toEqual({
      ...{ sold: { deals: 0, fen: 0 }, bought: { deals: 1, fen: 8_650_000 }, declared: { deals: 1, fen: 1_230_000 } },
    });
  });

  it('is no payment until the firm permits it, then once, with a purpose, and the firm is told', async () => {
    const { needId, ask } = await asked();
    expect(codeOf(await read(asBankA, ask))).toEqual([409, 'funding.no-receipt']);
    expect((await give(needId)).json().receipt).toMatchObject({
      state: 'waiting',
      expiresAt: '2026-11-28T16:00:00.000Z',
    });
    expect((await asBankA.get('/api/funding/receipts')).json().receipts[0]).toMatchObject({ ask: { id: ask } });
    const record = (await read(asBankA, ask)).json();
    expect(record).toMatchObject({
      ...{ paidFen: 1_000_000, receivedFen: 0 },
      payments: [{ side: 'buyer', paidFen: 1_000_000, delivered: '2026-11-20', paidOn: '2026-11-22', days: 2 }],
    });
    // whom the firm trades with is not the bank’s to know
    expect(JSON.stringify(record)).not.toContain(meltblown.name);
    expect(codeOf(await read(asBankA, ask))).toEqual([409, 'funding.receipt-used']);
    const { asks } = (await asBuyer.get(`/api/needs/${needId}/funding`)).json();
    expect(asks[0].receipts).toMatchObject([{ state: 'used', purpose: '流动资金贷款贷前调查' }]);
  });

  it('is read once, also when two people of the bank read at the same time', async () => {
    const { needId, ask } = await asked();
    await give(needId);
    const replies = await Promise.all([read(asBankA, ask), read(asBankA, ask)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });

  it('leaves an entry with its purpose, whose rows and words stay between bank and firm', async () => {
    const { needId, ask } = await asked();
    await give(needId);
    await read(asBankA, ask);
    const entry = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['actor_name', 'why', 'after'])
        .where('city', '=', testCity)
        .where('action', '=', 'payment-record.read')
        .where('subject_id', '=', ask)
        .executeTakeFirst(),
    );
    expect(entry).toMatchObject({
      ...{ actor_name: bankA.person.name, why: 'bank-offer', after: { rows: 1, purpose: '[confidential]' } },
    });
  });
});

describe('a receipt', () => {
  it('is taken back before it is used, by anybody of the firm, and never after', async () => {
    const { needId, ask } = await asked();
    const { receipt } = (await give(needId)).json();
    expect(codeOf(await give(needId))).toEqual([409, 'funding.receipt-waits']);
    const colleague = await world.signIn(secondManager.username);
    expect((await colleague.del(`/api/receipts/${receipt.id}`)).json().receipt.state).toBe('taken-back');
    expect(codeOf(await read(asBankA, ask))).toEqual([409, 'funding.receipt-taken-back']);
    expect(codeOf(await asBuyer.del(`/api/receipts/${receipt.id}`))).toEqual([409, 'funding.receipt-taken-back']);
    await give(needId);
    expect((await read(asBankA, ask)).statusCode).toBe(200);
  });

  it('is over with its day', async () => {
    const { needId, ask } = await asked();
    await give(needId, { days: 1 });
    world.effects.pass(3 * day);
    expect(codeOf(await read(asBankA, ask))).toEqual([409, 'funding.receipt-expired']);
    expect((await give(needId)).statusCode).toBe(201);
  });

  it('is for one bank and one case: another bank, another case and another firm find nothing', async () => {
    const { needId, ask } = await asked();
    const { receipt } = (await give(needId)).json();
    expect(codeOf(await read(asBankB, ask))).toEqual([404, 'platform.not-found']);
    expect((await asBankB.get('/api/funding/receipts')).json().receipts).toEqual([]);
    const other = await asked();
    expect(codeOf(await read(asBankA, other.ask))).toEqual([409, 'funding.no-receipt']);
    expect(codeOf(await give(needId, { bank: bankB.id }))).toEqual([422, 'funding.bank-not-asked']);
    expect((await asSeller.del(`/api/receipts/${receipt.id}`)).statusCode).toBe(404);
    expect((await asBankA.del(`/api/receipts/${receipt.id}`)).statusCode).toBe(403);
    expect((await asBuyer.post(`/api/funding/${ask}/payment-record`, { purpose: '看看' })).statusCode).toBe(404);
  });
});
