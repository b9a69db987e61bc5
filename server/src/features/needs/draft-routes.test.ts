import { afterAll, beforeAll, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  asBuyer = await world.signIn('firm.buyer');
});
afterAll(() => world.close());

const draft = (text: string, device: 'phone' | 'desk' = 'desk') => ({
  ...{ device, deviceKey: `the-${device}-of-a-test` },
  body: { text, list: 'problem', edits: { productId: 'x' }, key: 'key-of-the-draft' },
});
const keep = (given: object, client = asBuyer) => client.put('/api/drafts/need', given);
const read = async (client = asBuyer) => (await client.get('/api/drafts/need')).json().draft;

it('keeps what a person writes, whichever device it was, and throws it away when told to', async () => {
  expect(await read()).toBeNull();
  await keep(draft('员工宿舍用电'));
  world.effects.pass(60_000);
  const { at } = (await keep(draft('员工宿舍用电按商业计价', 'phone'))).json();
  expect(await read()).toEqual({ ...draft('员工宿舍用电按商业计价', 'phone'), at });
  expect((await asBuyer.del('/api/drafts/need')).json()).toEqual({ dropped: true });
  expect((await asBuyer.del('/api/drafts/need')).json()).toEqual({ dropped: false });
  expect(await read()).toBeNull();
});

it('is read by nobody else: no other firm, not the bureau, not the platform', async () => {
  await keep(draft('只给自己看'));
  expect(await read(await world.signIn('firm.tackle'))).toBeNull();
  for (const username of ['handler.hrss', 'bureau', 'bank.a'])
    expect((await (await world.signIn(username)).get('/api/drafts/need')).statusCode).toBe(403);
  const rows = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('need_draft').select('body').where('city', '=', testCity).execute(),
  );
  expect(rows).toEqual([]);
});

it('is over once it was sent, on whichever device, for all four lists; another one begun since stays', async () => {
  for (const [kind, text] of [
    ['problem', '宿舍用电按商业计价，想改'],
    ['sourcing', '采购熔喷布 11 吨，BFE≥95'],
  ] as const) {
    const idempotencyKey = `the-key-of-${kind}`;
    const written = { ...draft(text), body: { ...draft(text).body, key: idempotencyKey } };
    await keep(written);
    expect((await asBuyer.post('/api/needs', { kind, text, idempotencyKey })).statusCode).toBe(201);
    expect(await read()).toBeNull();
    await keep(draft('又写了一份'));
    expect((await asBuyer.post('/api/needs', { kind, text, idempotencyKey })).statusCode).toBe(201);
    expect((await read()).body.text).toBe('又写了一份');
  }
});

it('does not come back when the device kept it a moment after it was sent', async () => {
  const [text, idempotencyKey] = ['厂区门口的路灯坏了三盏', 'the-key-of-a-slow-device'];
  expect((await asBuyer.post('/api/needs', { kind: 'problem', text, idempotencyKey })).statusCode).toBe(201);
  await keep({ ...draft(text), body: { ...draft(text).body, key: idempotencyKey } });
  expect(await read()).toBeNull();
});

it('refuses a text that is too long, and a kind of device that is not known', async () => {
  expect((await keep(draft('字'.repeat(20_001)))).statusCode).toBe(400);
  expect((await keep({ ...draft('好'), device: 'fridge' })).statusCode).toBe(400);
});
