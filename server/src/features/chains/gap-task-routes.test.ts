import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain, writeOwnPurchase } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, chainOffice, hrss, testCity } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let asChief: TestClient;
let asHrss: TestClient;
let asBuyer: TestClient;
let asSpunbond: TestClient;
/** without a lead department */
let chain: string;
let keys = 0;

beforeAll(async () => {
  world = await createTestApp();
  chain = await newChain();
  [asBureau, asChief, asHrss, asBuyer, asSpunbond] = await Promise.all([
    world.signIn('bureau'),
    world.signIn('chief.medical'),
    world.signIn('handler.hrss'),
    world.signIn('firm.buyer'),
    world.signIn('firm.spunbond'),
  ]);
});
afterAll(() => world.close());

const newChain = () =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
  );
const newKey = () => {
  keys += 1;
  return `gap-key-${keys}`;
};
const gapOf = (of = chain, product = 'pp-meltblown-resin') => `/api/chains/${of}/gaps/${product}`;
const give = (client: TestClient, more: object = {}, of = chain) =>
  client.post(`${gapOf(of)}/tasks`, {
    ...{ kind: 'order', body: hrss.id, text: '请拿出补链办法', idempotencyKey: newKey(), ...more },
  });
const wish = (client: TestClient, of = chain) =>
  client.post(`${gapOf(of)}/meetings`, { text: '想见供方', idempotencyKey: newKey() });
const act = (client: TestClient, id: string, asked: string | { action: string; text?: string; seen?: number }) =>
  client.post(`/api/gap-tasks/${id}/actions`, {
    ...{ text: '演示', seen: 1 },
    ...(typeof asked === 'string' ? { action: asked } : asked),
  });
const rowOf = async (client: TestClient, id: string) =>
  (await client.get('/api/gap-tasks?state=any')).json().tasks.find((one: { id: string }) => one.id === id);
const coded = async (reply: Promise<{ statusCode: number; json: () => { code?: string } }>) => {
  const { statusCode, json } = await reply;
  return [statusCode, json().code];
};
async function given(client: TestClient, more: object = {}): Promise<{ id: string; of: string }> {
  const of = await newChain();
  const reply = await give(client, more, of);
  expect(reply.statusCode, reply.body).toBe(201);
  return { id: reply.json().task.id, of };
}

describe('an order about a gap', () => {
  it('is given by the bureau or a chief’s office, and its light stands on the list of the body, of the giver and of the bureau', async () => {
    const { id } = await given(asChief);
    for (const reader of [asHrss, asChief, asBureau])
      expect(await rowOf(reader, id)).toMatchObject({
        ...{ kind: 'order', status: 'given', light: 'green', product: { id: 'pp-meltblown-resin' } },
        ...{ giver: { id: chainOffice.id }, body: { id: hrss.id }, chain: { name: '口罩产业链（演示）' } },
      });
    expect((await rowOf(asHrss, id)).allowed).toEqual(['report']);
    expect((await rowOf(asChief, id)).allowed).toEqual(['withdraw']);
    expect(await rowOf(asBuyer, id)).toBeUndefined();
  });

  it('is given by nobody else', async () => {
    for (const client of [asHrss, asBuyer, asSpunbond])
      expect(await coded(give(client))).toEqual([403, 'platform.forbidden']);
  });

  it('goes over the body’s report to done, or back to it, and each step is told and kept', async () => {
    const { id } = await given(asChief);
    expect((await act(asHrss, id, { action: 'report', text: '已对接两家' })).json().task).toMatchObject({
      status: 'reported',
      seq: 2,
    });
    expect((await act(asChief, id, { action: 'return', seen: 2 })).json().task.status).toBe('given');
    expect((await act(asHrss, id, { action: 'report', seen: 3 })).json().task.status).toBe('reported');
    expect((await act(asBureau, id, { action: 'accept', seen: 4, text: '' })).json().task.status).toBe('done');
    const row = await rowOf(asHrss, id);
    expect(row).toMatchObject({ light: 'done', due: null, allowed: [] });
    expect(row.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['given', 'reported', 'returned', 'reported', 'accepted'],
    ]);
    expect(row.steps[1]).toMatchObject({ text: '已对接两家', body: hrss.name });
  });

  it('is withdrawn with a reason, and nothing can be done to it afterwards', async () => {
    const { id } = await given(asBureau);
    expect(await coded(act(asBureau, id, { action: 'withdraw', text: ' ' }))).toEqual([422, 'gap-tasks.no-words']);
    expect((await act(asBureau, id, 'withdraw')).json().task.status).toBe('withdrawn');
    expect(await coded(act(asHrss, id, { action: 'report', seen: 2 }))).toEqual([409, 'gap-tasks.over']);
  });

  it('refuses what is not the turn of whoever asks, and whoever has not seen the last step', async () => {
    const { id } = await given(asChief);
    expect(await coded(act(asChief, id, 'accept'))).toEqual([409, 'gap-tasks.not-now']);
    expect(await coded(act(asHrss, id, 'return'))).toEqual([409, 'gap-tasks.not-now']);
    await act(asHrss, id, 'report');
    const late = await act(asChief, id, { action: 'withdraw', seen: 1 });
    expect([late.statusCode, late.json().code]).toEqual([409, 'gap-tasks.changed']);
    expect(late.json().message).toContain(hrss.person.name);
  });

  it('is not there for a firm, and not the business of an office that neither gave it nor has it', async () => {
    const { id } = await given(asBureau);
    expect(await coded(act(asBuyer, id, 'report'))).toEqual([404, 'platform.not-found']);
    expect(await coded(act(asChief, id, 'withdraw'))).toEqual([403, 'platform.forbidden']);
  });

  it('is one however often the button is pressed', async () => {
    const of = await newChain();
    const once = { idempotencyKey: newKey() };
    const replies = await Promise.all([give(asChief, once, of), give(asChief, once, of), give(asChief, once, of)]);
    expect(new Set(replies.map((reply) => reply.json().task.id)).size).toBe(1);
    const { tasks, tasksTotal } = (await asChief.get(`${gapOf(of)}/doings`)).json();
    expect([tasks.length, tasksTotal]).toEqual([1, 1]);
  });

  it('is refused a second time to the same body while the first is open, with who gave it', async () => {
    const { of, id } = await given(asBureau);
    const again = await give(asChief, {}, of);
    expect([again.statusCode, again.json().code]).toEqual([409, 'gap-tasks.open-already']);
    expect(again.json().message).toContain(bureau.name);
    await act(asBureau, id, 'withdraw');
    expect((await give(asChief, {}, of)).statusCode).toBe(201);
  });

  it('falls due when the offices close on the day named, which is a working day to come', async () => {
    const { id } = await given(asChief, { due: '2026-11-30' });
    expect((await rowOf(asChief, id)).due).toMatch(/^2026-11-30T0[89]:/);
    const refused = async (due: string) => (await coded(give(asChief, { due }, await newChain())))[1];
    expect(await refused('2026-11-01')).toBe('gap-tasks.due-past');
    expect(await refused('2026-11-29')).toBe('gap-tasks.due-free');
    expect(await refused('2028-11-30')).toBe('gap-tasks.due-far');
  });

  it('names a department of the city, or the lead department of the chain where it names none', async () => {
    expect(await coded(give(asChief, { body: buyer.id }))).toEqual([422, 'gap-tasks.unknown-body']);
    expect(await coded(give(asChief, { body: undefined }))).toEqual([422, 'gap-tasks.no-body']);
  });

  it('is about a product of the map', async () => {
    const reply = asChief.post(`${gapOf(chain, 'carbon-fibre')}/tasks`, {
      ...{ kind: 'order', body: hrss.id, text: '演示', idempotencyKey: newKey() },
    });
    expect(await coded(reply)).toEqual([404, 'platform.not-found']);
  });
});

describe('firms asked to post what they buy', () => {
  it('are asked through a department: who has no firm publishes in nobody’s name', async () => {
    const { id } = await given(asBureau, { kind: 'ask-needs' });
    expect(await rowOf(asHrss, id)).toMatchObject({ kind: 'ask-needs', body: { id: hrss.id } });
    const asNeed = asBureau.post('/api/needs', { kind: 'sourcing', text: '求购熔喷料', idempotencyKey: newKey() });
    expect(await coded(asNeed)).toEqual([403, 'platform.forbidden']);
  });
});

describe('a wish for a meeting', () => {
  it('is a task of the lead department, of the bureau where none is named, and may be a firm’s', async () => {
    const of = await newChain();
    const reply = await wish(asBuyer, of);
    expect(reply.statusCode, reply.body).toBe(201);
    const { id } = reply.json().task;
    expect(await rowOf(asBuyer, id)).toMatchObject({
      ...{ kind: 'meeting', giver: { id: buyer.id }, body: { id: bureau.id }, allowed: ['withdraw'] },
    });
    expect(await rowOf(asSpunbond, id)).toBeUndefined();
    expect(await coded(wish(asBuyer, of))).toEqual([409, 'gap-tasks.open-already']);
    // another firm's wish stands beside it
    expect((await wish(asSpunbond, of)).statusCode).toBe(201);
  });

  it('is refused to administrators', async () => {
    expect(await coded(wish(await world.signIn('sysadmin')))).toEqual([403, 'platform.forbidden']);
  });
});

describe('what has been done about a gap', () => {
  it('holds the needs that were published from it: those one may open, and how many there are', async () => {
    const of = await newChain();
    const sent = await asBuyer.post('/api/needs', {
      ...{ kind: 'sourcing', text: '求购聚丙烯熔喷专用料 30 吨', idempotencyKey: newKey() },
      gap: `${of}:pp-meltblown-resin`,
    });
    expect(sent.statusCode, sent.body).toBe(201);
    const seen = async (client: TestClient) => (await client.get(`${gapOf(of)}/doings`)).json();
    expect(await seen(asBuyer)).toMatchObject({ needsTotal: 1, needs: [{ id: sent.json().need.id, state: 'open' }] });
    expect((await seen(asBureau)).needs).toHaveLength(1);
    expect(await seen(asSpunbond)).toMatchObject({ needsTotal: 1, needs: [] });
  });

  it('refuses a need that names a gap of no map', async () => {
    const from = (gap: string) =>
      coded(
        asBuyer.post('/api/needs', { kind: 'sourcing', text: '求购聚丙烯熔喷专用料', idempotencyKey: newKey(), gap }),
      );
    expect(await from(`${chain}:carbon-fibre`)).toEqual([422, 'needs.unknown-gap']);
    expect(await from('演示')).toEqual([422, 'needs.unknown-gap']);
  });

  it('begins a firm’s need with what it registered as bought, and nobody else’s', async () => {
    const before = (await asSpunbond.get(`${gapOf()}/doings`)).json();
    expect(before.wish).toBe('求购聚丙烯熔喷专用料');
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      writeOwnPurchase(tx, buyer, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
    );
    await asBuyer.post('/api/purchases', {
      ...{ productId: 'surgical-mask', fenAYear: 1_000_00, quantity: 300, unit: '吨', asOf: '2026-10-01' },
    });
    const mask = (await asBuyer.get(`${gapOf(chain, 'surgical-mask')}/doings`)).json();
    expect(mask.wish).toBe('求购医用外科口罩 300 吨/年');
    expect((await asSpunbond.get(`${gapOf(chain, 'surgical-mask')}/doings`)).json().wish).toBe('求购医用外科口罩');
  });

  it('drafts the words of each task, and speaks English', async () => {
    const { drafts, lead } = (await asChief.get(`${gapOf()}/doings`, { 'accept-language': 'en' })).json();
    expect(lead).toBeNull();
    expect(drafts.meeting).toContain('meeting');
    expect(Object.keys(drafts)).toEqual(['order', 'ask-needs', 'meeting']);
  });

  it('is not there for a product that is on no map, nor for another city', async () => {
    expect((await asBuyer.get(`${gapOf(chain, 'carbon-fibre')}/doings`)).statusCode).toBe(404);
    expect((await (await world.signIn('firm.yantai')).get(`${gapOf()}/doings`)).statusCode).toBe(404);
  });
});

describe('the light of a task', () => {
  it('turns yellow, then red, by the clock of orders', async () => {
    const { id } = await given(asChief, { due: '2026-11-27' });
    const { due } = await rowOf(asChief, id);
    world.effects.setClock(new Date(new Date(due).getTime() - 60_000));
    expect((await rowOf(await world.signInAnew('chief.medical'), id)).light).toBe('yellow');
    world.effects.setClock(new Date(new Date(due).getTime() + 60_000));
    const later = await (await world.signInAnew('chief.medical')).get('/api/gap-tasks');
    expect(later.json().tasks[0]).toMatchObject({ light: 'red' });
    expect(later.json().lights.red).toBeGreaterThan(0);
  });
});
