import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { sendSheet } from '#testing/test-import';
import { type TestCell, workbookOf } from '#testing/test-sheet';
import { bureau, meltblown, tackle, testCity } from '#testing/test-world';

let city: TestApp;
let office: TestClient;
let firm: TestClient;
const headings = ['企业', '产品', '产能', '计量单位', '周期', '性能指标', '证书', '交货天数'];

beforeAll(async () => {
  city = await createTestApp();
  office = await city.signIn(bureau.username);
  firm = await city.signIn(tackle.username);
});
afterAll(() => city.close());

async function check(rows: readonly (readonly TestCell[])[], client = firm) {
  return sendSheet(await workbookOf([headings, ...rows]), { city, client, kind: 'offers', name: '供给.xlsx' });
}

interface Listed {
  readonly id: string;
  readonly productText: string;
}

const offersOf = async (client: TestClient): Promise<Listed[]> => (await client.get('/api/offers')).json().offers;
const offerOf = async (client: TestClient, product: string) =>
  (await offersOf(client)).find(({ productText }) => productText === product);

async function said(client: TestClient, job: { id: string; groups: { key: string }[] }): Promise<string> {
  const lists = await Promise.all(
    job.groups.map(({ key }) => client.get(`/api/imports/${job.id}/rows?group=${encodeURIComponent(key)}`)),
  );
  return lists.flatMap((list) => list.json().rows.map(({ message }: { message: string }) => message)).join('\n');
}

describe('a sheet of offers', () => {
  test('publishes what a firm makes: the live index sees it by the log as it sees one entered by hand', async () => {
    const job = await check([
      [null, '熔喷布', '3', '吨', '天', 'BFE ≥ 95 %；克重 20-30 g/m²', 'ISO 13485（至 2027-12-31）；CE', '15'],
      [null, '从未听说的东西', null, null, null, null, null, null],
    ]);
    expect(job, JSON.stringify(job.groups)).toMatchObject({ rows: 2, accepted: 2 });
    expect(job.groups).toMatchObject([{ severity: 'warning', title: '产品库里认不出', rows: 1 }]);
    const taken = await firm.post(`/api/imports/${job.id}/take`, { rows: 2 });
    expect(taken.json(), taken.body).toMatchObject({ created: 2, changed: 0 });
    const offer = await offerOf(firm, '熔喷布');
    expect(offer).toMatchObject({
      capacity: { amount: 3, unit: '吨', per: 'day' },
      limits: [
        { name: 'BFE', low: 95, unit: '%' },
        { name: '克重', low: 20, high: 30, unit: 'g/m²' },
      ],
      certificates: [{ name: 'ISO 13485', validUntil: '2027-12-31' }, { name: 'CE' }],
      leadDays: 15,
    });
    await expect.poll(() => city.index.findOffer(offer?.id ?? '')?.productText).toBe('熔喷布');
    await expect.poll(async () => city.index.digest() === (await city.index.rebuiltDigest())).toBe(true);
  });

  test('changes the offer its firm has of that product, keeps what the row leaves empty, and gives it back when undone', async () => {
    const first = await check([[null, '路亚竿', '100', '支', '月', null, 'CE', '7']]);
    await firm.post(`/api/imports/${first.id}/take`, { rows: 1 });
    const before = await offerOf(firm, '路亚竿');
    const job = await check([[null, '路亚竿', '250', '支', '月', null, null, null]]);
    expect(job.groups).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ title: expect.stringContaining('导入后更新') })]),
    );
    const taken = await firm.post(`/api/imports/${job.id}/take`, { rows: 1 });
    expect(taken.json(), taken.body).toMatchObject({ created: 0, changed: 1 });
    expect(await offerOf(firm, '路亚竿')).toMatchObject({
      ...{ id: before?.id, leadDays: 7, certificates: [{ name: 'CE' }] },
      capacity: { amount: 250, unit: '支', per: 'month' },
    });
    const undone = await firm.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 0 });
    expect(await offerOf(firm, '路亚竿')).toEqual(before);
  });

  test('names what cannot be read and what stands twice', async () => {
    await firm.post('/api/offers', { productText: '鱼线' });
    const job = await check([
      [null, '渔轮', '5', null, '天', null, null, null],
      [null, '鱼钩', null, null, null, '很结实', null, null],
      [null, '浮漂', null, null, null, '直径 30-20 mm', null, null],
      [null, '鱼饵', null, null, null, null, 'ISO 9001（至明年）', null],
      [null, '鱼竿包', null, null, null, null, 'ISO 9001（至 2199-01-01）', null],
      [null, '鱼线', null, null, null, null, null, null],
      [meltblown.name, '鱼篓', null, null, null, null, null, null],
      [null, '抄网', null, null, null, null, null, null],
      [tackle.name, '抄网', null, null, null, null, null, null],
    ]);
    const words = await said(firm, job);
    for (const part of [
      '产能、单位、周期要么都填',
      '读不懂“很结实”',
      '下限高于上限',
      '读不懂“ISO 9001（至明年）”',
      '到期日不合理',
      '“鱼线”已发布，内容完全相同',
      '您只能导入本单位的数据',
      '与第 9 行是同一企业的同一产品',
    ])
      expect(words).toContain(part);
    expect(job).toMatchObject({ rows: 9, accepted: 1 });
  });

  test('of the bureau names the firm, and publishes for any of them', async () => {
    const job = await check(
      [
        [meltblown.name, '过滤棉', '2', '吨', '天', null, null, null],
        [null, '滤纸', null, null, null, null, null, null],
      ],
      office,
    );
    expect(job).toMatchObject({ accepted: 1, rejected: 1 });
    await office.post(`/api/imports/${job.id}/take`, { rows: 1 });
    const supplier = await city.signIn(meltblown.username);
    expect(await offerOf(supplier, '过滤棉')).toMatchObject({ capacity: { amount: 2, unit: '吨', per: 'day' } });
  });

  test('says in the trail what each offer was and became, and gives it back with the word it was on', async () => {
    const source = async (id: string) =>
      inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
        tx
          .selectFrom('offer')
          .innerJoin('offer_search as s', (on) =>
            on.onRef('s.city', '=', 'offer.city').onRef('s.offer_id', '=', 'offer.id'),
          )
          .select(['offer.source', 's.source as shown'])
          .where('offer.city', '=', testCity)
          .where('offer.id', '=', id)
          .executeTakeFirstOrThrow(),
      );
    await firm.post('/api/offers', { productText: '雨伞', leadDays: 2 });
    const { id = '' } = (await offerOf(firm, '雨伞')) ?? {};
    expect(await source(id)).toEqual({ source: 'declared', shown: 'declared' });
    const job = await check([[tackle.name, '雨伞', null, null, null, null, null, '8']], office);
    expect((await office.post(`/api/imports/${job.id}/take`, { rows: 1 })).json()).toMatchObject({ changed: 1 });
    expect(await source(id)).toEqual({ source: 'imported', shown: 'imported' });
    expect((await office.post(`/api/imports/${job.id}/undo`)).json()).toMatchObject({ state: 'undone', kept: 0 });
    expect(await source(id)).toEqual({ source: 'declared', shown: 'declared' });
    const lines = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select(['action', 'why', 'actor_name'])
        .where('city', '=', testCity)
        .where('subject_id', '=', id)
        .where('why', 'is not', null)
        .execute(),
    );
    const line = { action: 'offer.changed', why: '导入：供给.xlsx', actor_name: bureau.person.name };
    expect(lines).toEqual([line, line]);
  });

  test('is taken back within 24 hours, but for what the firm has changed since, and the index follows', async () => {
    const job = await check([
      [null, '雨衣', null, null, null, null, null, '3'],
      [null, '雨鞋', null, null, null, null, null, '3'],
    ]);
    await firm.post(`/api/imports/${job.id}/take`, { rows: 2 });
    const [gone, kept] = [await offerOf(firm, '雨衣'), await offerOf(firm, '雨鞋')];
    await firm.put(`/api/offers/${kept?.id}`, { productText: '雨鞋', leadDays: 9 });
    await expect.poll(() => city.index.findOffer(gone?.id ?? '')?.id).toBe(gone?.id);
    const undone = await firm.post(`/api/imports/${job.id}/undo`);
    expect(undone.json(), undone.body).toMatchObject({ state: 'undone', kept: 1 });
    expect([await offerOf(firm, '雨衣'), (await offerOf(firm, '雨鞋'))?.id]).toEqual([undefined, kept?.id]);
    await expect.poll(() => city.index.findOffer(gone?.id ?? '')).toBeUndefined();
    const trail = await inContext(city.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select('after')
        .where('city', '=', testCity)
        .where('action', '=', 'import.undone')
        .execute(),
    );
    expect(trail.map(({ after }) => after)).toContainEqual({ kind: 'offers', file: '供给.xlsx', kept: 1 });
  });
});
