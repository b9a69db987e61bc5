import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';
import { insertIoTable } from './io-table-store.ts';

let world: TestApp;
let node: TestApp;
let asChief: TestClient;
let chain: string;

/** Six makers of masks, so that six firms of the city are known to use meltblown cloth. */
const firms = Array.from({ length: 6 }, (_, at) => `01900000-0000-7000-8777-00000000000${at}`);

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  const at = new Date('2026-11-01T09:00:00+08:00');
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    for (const [place, id] of firms.entries()) {
      await tx
        .insertInto('organisation')
        .values({
          ...{
            city: testCity,
            id,
            kind: 'enterprise',
            name: `甲${place}口罩（演示）`,
            source: 'test',
            as_of: '2026-01-01',
          },
          ...{ industry: '1781', size: place === 5 ? null : '小型', demo: true, created_at: at },
        })
        .execute();
      const offer = newId();
      await tx
        .insertInto('offer_search')
        .values({
          ...{ city: testCity, offer_id: offer, organisation_id: id, organisation_name: `甲${place}口罩（演示）` },
          ...{
            product_id: 'surgical-mask',
            product_text: '医用外科口罩',
            limits: '[]',
            certificates: '[]',
            source: 'hand',
          },
        })
        .execute();
    }
    await insertIoTable(tx, {
      ...{ digest: 'test', source: '2020 年表', asOf: '2020-12-31', at },
      table: { sectors: [{ key: '17', name: '纺织品', prefixes: ['17'] }], coefficients: [['17', '17', 0.1]] },
      industryOf: new Map([['meltblown-cloth', '1781']]),
    });
    return writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' });
  });
  // a node that starts now reads what was written past the log
  node = await createTestApp({ beside: { url: world.database.url, ownerUrl: world.ownerUrl } });
  asChief = await node.signIn('chief.medical');
});
afterAll(async () => {
  await node.close();
  await world.close();
});

describe('an estimate by an input-output table', () => {
  it('stands beside what is bought: a floor of five small firms, with its source, and who is not known', async () => {
    const { gaps } = (await asChief.get(`/api/chains/${chain}/gaps`)).json();
    const of = (product: string) => gaps.find((gap: { product: { id: string } }) => gap.product.id === product);
    expect(of('meltblown-cloth').expected).toMatchObject({
      ...{ fen: 150_000_000, firms: 5, source: '2020 年表', asOf: '2020-12-31' },
    });
    expect(of('meltblown-cloth').expected.unknown).toBeGreaterThanOrEqual(1);
    expect(of('meltblown-cloth').demand).toMatchObject({ confirmedFen: null, declaredFen: null });
    expect(of('surgical-mask').expected).toBeNull();
  });
});
