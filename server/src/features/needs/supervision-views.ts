import type { Supervision, SupervisionRow } from '@zhitong/contract/needs/supervision-contract';
import { dutyLists } from '@zhitong/domain/directory/duty';
import { dutyListWords } from '@zhitong/domain/directory/duty-words';
import type { Language } from '@zhitong/domain/language';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { workedBetween } from '@zhitong/domain/needs/working-time';
import { type RawBuilder, sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { chainFirms, noChain } from './case-chain-sql.ts';
import type { CaseDeps } from './case-deps.ts';
import { isMissed, lightIs, onDay } from './case-filter-sql.ts';
import { minutesOfToday } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly by: Supervision['by'];
}

/** The mean is taken over so many of the newest answered cases: older ones say little about today. */
const averaged = 2_000;
const mostRows = 1_000;
const mostPairs = 100;

/** All clocks of the city at once, grouped; no figure is kept anywhere, so none can differ from its rows. */
export function viewSupervision(
  { database, effects }: CaseDeps,
  { viewer, language, by }: Reading,
): Promise<Supervision> {
  const now = effects.now();
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const day = cityDay(now);
    const rules = await getCaseRules(tx, { city, day });
    const of = { city, now };
    return {
      ...{ by, because: by === 'chain' && !(await hasChains(tx, of)) ? 'no-chains' : null },
      rows: await listGroups(tx, { ...of, by, rules, language }),
      total: await countLights(tx, of),
      today: { day, ...(await countToday(tx, city, day)) },
      pairs: await listPairs(tx, city),
      ...{ dayMinutes: minutesOfToday(rules, now), asOf: now.toISOString() },
    };
  });
}

interface Of {
  readonly city: string;
  readonly now: Date;
}

type Grouping = Supervision['by'];

const keys: Readonly<Record<Grouping, RawBuilder<string>>> = {
  body: sql`c.lead_id::text`,
  list: sql`c.list`,
  district: sql`coalesce(c.asker_region, '')`,
  chain: sql`coalesce(m.chain, ${noChain})`,
};

/** The cases; by chain a case stands once for each chain its firm belongs to. */
function casesBy(by: Grouping, { city, now }: Of): RawBuilder<unknown> {
  const joined = sql`need_case c left join ${chainFirms(city, cityDay(now))} m on m.firm = c.asker_id`;
  return by === 'chain' ? joined : sql`need_case c`;
}

interface Group {
  key: string;
  open: number;
  red: number;
  yellow: number;
  unsigned: number;
  unheard: number;
  solved: number;
  ended: number;
}

const nothing = { open: 0, red: 0, yellow: 0, unsigned: 0, unheard: 0, solved: 0, ended: 0 };

async function listGroups(
  tx: Tx,
  {
    by,
    rules,
    language,
    ...of
  }: Of & { readonly by: Grouping; readonly rules: CaseRules; readonly language: Language },
): Promise<SupervisionRow[]> {
  const groups = await listOpen(tx, of, by);
  const moved = await countHandBacks(tx, of, by);
  const means = await meanMinutes(tx, of, { by, rules });
  const held = by === 'body' ? await countHeld(tx, of.city) : undefined;
  const found = [...new Set([...groups.map(({ key }) => key), ...moved.keys()])];
  const names = await namesOf(tx, { ...of, by, keys: found, language });
  const byKey = new Map(groups.map((group) => [group.key, group]));
  return found.slice(0, mostRows).map((key) => ({
    ...{ key, name: names.get(key) ?? key, ...(byKey.get(key) ?? nothing) },
    ...{ handBacksOut: moved.get(key)?.out ?? 0, handBacksIn: moved.get(key)?.in ?? 0 },
    ...{ meanMinutes: means.get(key) ?? null, held: held ? (held.get(key) ?? 0) : null },
  }));
}

/** Most open first; what is late weighs nothing here: this is a table, not a ranking. */
async function listOpen(tx: Tx, of: Of, by: Grouping): Promise<readonly Group[]> {
  const { city, now } = of;
  const { rows } = await sql<Group>`
    select key, count(*) filter (where over_at is null)::int as open,
           count(*) filter (where light = 'red')::int as red,
           count(*) filter (where light in ('yellow', 'caught-up'))::int as yellow,
           count(*) filter (where unsigned)::int as unsigned, count(*) filter (where unheard)::int as unheard,
           count(*) filter (where status = 'solved')::int as solved,
           count(*) filter (where status in ('solved', 'unsolved'))::int as ended
    from (select ${keys[by]} as key, c.status, c.over_at, ${lightIs(now)} as light, ${isMissed('sign', now)} as unsigned,
            ${isMissed('first-answer', now)} as unheard from ${casesBy(by, of)} where c.city = ${city}) g
    group by key order by open desc, key limit ${mostRows}`.execute(tx);
  return rows;
}

async function countHandBacks(
  tx: Tx,
  of: Of,
  by: Grouping,
): Promise<ReadonlyMap<string, { readonly out: number; readonly in: number }>> {
  const out = by === 'body' ? sql`a.body_id::text` : keys[by];
  const into = by === 'body' ? sql`a.action ->> 'next'` : keys[by];
  const counted = (key: RawBuilder<unknown>) =>
    sql<{ key: string; cases: number }>`
    select ${key} as key, count(distinct a.case_id)::int as cases
    from ${casesBy(by, of)} join case_action a on a.city = c.city and a.case_id = c.id
    where c.city = ${of.city} and a.kind = 'handed-back' group by 1 limit ${mostRows}`.execute(tx);
  const [left, came] = [await counted(out), await counted(into)];
  const both = new Map<string, { out: number; in: number }>();
  for (const { key, cases } of left.rows) both.set(key, { out: cases, in: 0 });
  for (const { key, cases } of came.rows) both.set(key, { out: both.get(key)?.out ?? 0, in: cases });
  return both;
}

/** Cases a body ever answered for: of these it handed back so many. */
async function countHeld(tx: Tx, city: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; cases: number }>`
    select a.action ->> 'next' as key, count(distinct a.case_id)::int as cases from case_action a
    where a.city = ${city} and a.action ->> 'next' is not null group by 1 limit ${mostRows}`.execute(tx);
  return new Map(rows.map(({ key, cases }) => [key, cases]));
}

async function meanMinutes(
  tx: Tx,
  of: Of,
  { by, rules }: { readonly by: Grouping; readonly rules: CaseRules },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; started_at: Date; stopped_at: Date }>`
    select ${keys[by]} as key, c.started_at, c.stopped_at from ${casesBy(by, of)}
    where c.city = ${of.city} and c.stopped_at is not null and c.status <> 'withdrawn'
    order by c.started_at desc, c.id limit ${averaged}`.execute(tx);
  const sums = new Map<string, { ms: number; cases: number }>();
  for (const { key, started_at, stopped_at } of rows) {
    const sum = sums.get(key) ?? { ms: 0, cases: 0 };
    const ms = sum.ms + workedBetween(rules.calendar, started_at, stopped_at);
    sums.set(key, { ms, cases: sum.cases + 1 });
  }
  return new Map([...sums].map(([key, { ms, cases }]) => [key, Math.round(ms / cases / 60_000)]));
}

async function countLights(tx: Tx, { city, now }: Of): Promise<Supervision['total']> {
  const { rows } = await sql<Supervision['total']>`
    select count(*)::int as open, count(*) filter (where light = 'red')::int as red,
           count(*) filter (where light in ('yellow', 'caught-up'))::int as yellow,
           count(*) filter (where light = 'green')::int as green,
           count(*) filter (where unsigned)::int as unsigned, count(*) filter (where unheard)::int as unheard
    from (select ${lightIs(now)} as light, ${isMissed('sign', now)} as unsigned, ${isMissed('first-answer', now)} as unheard
          from need_case c where c.city = ${city} and c.over_at is null) open`.execute(tx);
  return rows[0] ?? { open: 0, red: 0, yellow: 0, green: 0, unsigned: 0, unheard: 0 };
}

async function countToday(tx: Tx, city: string, day: string): Promise<{ came: number; solved: number }> {
  const { rows } = await sql<{ came: number; solved: number }>`
    select count(*) filter (where ${onDay(sql.ref('c.started_at'), day)})::int as came,
           count(*) filter (where c.status = 'solved' and ${onDay(sql.ref('c.over_at'), day)})::int as solved
    from need_case c where c.city = ${city}`.execute(tx);
  return rows[0] ?? { came: 0, solved: 0 };
}

async function listPairs(tx: Tx, city: string): Promise<Supervision['pairs']> {
  const { rows } = await sql<{ from_id: string; from_name: string; to_id: string; to_name: string; cases: number }>`
    select f.id as from_id, f.name as from_name, t.id as to_id, t.name as to_name, count(distinct a.case_id)::int as cases
    from case_action a
    join organisation f on f.city = a.city and f.id = a.body_id
    join organisation t on t.city = a.city and t.id = (a.action ->> 'next')::uuid
    where a.city = ${city} and a.kind = 'handed-back'
    group by f.id, f.name, t.id, t.name having count(distinct a.case_id) >= 2
    order by cases desc, f.name, t.name limit ${mostPairs}`.execute(tx);
  return rows.map((row) => ({
    from: { id: row.from_id, name: row.from_name },
    to: { id: row.to_id, name: row.to_name },
    cases: row.cases,
  }));
}

async function namesOf(
  tx: Tx,
  of: Of & { readonly by: Grouping; readonly keys: readonly string[]; readonly language: Language },
): Promise<ReadonlyMap<string, string>> {
  if (of.by === 'list') return new Map(dutyLists.map((list) => [list, dutyListWords[list][of.language]]));
  if (of.keys.length === 0) return new Map();
  if (of.by === 'chain') return nameChains(tx, of);
  if (of.by === 'district') {
    const rows = await tx
      .selectFrom('region')
      .select(['code', 'name'])
      .where('code', 'in', [...of.keys])
      .execute();
    return new Map([['', unknownPlace[of.language]], ...rows.map(({ code, name }): [string, string] => [code, name])]);
  }
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', of.city)
    .where('id', 'in', [...of.keys])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const unknownPlace = { zh: '区市未知', en: 'District unknown' } as const;

async function nameChains(tx: Tx, { city, now, language }: Of & { readonly language: Language }) {
  const name = language === 'en' ? sql`coalesce(content ->> 'nameEn', content ->> 'name')` : sql`content ->> 'name'`;
  const { rows } = await sql<{ id: string; name: string }>`
    select chain_id as id, ${name} as name from chain_version
    where city = ${city} and state = 'published' and ${inForce(now)}`.execute(tx);
  return new Map([[noChain, outsideChains[language]], ...rows.map((row): [string, string] => [row.id, row.name])]);
}

async function hasChains(tx: Tx, { city, now }: Of): Promise<boolean> {
  const { rows } = await sql`
    select 1 from chain_version where city = ${city} and state = 'published' and ${inForce(now)} limit 1`.execute(tx);
  return rows.length > 0;
}

const inForce = (now: Date) =>
  sql`valid_from <= ${cityDay(now)}::date and (valid_to is null or ${cityDay(now)}::date < valid_to)`;

const outsideChains = { zh: '不在产业链上', en: 'In no chain' } as const;
