import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { openWorkbook, workbookOf } from '#testing/test-sheet';
import { testCity } from '#testing/test-world';
import { upload } from '#testing/upload';

let world: TestApp;
let asOfficer: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  asOfficer = await world.signIn('bureau');
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  await asOfficer.post(`/api/chains/${chain}/drafts`);
});
afterAll(() => world.close());

const send = (name: string, content: Uint8Array) =>
  upload(world, asOfficer, { url: `/api/chains/${chain}/draft/file`, name, content });
const take = (format: string, version = 1) =>
  asOfficer.get(`/api/chains/${chain}/versions/${version}/file?format=${format}`);
const json = (content: unknown) => Buffer.from(JSON.stringify({ format: 'zhitong-chain', content }));

describe('the map of a chain as a file', () => {
  it('read in again as it was taken along changes nothing, as JSON and as Excel', async () => {
    for (const format of ['json', 'xlsx']) {
      const file = await take(format);
      expect(file.statusCode).toBe(200);
      const read = (await send(`链图.${format}`, file.rawPayload)).json();
      expect(read.content, format).toEqual(maskChain);
      expect(read.refused).toEqual([]);
      expect(Object.values(read.comparison).flat()).toEqual([]);
    }
  });

  it('as Excel holds text alone, so that nothing in it computes', async () => {
    const evil = { ...maskChain, segments: [{ ...maskChain.segments[1], name: '=1+1', id: '@x' }], links: [] };
    await asOfficer.put(`/api/chains/${chain}/draft`, { seen: 1, validFrom: '2026-12-01', content: evil });
    const workbook = await openWorkbook((await take('xlsx', 2)).rawPayload);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['环节', '产品', '联系', '清单']);
    const cells = workbook.worksheets[0]?.getRow(2).values;
    expect(cells).toEqual([undefined, '@x', '=1+1', 'Meltblown cloth', '中游']);
    await asOfficer.put(`/api/chains/${chain}/draft`, { seen: 2, validFrom: '2026-12-01', content: maskChain });
  });

  it('is told before it replaces anything: what was split, added and renamed', async () => {
    const [material, cloth, mask] = maskChain.segments;
    const content = {
      ...maskChain,
      segments: [
        material,
        { ...cloth, name: '熔喷非织造布' },
        mask,
        { ...cloth, id: 'base', name: '基布', products: ['spunbond-cloth'] },
      ],
    };
    const { comparison } = (await send('新.json', json(content))).json();
    expect(comparison.renamed).toEqual([{ id: 'cloth', name: '熔喷非织造布', before: '熔喷布' }]);
    expect(comparison.added).toEqual([{ id: 'base', name: '基布' }]);
    expect((await asOfficer.get(`/api/chains/${chain}/draft`)).json().draft.content).toEqual(maskChain);
  });

  it('names the rows it cannot take, each with its number and a sentence, and keeps the good ones', async () => {
    const sheets = await openWorkbook(
      await workbookOf(
        [
          ['编号', '环节', '英文名', '层级'],
          ['', '熔喷布', '', '中游'],
          ['', '口罩', 'Masks', '最下游'],
          ['', '', '', '上游'],
          ['', '熔喷布', '', '上游'],
        ],
        '环节',
      ),
    );
    const rows: Readonly<Record<string, readonly (readonly string[])[]>> = {
      产品: [
        ['环节', '产品编号', '产品'],
        ['熔喷布', '', '口罩滤芯布'],
        ['熔喷布', 'ghost', ''],
        ['口罩', '', '口罩'],
      ],
      联系: [
        ['从', '到'],
        ['熔喷布', '熔喷布'],
      ],
      清单: [
        ['清单', '内容', '来源'],
        ['短板', '专用料外购', '演示'],
        ['短板', '没有来源', ''],
        ['新清单', '甲', '乙'],
      ],
    };
    for (const [name, lines] of Object.entries(rows)) {
      const sheet = sheets.addWorksheet(name);
      for (const line of lines) sheet.addRow([...line]);
    }
    const read = (await send('链图.xlsx', Buffer.from(await sheets.xlsx.writeBuffer()))).json();
    expect(read.content.segments).toEqual([
      { id: 'cloth', name: '熔喷布', nameEn: null, tier: 'midstream', products: ['meltblown-cloth'] },
    ]);
    expect(read.content.entries).toEqual([{ list: 'weak-points', text: '专用料外购', source: '演示' }]);
    expect(
      read.refused.map((row: { sheet: string; line: number; text: string }) => [row.sheet, row.line, row.text]),
    ).toEqual([
      ['segments', 3, '层级“最下游”不认识，请写 上游、中游、下游 或 配套'],
      ['segments', 4, '没有写环节名称'],
      ['segments', 5, '环节“熔喷布”已在前面出现'],
      ['products', 3, '“ghost”不在产品库中'],
      ['products', 4, '表“环节”里没有“口罩”'],
      ['links', 2, '“熔喷布→熔喷布”构成循环'],
      ['lists', 3, '没有写来源，清单的每一条都要有来源'],
      ['lists', 4, '没有叫“新清单”的清单'],
    ]);
  });

  it('names a product that stands twice, and a cycle that closes over three links', async () => {
    const [material, cloth, mask] = maskChain.segments;
    const content = {
      ...maskChain,
      segments: [material, cloth, { ...mask, products: ['surgical-mask', 'meltblown-cloth'] }],
      links: [...maskChain.links, { from: 'mask', to: 'material' }],
    };
    const { refused } = (await send('新.json', json(content))).json();
    expect(refused.map((row: { text: string }) => row.text)).toEqual([
      '“熔喷布”已在环节“熔喷布”中，同一条链里一个产品只属于一个环节',
      '“材料→熔喷布→口罩→材料”构成循环',
    ]);
  });
});

describe('a file that is refused as a whole', () => {
  it.each([
    { what: 'is no map', name: '名录.csv', content: Buffer.from('a,b'), code: 'chains.file-type', status: 422 },
    { what: 'is no JSON', name: '链图.json', content: Buffer.from('{'), code: 'chains.file-json', status: 422 },
    {
      what: 'is another JSON',
      name: '链图.json',
      content: Buffer.from('{"a":1}'),
      code: 'chains.file-json',
      status: 422,
    },
    {
      what: 'only says it is Excel',
      name: '链图.xlsx',
      content: Buffer.from('PK??'),
      code: 'sheet.damaged',
      status: 422,
    },
    {
      what: 'holds no segment',
      name: '链图.json',
      content: json({ ...maskChain, segments: [], links: [] }),
      code: 'chains.file-empty',
      status: 422,
    },
    {
      what: 'is larger than is taken',
      name: '链图.json',
      content: Buffer.alloc(6 * 1024 * 1024, ' '),
      code: 'platform.file-too-large',
      status: 413,
    },
  ])('because it $what', async ({ name, content, code, status }) => {
    const reply = await send(name, content);
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
  });

  it('because the sheet of segments is missing', async () => {
    const reply = await send('链图.xlsx', await workbookOf([['甲', '乙']], '别的'));
    expect(reply.json().code).toBe('chains.file-empty');
  });

  it('because the chain has no draft', async () => {
    const { newId } = world.effects;
    const other = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' }),
    );
    const given = { url: `/api/chains/${other}/draft/file`, name: '链图.json', content: json(maskChain) };
    expect((await upload(world, asOfficer, given)).json().code).toBe('chains.no-draft');
  });
});
