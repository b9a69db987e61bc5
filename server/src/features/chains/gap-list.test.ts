import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { openWorkbook } from '#testing/test-sheet';
import { testCity } from '#testing/test-world';

let world: TestApp;
let asChief: TestClient;
let chain: string;

beforeAll(async () => {
  world = await createTestApp();
  const { newId } = world.effects;
  chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  asChief = await world.signIn('chief.medical');
});
afterAll(() => world.close());

const classesOf = async (query: string): Promise<readonly string[]> =>
  (await asChief.get(`/api/chains/${chain}/gaps${query}`)).json().gaps.map((gap: { class: string }) => gap.class);

/** The cells of the Excel file, row by row. */
async function rowsOf(query: string): Promise<string[][]> {
  const file = await asChief.get(`/api/chains/${chain}/gaps/export${query}`);
  expect(file.statusCode).toBe(200);
  const [sheet] = (await openWorkbook(file.rawPayload)).worksheets;
  const rows: string[][] = [];
  sheet?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

describe('the order of the list of gaps', () => {
  it('is the gravest first unless asked otherwise, and what is unknown stands last both ways', async () => {
    expect(await classesOf('')).toEqual(['missing', 'single-source', 'unknown']);
    expect(await classesOf('?sort=class&order=up')).toEqual(['single-source', 'missing', 'unknown']);
    expect((await asChief.get(`/api/chains/${chain}/gaps?sort=score`)).statusCode).toBe(400);
  });

  it('is of one segment alone where one is named', async () => {
    expect(await classesOf('?segment=cloth')).toEqual(['single-source']);
    expect(await classesOf('?segment=nothing')).toEqual([]);
  });

  it('is of the map of a day, and refused on a day without one', async () => {
    expect(await classesOf('?at=2099-06-01')).toHaveLength(3);
    const early = await asChief.get(`/api/chains/${chain}/gaps?at=2020-01-01`);
    expect([early.statusCode, early.json().code]).toEqual([404, 'chains.no-version']);
  });
});

describe('the list of one district', () => {
  it('holds what its firms make or use, on the list and on the map', async () => {
    expect(await classesOf('?district=371071')).not.toEqual([]);
    expect(await classesOf('?district=371082')).toEqual([]);
    const { segments } = (await asChief.get(`/api/chains/${chain}?district=371082`)).json();
    expect(segments.flatMap(({ products }: { products: object[] }) => products)).toEqual([]);
    expect((await asChief.get(`/api/chains/${chain}/gaps?district=高区`)).statusCode).toBe(400);
  });
});

describe('the trend of a link', () => {
  it('says since when it is of its class and what it was before, and nothing of another day', async () => {
    const of = { city: testCity, chain_id: chain, product_id: 'pp-meltblown-resin', causes: '[]', changed_by: null };
    const day = (date: string) => new Date(`${date}T09:00:00+08:00`);
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('gap_state')
        .values([
          { ...of, class: 'short', since: day('2026-08-01'), until: day('2026-09-01') },
          { ...of, class: 'missing', since: day('2026-09-01'), until: day('2026-10-01') },
          { ...of, class: 'missing', since: day('2026-10-01'), until: null },
        ])
        // the running desk may have kept what it is now already
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
    const trendOf = async (query = '') =>
      (await asChief.get(`/api/chains/${chain}/gaps${query}`)).json().gaps.map((gap: { trend: unknown }) => gap.trend);
    expect((await trendOf())[0]).toEqual({
      ...{ since: day('2026-09-01').toISOString(), before: 'short', direction: 'worse' },
    });
    expect(await trendOf('?at=2026-06-01')).toEqual([]);
  });
});

describe('the map of a chain', () => {
  it('names the largest gap, and counts makers whose place nobody knows apart from the rings', async () => {
    const { largest, segments } = (await asChief.get(`/api/chains/${chain}`)).json();
    expect(largest).toMatchObject({ product: { id: 'pp-meltblown-resin' }, class: 'missing', demand: { buyers: 0 } });
    expect(segments[0]).toMatchObject({ outsideFen: null, confirmedFen: null, declaredFen: null });
    const { gaps } = (await asChief.get(`/api/chains/${chain}/gaps`)).json();
    for (const { unplaced, circle } of gaps) expect([unplaced, circle]).toEqual([0, '胶东经济圈']);
  });
});

describe('the list of gaps as an Excel file', () => {
  it('holds the rows of the screen in its order, with the filter in words, and nought for nothing unknown', async () => {
    const rows = await rowsOf('?sort=class&order=up');
    const [title, , , filter, heads, ...gaps] = rows;
    expect(title?.[0]).toBe('弱项清单');
    expect(filter?.[0]).toBe('筛选：口罩产业链（演示）');
    expect(heads).toContain('外购，已确认（万元/年）');
    expect(heads).toContain('胶东经济圈（家）');
    expect(gaps.map(([product]) => product)).toEqual(['熔喷布', '聚丙烯熔喷专用料', '医用外科口罩']);
    const reach = heads?.indexOf('可及性') ?? -1;
    const amount = heads?.indexOf('外购，已确认（万元/年）') ?? -1;
    expect(gaps.map((row) => [row[amount], row[reach]])).toEqual(gaps.map(() => ['—', '未知']));
  });

  it('takes over class and segment of the screen, and speaks the language of its address', async () => {
    const rows = await rowsOf('?class=single-source&segment=cloth&lang=en');
    expect(rows[0]?.[0]).toBe('Gaps');
    expect(rows[4]).toContain('Makers: 胶东经济圈');
    expect(rows[3]?.[0]).toBe('Filter: Masks (demo), Meltblown cloth, Single source');
    expect(rows.slice(5)).toHaveLength(1);
  });

  it('is refused to whoever may not see the chains, and is not there for a chain of another city', async () => {
    const asAdministrator = await world.signIn('sysadmin');
    expect((await asAdministrator.get(`/api/chains/${chain}/gaps/export`)).statusCode).toBe(403);
    const asYantai = await world.signIn('firm.yantai');
    expect((await asYantai.get(`/api/chains/${chain}/gaps/export`)).statusCode).toBe(404);
  });
});
