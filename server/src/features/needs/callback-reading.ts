import { type CallbackOutcome, callbackOutcomes } from '@zhitong/domain/needs/callback';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

const mostClosed = 20_000;

export interface CallbackNote {
  readonly outcome: CallbackOutcome;
  readonly said: string | null;
  readonly by: string;
  readonly at: Date;
}

/** The last call about each of these cases in the sample of a day. */
export async function listLastNotes(
  tx: Tx,
  { city, day, caseIds }: { city: string; day: string; caseIds: readonly string[] },
): Promise<ReadonlyMap<string, CallbackNote>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ caseId: string; outcome: string; said: string | null; by: string; at: Date }>`
    select distinct on (case_id) case_id as "caseId", outcome, said, person_name as by, at from callback_note
    where city = ${city} and day = ${day}::date and case_id = any(${`{${caseIds.join(',')}}`}::uuid[])
    order by case_id, at desc, id desc`.execute(tx);
  return new Map(rows.map(({ caseId, ...row }) => [caseId, { ...row, outcome: outcomeOf(row.outcome) }]));
}

function outcomeOf(text: string): CallbackOutcome {
  const known = callbackOutcomes.find((outcome) => outcome === text);
  if (!known) throw new Error(`an outcome of a call-back that is none: ${text}`);
  return known;
}

/**
 * Cases that came to an end on a day of the city; what the seed of the day draws from. Asked of what was done, which stays: a case that
 * is taken up again later was still closed on that day, and the sample can be drawn again for ever.
 */
export async function listClosedOn(
  tx: Tx,
  { city, start, end }: { city: string; start: Date; end: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.case_id as id from case_action a join need_case c on c.city = a.city and c.id = a.case_id
    where a.city = ${city} and a.kind in ('confirmed', 'closed') and a.at >= ${start} and a.at < ${end} and c.list <> 'sourcing'
    order by a.case_id limit ${mostClosed}`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function findLastClosing(
  tx: Tx,
  { city, before }: { city: string; before: Date },
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select a.at from case_action a join need_case c on c.city = a.city and c.id = a.case_id
    where a.city = ${city} and a.kind in ('confirmed', 'closed') and a.at < ${before} and c.list <> 'sourcing'
    order by a.at desc limit 1`.execute(tx);
  return rows[0]?.at;
}

export interface DrawnCase {
  readonly id: string;
  readonly needId: string;
  readonly title: string;
  readonly asker: string;
  readonly askerId: string;
  readonly lead: string;
  readonly leadId: string;
  readonly status: string;
  readonly closedAt: Date;
}

/** With when each was closed on that day, and how it stands now. */
export async function listDrawnCases(
  tx: Tx,
  { city, ids, start, end }: { city: string; ids: readonly string[]; start: Date; end: Date },
): Promise<readonly DrawnCase[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<DrawnCase>`
    select c.id, c.need_id as "needId", c.title, c.asker_name as asker, c.asker_id as "askerId", c.lead_name as lead,
           c.lead_id as "leadId", c.status, max(a.at) as "closedAt"
    from need_case c join case_action a on a.city = c.city and a.case_id = c.id
    where c.city = ${city} and c.id = any(${`{${ids.join(',')}}`}::uuid[])
      and a.kind in ('confirmed', 'closed') and a.at >= ${start} and a.at < ${end}
    group by c.city, c.id order by "closedAt", c.id`.execute(tx);
  return rows;
}
