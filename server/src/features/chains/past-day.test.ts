import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { openWorkbook } from '#testing/test-sheet';
import { testCity } from '#testing/test-world';
import { writeGapState } from './gap-state-store.ts';

let world: TestApp;
let asChief: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const chainId = await writeChain(tx, testCity, { newId, at: '2026-01-01T09:00:00+08:00' });
    const keep = (productId: string, of: 'missing' | 'strong', at: string) =>
      writeGapState(tx, { city: testCity, chainId, productId, class: of, causes: [], changedBy: null }, new Date(at));
    await keep('meltblown-cloth', 'missing', '2026-03-01T09:00:00+08:00');
    await keep('meltblown-cloth', 'strong', '2026-05-01T23:30:00+08:00');
    return chainId;
  });
  asChief = await world.signIn('chief.medical');
});
afterAll(() => world.close());

const read = async (path: string) => (await asChief.get(`/api/chains/${chain}${path}`)).json();

describe('the map of a past day', () => {
  it('holds the classes kept of that day, and says of every other product that nothing was kept', async () => {
    const { segments, kept, largest } = await read('?at=2026-04-01');
    expect(kept).toEqual({ day: '2026-04-01', from: '2026-03-01T01:00:00.000Z' });
    expect(segments.map((one: { class: string | null }) => one.class)).toEqual([null, 'missing', null]);
    expect(segments[1].products[0].class).toBe('missing');
    expect(segments[1].classes).toMatchObject({ missing: 1, strong: 0 });
    expect(segments[0].classes).toMatchObject({ missing: 0, unknown: 0 });
    expect(largest).toBeNull();
  });

  it('shows no amount, whatever is bought today', async () => {
    for (const { outsideFen, confirmedFen, declaredFen } of (await read('?at=2026-04-01')).segments)
      expect([outsideFen, confirmedFen, declaredFen]).toEqual([null, null, null]);
  });

  it('goes by the end of the day on the clock of the city', async () => {
    expect((await read('?at=2026-04-30')).segments[1].class).toBe('missing');
    expect((await read('?at=2026-05-01')).segments[1].class).toBe('strong');
  });

  it('before the first class was kept has none, and says since when there are any', async () => {
    const { segments, kept } = await read('?at=2026-01-15');
    expect(kept).toEqual({ day: '2026-01-15', from: '2026-03-01T01:00:00.000Z' });
    for (const one of segments) expect(one.class).toBeNull();
  });

  it('is no past day today: classes and amounts are those of now', async () => {
    const today = await read(`?at=${world.effects.now().toISOString().slice(0, 10)}`);
    expect(today.kept).toBeNull();
    expect(today.segments.map((one: { class: string | null }) => one.class)).not.toContain(null);
    expect(await read('')).toMatchObject({ kept: null, segments: today.segments });
  });

  it('is counted so in the list of chains too', async () => {
    const of = async (at: string) => (await asChief.get(`/api/chains?at=${at}`)).json().chains[0].classes;
    expect(await of('2026-04-01')).toMatchObject({ missing: 1, 'single-source': 0, unknown: 0 });
    expect(await of('2026-01-15')).toMatchObject({ missing: 0, 'single-source': 0, unknown: 0 });
  });
});

describe('the list of gaps of a past day', () => {
  it('names each product with the class kept of it and since when, and none of what is known today', async () => {
    const { gaps, kept } = await read('/gaps?at=2026-04-01');
    expect(gaps).toEqual([]);
    expect(kept.gaps.map((gap: { class: string | null }) => gap.class)).toEqual(['missing', null, null]);
    expect(kept.gaps[0]).toEqual({
      ...{ id: `${chain}:meltblown-cloth`, product: { id: 'meltblown-cloth', name: '熔喷布' }, class: 'missing' },
      ...{ segment: { id: 'cloth', name: '熔喷布', tier: 'midstream' }, since: '2026-03-01T01:00:00.000Z' },
    });
  });

  it('is filtered by class and segment', async () => {
    expect((await read('/gaps?at=2026-04-01&class=missing')).kept.gaps).toHaveLength(1);
    expect((await read('/gaps?at=2026-04-01&class=strong')).kept.gaps).toHaveLength(0);
    expect((await read('/gaps?at=2026-04-01&segment=mask')).kept.gaps).toHaveLength(1);
  });

  it('leaves as an Excel file with its day, its classes and no amount', async () => {
    const file = await asChief.get(`/api/chains/${chain}/gaps/export?at=2026-04-01`);
    const [sheet] = (await openWorkbook(file.rawPayload)).worksheets;
    const rows: string[] = [];
    sheet?.eachRow((row) => rows.push([row.values].flat().join('|')));
    const text = rows.join('\n');
    expect(text).toContain('状态为 2026-04-01 留存，不含金额');
    expect(text).toContain('熔喷布|中游|缺链');
    expect(text).toContain('当日没有留存');
    expect(text).not.toContain('万元');
  });
});

describe('one gap of a past day', () => {
  it('says its class then and its history, without price, makers or reach', async () => {
    const found = await read('/gaps/meltblown-cloth?at=2026-04-01');
    expect(found).toMatchObject({ gap: null, makers: [], makersTotal: 0, stops: [] });
    expect(found.kept).toMatchObject({ day: '2026-04-01', gap: { class: 'missing', product: { name: '熔喷布' } } });
    expect(found.history.at(-1)).toMatchObject({ class: 'missing' });
  });

  it('is there for a product that only an old version of the map held', async () => {
    await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
      const row = { city: testCity, chain_id: chain, number: 2, state: 'published', valid_from: '2025-01-01' };
      const old = [{ id: 'old', name: '旧环节', nameEn: null, tier: 'supporting', products: ['ffp2-mask'] }];
      const content = { name: '旧链', nameEn: null, chief: null, leadBodyId: null, leaderId: null, expert: null };
      await tx
        .insertInto('chain_version')
        .values({
          ...{ ...row, valid_to: '2026-01-01', written_at: new Date('2025-01-01'), written_by: '演示-甲' },
          content: JSON.stringify({ ...content, segments: old, links: [], entries: [] }),
        })
        .execute();
    });
    expect((await asChief.get(`/api/chains/${chain}/gaps/ffp2-mask`)).statusCode).toBe(404);
    const { kept } = await read('/gaps/ffp2-mask?at=2025-06-01');
    expect(kept).toMatchObject({ gap: { product: { id: 'ffp2-mask' }, class: null, since: null } });
  });
});
