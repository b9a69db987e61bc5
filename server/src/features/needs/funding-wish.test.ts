import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOf, aWish, submitFunding } from '#testing/funding-play';
import { newKey } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, bankB, buyer } from '#testing/test-world';
import { upload } from '#testing/upload';

let world: TestApp;
let asBuyer: TestClient;
let asBankA: TestClient;
let asBankB: TestClient;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  [asBuyer, asBankA, asBankB] = await Promise.all([
    world.signIn(buyer.username),
    world.signIn(bankA.username),
    world.signIn(bankB.username),
  ]);
});
afterAll(() => world.close());

const seen = async (bank: TestClient, text: string) =>
  (await bank.get(`/api/funding/${await askOf(bank, text)}`)).json().ask;
const send = (more: object) =>
  asBuyer.post('/api/needs', { kind: 'funding', text: aWish(), idempotencyKey: newKey(), ...more });

describe('the loan a firm wishes for', () => {
  it('is read from its words, and the bank reads it as it was understood', async () => {
    const text = `想贷款 260 万元，一年期，设备抵押。${aWish()}`;
    await submitFunding(asBuyer, { banks: [bankA.id], text });
    expect((await seen(asBankA, text)).wish).toEqual({
      ...{ amountFen: 260_000_000, termMonths: 12, rateBp: null, guarantees: ['pledge'] },
    });
  });

  it('is what the firm corrected before sending, also for a bank asked later', async () => {
    const text = aWish();
    const loan = { amountFen: 150_000_000, termMonths: 24, rateBp: 420, guarantees: ['credit', 'mortgage'] };
    const { need } = (await send({ text, banks: [bankA.id], loan })).json();
    expect((await seen(asBankA, text)).wish).toEqual(loan);
    await asBuyer.post(`/api/needs/${need.id}/banks`, { banks: [bankB.id] });
    expect((await seen(asBankB, text)).wish).toEqual(loan);
  });

  it('is refused where no bank could offer it', async () => {
    const open = { amountFen: null, termMonths: null, rateBp: null, guarantees: [] };
    const codeOf = async (loan: object) => (await send({ loan: { ...open, ...loan } })).json().code;
    expect(await codeOf({ amountFen: 0 })).toBe('funding.amount-implausible');
    expect(await codeOf({ termMonths: 361 })).toBe('funding.term-implausible');
    expect(await codeOf({ rateBp: 40_000 })).toBe('funding.rate-implausible');
  });
});

describe('the banks a firm may ask', () => {
  it('begin with those it has dealt with, the latest first', async () => {
    await submitFunding(asBuyer, { banks: [bankA.id] });
    world.effects.pass(60_000);
    await submitFunding(asBuyer, { banks: [bankB.id] });
    const { banks } = (await asBuyer.get('/api/banks')).json();
    expect(banks.slice(0, 2).map(({ id }: { id: string }) => id)).toEqual([bankB.id, bankA.id]);
  });
});

describe('a file sent with a funding need', () => {
  it('is read by the banks that were asked, and by no other', async () => {
    const handed = await upload(world, asBuyer, { url: '/api/request-files', name: '报表.pdf', content: pdf });
    const file: string = handed.json().id;
    const text = aWish();
    expect((await send({ text, banks: [bankA.id], files: [file] })).statusCode).toBe(201);
    expect((await seen(asBankA, text)).files).toMatchObject([{ id: file, name: '报表.pdf' }]);
    const link = await asBankA.post(`/api/request-files/${file}/links`);
    expect(link.statusCode).toBe(201);
    expect((await asBankA.get(link.json().url)).statusCode).toBe(200);
    expect((await asBankB.post(`/api/request-files/${file}/links`)).statusCode).toBe(404);
    expect((await asBankB.get(link.json().url)).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('does not tell a bank what was sent with another need of the same firm', async () => {
    const text = aWish();
    await submitFunding(asBuyer, { banks: [bankB.id], text });
    expect((await seen(asBankB, text)).files).toEqual([]);
  });
});
