import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { codeOf, sendRows } from '#testing/test-import';
import { bureau, buyer } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
let firm: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  [office, firm] = await Promise.all([house.signIn(bureau.username), house.signIn(buyer.username)]);
});
afterAll(() => house.close());

const enter = (client: TestClient, name: string, more: object = {}) =>
  client.post('/api/organisations', { kind: 'enterprise', name, ...more });
const idOf = (reply: Awaited<ReturnType<typeof enter>>): string => {
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().organisation.id;
};

async function change(id: string, facts: object, more: object = {}) {
  const { version, name, kind, creditCode } = (await office.get(`/api/organisations/${id}`)).json();
  return office.put(`/api/organisations/${id}`, { version, facts: { name, kind, creditCode, ...facts }, ...more });
}

describe('a credit code', () => {
  it('is free for its rightful firm once the bureau has corrected it at the wrong one', async () => {
    const creditCode = codeOf(801);
    const wrong = idOf(await enter(office, '威海错码船务有限公司', { creditCode }));
    expect((await change(wrong, { creditCode: codeOf(802) })).statusCode).toBe(200);
    const right = await enter(office, '荣成对码渔业有限公司', { creditCode });
    expect(right.statusCode, right.body).toBe(201);
    expect((await change(wrong, { creditCode })).json().code).toBe('organisations.credit-code-taken');
  });

  it('is free once it is taken away altogether', async () => {
    const creditCode = codeOf(803);
    const wrong = idOf(await enter(office, '威海去码船务有限公司', { creditCode }));
    expect((await change(wrong, { creditCode: null })).statusCode).toBe(200);
    expect((await enter(office, '文登得码机电有限公司', { creditCode })).statusCode).toBe(201);
  });

  it('that a row of a sheet brings where there was none is free again when the import is undone', async () => {
    const creditCode = codeOf(804);
    idOf(await enter(office, '威海补码纸业有限公司'));
    const row = ['威海补码纸业有限公司', creditCode, '企业', null, '371002', null, null, null, null];
    const job = await sendRows([row], { city: house, client: office });
    expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).json()).toMatchObject({ changed: 1 });
    expect((await office.post(`/api/imports/${job.id}/undo`)).statusCode).toBe(200);
    expect((await enter(office, '乳山真码食品有限公司', { creditCode })).statusCode).toBe(201);
  });

  it('stays with both records of a merge until the split', async () => {
    const creditCode = codeOf(805);
    const away = idOf(await enter(office, '威海并码印务有限公司', { creditCode }));
    const kept = idOf(await enter(office, '荣成并码玻璃有限公司'));
    const choices = { creditCode: 'merged' };
    const { id } = (await office.post(`/api/organisations/${away}/merge`, { into: kept, choices })).json().merge;
    expect((await change(kept, { creditCode: codeOf(806) })).statusCode).toBe(200);
    const other = await enter(office, '文登他码皮革有限公司', { creditCode });
    expect(other.json()).toMatchObject({ code: 'organisations.credit-code-taken' });
    expect((await office.post(`/api/merges/${id}/split`)).statusCode).toBe(200);
    expect((await change(away, { creditCode: null })).statusCode).toBe(200);
    expect((await enter(office, '文登他码皮革有限公司', { creditCode })).statusCode).toBe(201);
  });
});

describe('a code that a firm entered for a firm nobody has claimed', () => {
  it('is led to by the bureau first, then given to whom the bureau says', async () => {
    const creditCode = codeOf(811);
    const told = idOf(await enter(firm, '威海听说五金有限公司', { creditCode }));
    const first = await enter(office, '荣成正主橡胶有限公司', { creditCode });
    expect(first.statusCode).toBe(409);
    const right = await enter(office, '荣成正主橡胶有限公司', { creditCode, not: [told] });
    expect(right.statusCode, right.body).toBe(201);
    const { creditCode: left, origins } = (await office.get(`/api/organisations/${told}`)).json();
    expect(left).toBeNull();
    expect(origins.map(({ field }: { field: string }) => field)).toContain('creditCode');
    const { changes } = (await office.get(`/api/organisations/${told}/history`)).json();
    expect(changes[0]).toMatchObject({ field: 'creditCode', before: creditCode, after: null });
  });

  it('is taken over too by a change of an organisation that is there', async () => {
    const creditCode = codeOf(812);
    const told = idOf(await enter(firm, '威海传闻五金有限公司', { creditCode }));
    const right = idOf(await enter(office, '荣成原主塑胶有限公司'));
    expect((await change(right, { creditCode })).json().code).toBe('organisations.credit-code-taken');
    expect((await change(right, { creditCode }, { not: [told] })).statusCode).toBe(200);
  });

  it('is not given up to another firm, nor where the bureau has verified it', async () => {
    const creditCode = codeOf(813);
    const told = idOf(await enter(firm, '威海转述五金有限公司', { creditCode }));
    const tackle = await house.signIn('firm.tackle');
    const taken = { code: 'organisations.credit-code-taken' };
    expect((await enter(tackle, '文登争码轴承有限公司', { creditCode, not: [told] })).json()).toMatchObject(taken);
    const sure = idOf(
      await enter(office, '威海核实家具有限公司', { creditCode: codeOf(814), level: 'verified', source: '营业执照' }),
    );
    const again = await enter(office, '乳山疑似家具有限公司', { creditCode: codeOf(814), not: [sure] });
    expect(again.json()).toMatchObject(taken);
  });
});
