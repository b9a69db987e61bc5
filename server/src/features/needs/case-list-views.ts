import type { listCases } from '@zhitong/contract/needs/case-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { filtered, isPlain, type CaseQuery as Query } from './case-filter-sql.ts';
import { viewHelped } from './case-help-views.ts';
import { caseColumns, caseRowOf, minutesOfToday, type StoredCaseRow } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';

type Reply = z.input<typeof listCases.reply>;

/** What is due first at the top: of the body, of what it helps with, of the whole city for the bureau. */
export function viewCases({ database, effects }: CaseDeps, viewer: Viewer, query: Query): Promise<Reply> {
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
    if (query.who === 'help') return viewHelped(tx, { viewer, query, rules, now });
    const scope = scopeOf(viewer, query);
    const where = sql`${scope} ${filtered(query, now, viewer)}`;
    const rows = await listRows(tx, { where, limit: query.limit, offset: query.offset });
    const counts = await countLights(tx, { scope, where: isPlain(query) ? undefined : where, now });
    return {
      ...counts,
      cases: rows.map((row) => caseRowOf(row, rules, now)),
      ...{ dayMinutes: minutesOfToday(rules, now), asOf: now.toISOString() },
    };
  });
}

/** Whose cases: the database shows no others anyway. */
function scopeOf({ city, role, organisationId, personId }: Viewer, { who }: Query): RawBuilder<unknown> {
  const own = sql`${organisationId}::uuid`;
  if (who === 'done')
    return sql`c.city = ${city} and c.asker_id <> ${own} and ${own} = any(c.reader_ids)
      and (c.over_at is not null or c.lead_id <> ${own})`;
  if (who === 'mine') return sql`c.city = ${city} and c.lead_id = ${own} and c.holder_id = ${personId}::uuid`;
  return role === 'operator' ? sql`c.city = ${city}` : sql`c.city = ${city} and c.lead_id = ${own}`;
}

/**
 * The figures of the lights, in one reading of an index that holds all it asks: what is red or yellow is compared instant by instant, as
 * `lightIs` says it, without writing a word for each row; green is the rest.
 */
async function countLights(
  tx: Tx,
  { scope, where, now }: { scope: RawBuilder<unknown>; where: RawBuilder<unknown> | undefined; now: Date },
): Promise<Pick<Reply, 'total' | 'lights' | 'nextDue'>> {
  const { rows } = await sql<{ open: number; red: number; yellow: number; next: Date | null }>`
    select count(*)::int as open, count(*) filter (where c.stopped_at is null and coalesce(c.red_at, c.due_at) < ${now})::int as red,
           count(*) filter (where case when c.stopped_at is null then coalesce(c.red_at, c.due_at) >= ${now} and c.yellow_at <= ${now} else c.late end)::int
             as yellow,
           min(c.due_at) filter (where c.stopped_at is null and c.due_at > ${now}) as next
    from need_case c where ${scope} and c.over_at is null`.execute(tx);
  const { open, next, red, yellow } = rows[0] ?? { open: 0, red: 0, yellow: 0, next: null };
  const total = where ? await countAll(tx, where) : open;
  return { total, lights: { red, yellow, green: open - red - yellow }, nextDue: next?.toISOString() ?? null };
}

async function countAll(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from need_case c where ${where}`.execute(
    tx,
  );
  return rows[0]?.total ?? 0;
}

async function listRows(
  tx: Tx,
  { where, limit, offset }: { where: RawBuilder<unknown>; limit: number; offset: number },
): Promise<readonly StoredCaseRow[]> {
  const { rows } = await sql<StoredCaseRow>`
    select ${caseColumns} from need_case c where ${where}
    order by (c.stopped_at is not null), c.due_at, c.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}
