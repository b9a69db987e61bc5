import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { openWorkbook } from '#testing/test-sheet';
import { buyer, spunbond } from '#testing/test-world';

let world: TestApp;
let asBureau: TestClient;
let asBuyer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  asBureau = await world.signIn('bureau');
  asBuyer = await world.signIn('firm.buyer');
  const of = (organisation: string, productId: string, fenAYear: number) =>
    asBureau.post('/api/purchases', { organisation, productId, fenAYear, asOf: '2026-10-01', origin: '370600' });
  await of(buyer.id, 'meltblown-cloth', 300_00);
  const { purchase } = (await of(buyer.id, 'surgical-mask', 200_00)).json();
  await of(spunbond.id, 'meltblown-cloth', 100_00);
  await asBureau.post(`/api/purchases/${purchase.id}/verification`, { seen: 1, evidence: '合同 2026-18' });
});
afterAll(() => world.close());

const read = async (query: string, client = asBureau) => {
  const { purchases, total, sums } = (await client.get(`/api/purchases${query}`)).json();
  return { fen: purchases.map(({ fenAYear }: { fenAYear: number }) => fenAYear), total, sums };
};

describe('the list of purchases', () => {
  it('is the city’s for the bureau, the greatest first, what is verified and what is said never in one sum', async () => {
    expect(await read('')).toEqual({
      ...{ fen: [300_00, 200_00, 100_00], total: 3 },
      sums: { declared: { rows: 2, fenAYear: 400_00 }, confirmed: { rows: 1, fenAYear: 200_00 } },
    });
    expect((await read('', asBuyer)).fen).toEqual([300_00, 200_00]);
  });

  it('is filtered by level, product, and words of firm or product, and comes in pages', async () => {
    expect((await read('?level=confirmed')).fen).toEqual([200_00]);
    expect((await read('?product=meltblown-cloth')).fen).toEqual([300_00, 100_00]);
    expect((await read(`?q=${encodeURIComponent('熔喷')}`)).fen).toEqual([300_00, 100_00]);
    expect((await read(`?q=${encodeURIComponent(spunbond.name.slice(0, 4))}`)).fen).toEqual([100_00]);
    expect((await read('?q=%25')).total).toBe(0);
    expect(await read('?limit=1&offset=1')).toMatchObject({ fen: [200_00], total: 3 });
    expect(await read('?limit=1&offset=9')).toMatchObject({ fen: [], total: 3 });
  });

  it('names places by what one types, for whoever may register', async () => {
    const origins = async (client: TestClient, q: string) =>
      (await client.get(`/api/purchases/origins?q=${encodeURIComponent(q)}`)).json().origins;
    expect(await origins(asBuyer, '烟台')).toEqual([{ code: '370600', name: '烟台市' }]);
    expect(await origins(asBureau, 'JP')).toContainEqual({ code: 'JP', name: '日本' });
    expect(await origins(asBuyer, '')).toEqual([]);
  });

  it('leaves as an Excel file with the rows of its filter, a firm’s with its own only', async () => {
    const text = async (client: TestClient, query: string) => {
      const reply = await client.get(`/api/purchases/export${query}`);
      expect(reply.statusCode).toBe(200);
      const [sheet] = (await openWorkbook(reply.rawPayload)).worksheets;
      return JSON.stringify(sheet?.getSheetValues());
    };
    const confirmed = await text(asBureau, '?level=confirmed');
    for (const word of ['筛选：已核实', '合同 2026-18', '烟台市', '0.02']) expect(confirmed).toContain(word);
    expect(await text(asBuyer, '')).not.toContain('0.01"');
  });
});
