import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { foldName } from '@zhitong/domain/directory/organisation-name-parts';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { inContext } from '#platform/context';
import { connect, type Database } from '#platform/database';
import { realEffects } from '#platform/effects';
import { cloneDatabase } from '#testing/test-cluster';
import { buyer, testCity as city } from '#testing/test-world';
import { viewOrganisations } from './organisation-list-views.ts';
import { fillNameParts } from './organisation-name-store.ts';

interface Found {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly short_name: string | null;
  readonly region: string | null;
  readonly credit_code: string | null;
  readonly merged_into: string | null;
  readonly parts_of: string | null;
}

const asSystem = { city, viewer: 'system' } as const;
const viewer = {
  ...{ userId: 'test', personId: buyer.person.id, personName: buyer.person.name, city },
  ...{ postId: buyer.person.postId, role: buyer.person.role, organisationId: buyer.id },
  ...{ organisationName: buyer.name, address: '127.0.0.1', requestId: 'test' },
};
const county = '371071';
const towns = ['371071001', '371071002'];

let database: Database;
/** every organisation, in the order of sounds: what a search is compared with */
let all: readonly Found[];

beforeAll(async () => {
  const clone = await cloneDatabase(inject('adminUrl'), 'world');
  database = connect({ url: clone.url, kind: 'embedded' });
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  for (const town of towns)
    await owner.query("insert into region (code, name, level, parent) values ($1, $1, 'zone', $2)", [town, county]);
  await owner.end();
  const made = makeCity(4_000);
  await write(made.slice(0, -60));
  await fillNameParts(database, city);
  // brought by an import a moment ago: no parts yet
  await write(made.slice(-60));
  const { rows } = await inContext(database, asSystem, (tx) =>
    sql<Found>`select id, kind, name, short_name, region, credit_code, merged_into, parts_of from organisation
      where city = ${city} order by name collate "zh-x-icu", id`.execute(tx),
  );
  all = rows;
  return () => database.close();
}, 120_000);

/** The same draws in every run. */
function drawing(seed: number) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const one = <T>(of: readonly T[]): T => {
    const drawn = of[below(of.length)];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  };
  return { below, one, word: (words: string) => one(words.split(' ')) };
}

function makeCity(count: number) {
  const { below, word } = drawing(7);
  return Array.from({ length: count }, (_, at) => ({
    id: realEffects.newId(),
    kind: word('enterprise enterprise enterprise enterprise enterprise bank centre'),
    name: [
      ...[word('威海 威海市 荣成 文登 威海经济技术开发区'), word('海 高 华 蓝'), word('科 盛 威 远')],
      ...[word('科技 渔具 医疗 海洋'), word('有限公司 有限公司 股份有限公司 有限责任公司 厂')],
    ].join(''),
    short_name: below(4) === 0 ? `${word('海 高')}${word('科 盛')}${word('科技 渔具')}` : null,
    region: word(`371002 ${county} ${towns.join(' ')}`),
    credit_code: `91371000TST${String(at).padStart(7, '0')}`,
    isMerged: below(20) === 0,
  }));
}

async function write(made: ReturnType<typeof makeCity>): Promise<void> {
  const rest = { city, source: 'test', as_of: '2026-11-01', created_at: realEffects.now() };
  for (let from = 0; from < made.length; from += 500)
    await inContext(database, asSystem, (tx) =>
      tx
        .insertInto('organisation')
        .values(
          made.slice(from, from + 500).map(({ isMerged, ...one }) => ({
            ...{ ...one, ...rest, merged_into: isMerged ? buyer.id : null },
          })),
        )
        .execute(),
    );
}

interface Asked {
  readonly q: string;
  readonly kind?: string | undefined;
  readonly region?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The same question answered by looking at every organisation, and at the names of what was merged into it. */
function bruteForce({ q, kind, region }: Asked): readonly string[] {
  const below = region === county ? [county, ...towns] : [region];
  const has = (text: string | null) => foldName(text ?? '').includes(foldName(q));
  const isCalled = (one: Found) => has(one.name) || has(one.short_name) || one.credit_code === q.toUpperCase();
  const away = all.filter((one) => one.merged_into !== null && one.parts_of !== null && isCalled(one));
  const heads = new Set(away.map(({ merged_into }) => merged_into));
  return all
    .filter((one) => one.merged_into === null && (kind === undefined || one.kind === kind))
    .filter((one) => region === undefined || below.includes(one.region ?? ''))
    .filter((one) => isCalled(one) || heads.has(one.id))
    .map(({ id }) => id);
}

function search(asked: object, by = viewer) {
  const query = listOrganisations.query?.parse(asked);
  if (query === undefined) throw new Error('the list has a query');
  return viewOrganisations(database, by, query);
}

async function compare(asked: Asked): Promise<void> {
  const reply = await search(asked);
  const expected = bruteForce(asked);
  const said = JSON.stringify(asked);
  if (reply.more) expect([reply.total, expected.length > 1_000], said).toEqual([1_000, true]);
  else expect(reply.total, said).toBe(expected.length);
  const shown = expected.slice(0, reply.total).slice(asked.offset, asked.offset + asked.limit);
  expect(
    reply.organisations.map(({ id }) => id),
    said,
  ).toEqual(shown);
}

/** Pieces of names, of any length and from anywhere in them, with filters and pages. */
function makeQuestions(count: number): readonly Asked[] {
  const { below, one } = drawing(11);
  const questions = Array.from({ length: count }, () => {
    const letters = [...one(all).name];
    const start = below(letters.length);
    return {
      q: letters.slice(start, start + 1 + below(9)).join(''),
      kind: one(['', '', 'enterprise', 'bank', 'university']) || undefined,
      region: one(['', '', '371002', county, ...towns]) || undefined,
      ...{ offset: one([0, 0, 20, 480, 990]), limit: one([20, 100]) },
    };
  });
  // a short name that is exactly what was typed comes first: told below
  return questions.filter(({ q }) => !all.some(({ name, short_name }) => name === q || short_name === q));
}

describe('a search for organisations', () => {
  it('finds what looking at every name finds, in the order of sounds, whatever is typed and filtered', async () => {
    for (const asked of makeQuestions(250)) await compare(asked);
  }, 120_000);

  it.each(['威海', '威海经济技术开发区', '有限公司', '股份', '海', '蓝科科技', '威海经济', '限公司', '公'])(
    'finds for %s, which very many names have, the first in the order of sounds, with and without filters',
    async (q) => {
      for (const kind of [undefined, 'bank', 'enterprise'])
        for (const region of [undefined, county, '371002'])
          for (const offset of [0, 60, 980]) await compare({ q, kind, region, offset, limit: 20 });
    },
    60_000,
  );

  it('finds by the first letters of the sounds, by code in any case, and nothing by what no name has', async () => {
    const some = all.find(({ name, merged_into }) => name.startsWith('荣成蓝盛渔具') && merged_into === null);
    const { organisations } = await search({ q: 'RCLSYJ', limit: 100 });
    expect(organisations.map(({ id }) => id)).toContain(some?.id);
    expect(new Set(organisations.map(({ name }) => name.slice(0, 6)))).toEqual(
      // and the one that stands for a merged one of this name
      new Set(['荣成蓝盛渔具', buyer.name.slice(0, 6)]),
    );
    expect(await search({ q: some?.credit_code?.toLowerCase() })).toMatchObject({ total: 1 });
    expect(await search({ q: '威海蠿' })).toMatchObject({ total: 0, more: false, organisations: [] });
  });

  it('puts the one whose short name is exactly what was typed before the others', async () => {
    const exact = all.find(({ short_name, merged_into }) => short_name === '高盛渔具' && merged_into === null);
    const { organisations } = await search({ q: '高盛渔具' });
    expect(organisations.slice(0, 1).map(({ id }) => id)).toEqual([exact?.id]);
  });

  it('never finds what was merged away, nor anything of another city', async () => {
    const merged = all.filter(({ merged_into }) => merged_into !== null);
    expect(merged.length).toBeGreaterThan(100);
    for (const { name, id } of merged.slice(0, 10))
      expect((await search({ q: name, limit: 100 })).organisations.map((one) => one.id)).not.toContain(id);
    const elsewhere = search({ q: '威海经济' }, { ...viewer, city: '370600' });
    expect((await elsewhere).total).toBe(0);
  });
});
