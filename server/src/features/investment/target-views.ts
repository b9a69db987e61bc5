import type { listGapTargets, listTargets } from '@zhitong/contract/investment/target-contract';
import { type TargetStatus, targetStatuses } from '@zhitong/domain/investment/target-stage';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { gapBook } from '#features/chains/public';
import { cityClock } from '#features/needs/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { containsPattern } from '#platform/search-text';
import { contextOf, type Viewer } from '#platform/viewer';
import { districtsOf } from './place-book.ts';
import { listFreePremises } from './premises-reading.ts';
import type { TargetDeps } from './target-deps.ts';
import { listTargetRows, targetRowOf } from './target-rows.ts';

export type TargetQuery = z.output<NonNullable<typeof listTargets.query>>;
type Reply = z.input<typeof listTargets.reply>;

export interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

/** What is due first at the top, with how many there are of each light and each stage. */
export function viewTargets(deps: TargetDeps, reading: Reading, query: TargetQuery): Promise<Reply> {
  const now = deps.effects.now();
  const { viewer, language } = reading;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const base = scopeOf(viewer, query);
    const where = sql`${base} and ${stageOf(query)} and ${lightOf(query, now)}`;
    const page = await readPage(tx, { deps, reading, now }, { where, ...query });
    const stages = await countStages(tx, base);
    return {
      ...page,
      ...{ total: await count(tx, where), lights: await countLights(tx, base, now), stages },
      ...{ districts: districtsOf(deps, viewer.city, language), asOf: now.toISOString() },
    };
  });
}

export function viewGapTargets(
  deps: TargetDeps,
  reading: Reading,
  { gap, limit }: { gap: string; limit: number },
): Promise<z.input<typeof listGapTargets.reply>> {
  const now = deps.effects.now();
  return inContext(deps.database, contextOf(reading.viewer), async (tx) => {
    const where = sql`t.city = ${reading.viewer.city} and t.status <> 'joined' and ${ofGap(gap)}`;
    const page = await readPage(tx, { deps, reading, now }, { where, limit, offset: 0 });
    const total = await count(tx, where);
    // a link that left the map keeps its targets
    if (total === 0 && !(await gapBook.find(tx, { city: reading.viewer.city, gap, day: cityDay(now) })))
      throw new Refusal('platform.not-found');
    return { ...page, total };
  });
}

async function readPage(
  tx: Tx,
  { deps, reading, now }: { deps: TargetDeps; reading: Reading; now: Date },
  { where, limit, offset }: { where: RawBuilder<unknown>; limit: number; offset: number },
): Promise<Pick<Reply, 'targets' | 'dayMinutes'>> {
  const { viewer, language } = reading;
  const day = cityDay(now);
  const rules = await cityClock.rules(tx, { city: viewer.city, day });
  const rows = await listTargetRows(tx, where, { day, limit, offset });
  const premises = rows.some(({ wish }) => wish !== null) ? await listFreePremises(tx, viewer.city) : [];
  const { calendar } = rules;
  return {
    targets: rows.map((row) => targetRowOf(row, { deps, language, calendar, premises, now })),
    dayMinutes: cityClock.minutesOfToday(rules, now),
  };
}

/** Everything of the filter but stage and light. */
export function scopeOf(
  { city, organisationId }: Viewer,
  { district, chain, gap, mine, q = '' }: Partial<Pick<TargetQuery, 'district' | 'chain' | 'gap' | 'mine' | 'q'>>,
): RawBuilder<unknown> {
  const conditions = [
    sql`t.city = ${city}`,
    mine && sql`(t.owner_body_id = ${organisationId}::uuid or ${organisationId}::uuid = any(t.participant_ids))`,
    district &&
      sql`exists (select 1 from organisation b where b.city = t.city and b.region = ${district}
        and (b.id = t.owner_body_id or b.id = any(t.participant_ids)))`,
    chain && sql`t.chain_id = ${chain}::uuid`,
    gap !== undefined && ofGap(gap),
    q !== '' &&
      sql`(t.firm_name ilike ${containsPattern(q)} or t.owner_name ilike ${containsPattern(q)}
        or t.owner_body_name ilike ${containsPattern(q)} or t.next ilike ${containsPattern(q)})`,
  ];
  return sql.join(
    conditions.flatMap((one) => (one ? [one] : [])),
    sql` and `,
  );
}

const ofGap = (gap: string) => sql`t.chain_id::text || ':' || t.product_id = ${gap}`;

function stageOf({ stage, over }: TargetQuery): RawBuilder<unknown> {
  if (stage) return sql`t.status = ${stage}`;
  if (over === 'any') return sql`true`;
  return over === 'over' ? sql`t.over_at is not null` : sql`t.over_at is null`;
}

function lightOf({ light }: TargetQuery, now: Date): RawBuilder<unknown> {
  return light ? sql`t.over_at is null and ${lightIs(now)} = ${light}` : sql`true`;
}

/** The light of an open row in SQL, the same as `targetLight`; a test compares the two. */
function lightIs(now: Date): RawBuilder<string> {
  return sql<string>`case when t.due_at is null then 'none' when t.due_at <= ${now} then 'red'
    when t.yellow_at <= ${now} then 'yellow' else 'green' end`;
}

async function count(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from investment_target t where ${where}`.execute(tx);
  return rows[0]?.total ?? 0;
}

async function countLights(tx: Tx, base: RawBuilder<unknown>, now: Date): Promise<Reply['lights']> {
  const { rows } = await sql<Reply['lights']>`
    select count(*) filter (where light = 'red')::int as red, count(*) filter (where light = 'yellow')::int as yellow,
           count(*) filter (where light = 'green')::int as green, count(*) filter (where light = 'none')::int as none
    from (select ${lightIs(now)} as light from investment_target t where ${base} and t.over_at is null) open`.execute(
    tx,
  );
  return rows[0] ?? { red: 0, yellow: 0, green: 0, none: 0 };
}

async function countStages(tx: Tx, base: RawBuilder<unknown>): Promise<Record<TargetStatus, number>> {
  const { rows } = await sql<{ status: string; count: number }>`
    select t.status, count(*)::int as count from investment_target t where ${base} group by t.status`.execute(tx);
  const counted = new Map(rows.map((row) => [row.status, row.count]));
  return Object.fromEntries(targetStatuses.map((status) => [status, counted.get(status) ?? 0])) as Record<
    TargetStatus,
    number
  >;
}
