import type { CaseRow, listCases } from '@zhitong/contract/needs/case-contract';
import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { lightOfStanding, remainingOfStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { minutesOfDay } from '@zhitong/domain/needs/work-calendar';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { filtered, isPlain, type CaseQuery as Query } from './case-filter-sql.ts';
import { getCaseRules } from './case-rules.ts';

type Reply = z.input<typeof listCases.reply>;

/** What is due first at the top: of the body, of what it helps with, of the whole city for the bureau. */
export function viewCases({ database, effects }: CaseDeps, viewer: Viewer, query: Query): Promise<Reply> {
  const now = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
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
  if (who === 'help')
    return sql`c.city = ${city} and c.over_at is null and exists (select 1 from case_help h
      where h.city = c.city and h.case_id = c.id and h.helper_id = ${own} and h.answered_at is null)`;
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
    select count(*)::int as open, count(*) filter (where c.stopped_at is null and c.due_at < ${now})::int as red,
           count(*) filter (where case when c.stopped_at is null then c.due_at >= ${now} and c.yellow_at <= ${now} else c.late end)::int
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

export interface StoredCaseRow {
  id: string;
  need_id: string;
  list: string;
  class: string;
  title: string;
  asker_id: string;
  asker_name: string;
  asker_region: string | null;
  status: string;
  lead_id: string;
  lead_name: string;
  holder_name: string | null;
  lead_since: Date;
  started_at: Date;
  due_at: Date;
  due_certain: boolean;
  yellow_at: Date;
  sign_due_at: Date | null;
  stopped_at: Date | null;
  late: boolean;
  hand_backs: number;
  demo: boolean;
  matter: unknown;
}

export const caseColumns = sql`c.id, c.need_id, c.list, c.class, c.title, c.asker_id, c.asker_name, c.asker_region, c.status, c.lead_id,
  c.lead_name, c.holder_name, c.lead_since, c.started_at, c.due_at, c.due_certain, c.yellow_at, c.sign_due_at, c.stopped_at,
  c.late, c.hand_backs, c.demo,
  (select jsonb_build_object('id', d.id, 'number', d.number, 'title', d.title) from duty d
   where d.city = c.city and d.id = c.duty_id) as matter`;

async function listRows(
  tx: Tx,
  { where, limit, offset }: { where: RawBuilder<unknown>; limit: number; offset: number },
): Promise<readonly StoredCaseRow[]> {
  const { rows } = await sql<StoredCaseRow>`
    select ${caseColumns} from need_case c where ${where}
    order by (c.stopped_at is not null), c.due_at, c.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

export function caseRowOf(row: StoredCaseRow, rules: CaseRules, now: Date): CaseRow {
  const standing = { dueAt: row.due_at, yellowAt: row.yellow_at, stoppedAt: row.stopped_at, late: row.late };
  const status = wordColumn<CaseStatus>(row.status);
  return {
    ...{
      id: row.id,
      need: { id: row.need_id },
      list: wordColumn<DutyList>(row.list),
      class: wordColumn<DutyClass>(row.class),
    },
    ...{ title: row.title, status, light: lightOfStanding({ ...standing, status }, now) },
    asker: { id: row.asker_id, name: row.asker_name, region: row.asker_region },
    ...{ lead: { id: row.lead_id, name: row.lead_name }, holder: row.holder_name },
    ...{ since: row.lead_since.toISOString(), start: row.started_at.toISOString(), due: row.due_at.toISOString() },
    ...{ dueCertain: row.due_certain, remainingMinutes: wholeMinutes(remainingOfStanding(standing, rules, now)) },
    ...{ signDue: row.sign_due_at?.toISOString() ?? null, handBacks: row.hand_backs },
    matter: jsonColumn<CaseRow['matter']>(row.matter),
    demo: row.demo,
  };
}

/** What a working day is worth today: minutes left are told as days by it. */
export function minutesOfToday({ calendar }: CaseRules, now: Date): number {
  return Math.max(1, minutesOfDay(calendar, cityDay(now)));
}

/** A started minute that is left is still a minute; one that is over is over. */
export function wholeMinutes(ms: number): number {
  return ms >= 0 ? Math.ceil(ms / 60_000) : Math.floor(ms / 60_000);
}
