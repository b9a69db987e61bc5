import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { rodOffer } from '#testing/test-offers';
import { bureau, buyer, hrss, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 50_000, absoluteHours: 500 } } });
  [asBuyer, asHrss, asBureau] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const deskBy = async (by: string, headers = {}) => (await asBureau.get(`/api/supervision?by=${by}`, headers)).json();
const rowOf = async (by: string, key: string) =>
  (await deskBy(by)).rows.find((row: { key: string }) => row.key === key);
const countOf = async (query: string) => (await asBureau.get(`/api/cases?${query}`)).json().total;

/** Solved after an hour by the clock; handed back twice; one late. */
async function playADay(): Promise<void> {
  const solved = await submitProblem(asBuyer, { matter });
  world.effects.pass(3_600_000);
  await act(asHrss, solved.caseId, 'answer', { text: '可以。' });
  await asBuyer.post(`/api/needs/${solved.needId}/confirmation`, { solved: true });
  for (let round = 0; round < 2; round += 1) {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'hand-back', { reason: 'not-our-duty' });
  }
  await submitProblem(asBuyer, { matter });
}

describe('the desk of the bureau', () => {
  beforeAll(playADay);

  it('counts what each body holds, how long it takes, what it handed back and what it solved', async () => {
    expect(await rowOf('body', hrss.id)).toMatchObject({
      ...{ name: hrss.name, open: 1, red: 0, yellow: 0, meanMinutes: 60 },
      ...{ handBacksOut: 2, handBacksIn: 0, solved: 1, ended: 1, held: 4 },
    });
    expect(await rowOf('body', bureau.id)).toMatchObject({ name: bureau.name, open: 2, handBacksIn: 2 });
  });

  it('counts by list and by district, in the reader’s language', async () => {
    expect(await rowOf('list', 'problem')).toMatchObject({ name: '问题诉求', open: 3, solved: 1, held: null });
    const { rows } = await deskBy('list', { 'accept-language': 'en' });
    expect(rows[0].name).toBe('Problems');
    const districts = (await deskBy('district')).rows;
    expect(districts.reduce((sum: number, { open }: { open: number }) => sum + open, 0)).toBe(3);
  });

  it('says why there is nothing by chain, and counts by chain once there is one, each figure with its rows', async () => {
    const none = await deskBy('chain');
    expect(none).toMatchObject({ because: 'no-chains', total: { open: 3 } });
    expect(none.rows.map(({ key }: { key: string }) => key)).toEqual(['none']);
    const { newId } = world.effects;
    const chain = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const id = await writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' });
      await sql`update offer_search set product_id = 'surgical-mask', organisation_id = ${buyer.id}::uuid
        where city = ${testCity} and offer_id = ${rodOffer.id}::uuid`.execute(tx);
      return id;
    });
    const { because, rows } = await deskBy('chain');
    expect(because).toBeNull();
    const own = rows.find(({ key }: { key: string }) => key === chain);
    expect(own).toMatchObject({ name: '口罩产业链（演示）', open: await countOf(`chain=${chain}`) });
    expect(own.open).toBeGreaterThan(0);
    const outside = rows.find(({ key }: { key: string }) => key === 'none')?.open ?? 0;
    expect(outside).toBe(await countOf('chain=none'));
    expect(own.open + outside).toBe(3);
    expect(
      (await deskBy('chain', { 'accept-language': 'en' })).rows.map(({ name }: { name: string }) => name),
    ).toContain('Masks (demo)');
  });

  it('shows pairs of two hand-backs and more, from whom to whom', async () => {
    expect((await deskBy('body')).pairs).toEqual([
      { from: { id: hrss.id, name: hrss.name }, to: { id: bureau.id, name: bureau.name }, cases: 2 },
    ]);
  });

  it('gives no figure that differs from the rows behind it', async () => {
    const { total, today } = await deskBy('body');
    const one = await rowOf('body', hrss.id);
    expect(await countOf('limit=1')).toBe(total.open);
    expect(await countOf('light=green')).toBe(total.green);
    expect(await countOf(`came=${today.day}&state=any`)).toBe(today.came);
    expect(await countOf(`ended=${today.day}&state=solved`)).toBe(today.solved);
    expect(await countOf(`body=${hrss.id}`)).toBe(one.open);
    expect(await countOf(`body=${hrss.id}&state=solved`)).toBe(one.solved);
    expect(await countOf(`body=${hrss.id}&state=closed`)).toBe(one.ended);
    expect(await countOf(`from=${hrss.id}&state=any`)).toBe(one.handBacksOut);
    expect(await countOf('list=problem&handedBack=true&state=any')).toBe((await rowOf('list', 'problem')).handBacksOut);
    expect(today).toMatchObject({ came: 4, solved: 1 });
  });

  it('lists what waits for a body: what routing was not sure of and what came back, never the bureau’s own sourcing', async () => {
    const unsure = await submitProblem(asBuyer);
    const { cases, total } = (await asBureau.get('/api/supervision/waiting')).json();
    expect(total).toBe(3);
    expect(cases.map(({ id }: { id: string }) => id)).toContain(unsure.caseId);
    expect(total).toBe(await countOf('unassigned=true'));
    await act(asBureau, unsure.caseId, 'transfer', { matter });
    expect((await asBureau.get('/api/supervision/waiting')).json().total).toBe(2);
  });

  it('leaves as an Excel file, which the trail notes', async () => {
    const file = await asBureau.get('/api/supervision/export?by=body&lang=zh');
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toContain('spreadsheetml');
  });

  it('is for the bureau alone', async () => {
    for (const client of [asHrss, asBuyer])
      for (const path of ['/api/supervision', '/api/supervision/waiting', '/api/supervision/export'])
        expect([path, (await client.get(path)).statusCode]).toEqual([path, 403]);
  });

  it('turns late cases red in its figures, as the list does', async () => {
    world.effects.pass(3 * 86_400_000);
    const { total } = await deskBy('body');
    expect(total.red).toBeGreaterThan(0);
    expect((await rowOf('body', hrss.id)).red).toBe(await countOf(`body=${hrss.id}&light=red`));
    expect(await countOf('light=red')).toBe(total.red);
  });
});
