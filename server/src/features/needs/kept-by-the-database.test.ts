import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { feedback, issue, ordersOf, step } from '#testing/order-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, hrss, investBureau, testCity } from '#testing/test-world';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp();
  [asBuyer, asHrss, asBureau] = (await Promise.all(
    ['firm.buyer', 'handler.hrss', 'bureau'].map((name) => world.signIn(name)),
  )) as [TestClient, TestClient, TestClient];
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

/** What the database itself answers somebody of this organisation, whatever the services would have asked. */
async function seenBy(organisation: string, query: RawBuilder<unknown>) {
  const context = { city: testCity, viewer: 'organisation', organisation } as const;
  return inContext(world.database, context, async (tx) => (await query.execute(tx)).rows);
}

async function ordered(): Promise<{ caseId: string; id: string }> {
  const { caseId } = await submitProblem(asBuyer, { matter });
  return { caseId, id: (await issue(asBureau, caseId, '三日内办结')).json().order.id };
}

describe('of a supervision order the database', () => {
  it('shows what the supervisor wrote to the body and to the supervisor, not to the firm nor to a body that helps', async () => {
    const { caseId, id } = await ordered();
    await act(asHrss, caseId, 'ask-helper', { to: investBureau.id });
    const words = sql<{ text: string }>`select text from order_word where order_id = ${id}`;
    expect(await seenBy(hrss.id, words)).toEqual([{ text: '三日内办结' }]);
    expect(await seenBy(buyer.id, words)).toEqual([]);
    expect(await seenBy(investBureau.id, words)).toEqual([]);
    const said = async (client: TestClient) =>
      (await ordersOf(client, caseId)).orders[0]?.steps.map(({ said: text }: { said: string | null }) => text);
    expect(await said(asHrss)).toEqual(['三日内办结']);
    expect(await said(asBuyer)).toEqual([null]);
  });

  it('lets nobody but the platform change it, and nobody but the firm consent to its end', async () => {
    const { id } = await ordered();
    for (const [request, more] of [
      ['sign', {}],
      ['feed-back', feedback],
    ] as const)
      expect((await step(asHrss, id, request, more)).statusCode).toBe(200);
    expect((await step(asBureau, id, 'accept')).statusCode).toBe(200);
    for (const body of [hrss.id, buyer.id])
      expect(
        await seenBy(body, sql`update supervision_order set status = 'struck-off' where id = ${id} returning id`),
      ).toEqual([]);
    const consent = seenBy(
      hrss.id,
      sql`insert into order_action (city, order_id, seq, kind, at, side, lead_name, action)
        values (${testCity}, ${id}, 5, 'consented', now(), 'system', '演示', '{}')`,
    );
    await expect(consent).rejects.toThrow('row-level security');
    expect((await step(asBuyer, id, 'consent')).json().order.status).toBe('struck-off');
  });
});

describe('of what firms were told about a policy the database', () => {
  it('shows the bureau and the body a figure and no firm', async () => {
    const facts = { bodyId: hrss.id, benefit: '补贴', basis: '演示文件', validFrom: '2026-01-01' };
    const conditions = [{ fact: 'region', op: 'in', values: [buyer.region], text: '在高区' }];
    const made = await asBureau.post('/api/policies', { ...facts, title: '演示：只见数', conditions });
    const { id } = made.json().policy;
    await asBureau.post(`/api/policies/${id}/publication`, { seen: 1 });
    const toldIn = async (client: TestClient) => (await client.get(`/api/policies/${id}/paper`)).json().paper.told.fits;
    await expect.poll(() => toldIn(asBureau), { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await toldIn(asHrss)).toBe(await toldIn(asBureau));
    const told = sql`select organisation_id from policy_told where policy_id = ${id}`;
    expect(await seenBy(buyer.id, told)).toEqual([{ organisation_id: buyer.id }]);
    expect(await seenBy(hrss.id, told)).toEqual([]);
    const bureauSees = inContext(world.database, { city: testCity, viewer: 'bureau' }, (tx) => told.execute(tx));
    expect((await bureauSees).rows).toEqual([]);
  });
});

describe('of an article the database', () => {
  it('shows the case it was made from to its body alone', async () => {
    const { caseId } = await submitProblem(asBuyer, { matter });
    await act(asHrss, caseId, 'answer', { text: '可以改。' });
    const { id } = (await asHrss.post(`/api/cases/${caseId}/article`)).json().article;
    const origin = sql`select case_id from article_origin where article_id = ${id}`;
    expect(await seenBy(hrss.id, origin)).toEqual([{ case_id: caseId }]);
    for (const other of [buyer.id, investBureau.id]) expect(await seenBy(other, origin)).toEqual([]);
  });
});
