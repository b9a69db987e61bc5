import type { CaseMarkKind } from '@zhitong/domain/needs/case-mark';
import type { CaseTaskKind } from '@zhitong/domain/needs/case-rung-words';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** A timer that is due, with the case as it stands and the people its rung may be for. Locked until the transaction ends. */
export interface DueTimer {
  readonly caseId: string;
  readonly round: number;
  readonly kind: string;
  readonly needId: string;
  readonly title: string;
  readonly list: string;
  readonly leadId: string;
  readonly leadName: string;
  readonly readers: readonly string[];
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly headId: string | null;
  readonly headName: string | null;
}

/** Timers that fell due, the longest due first. What another node or somebody who acts right now holds is left for the next look. */
export async function lockDueTimers(
  tx: Tx,
  { city, now, day, limit }: { city: string; now: Date; day: string; limit: number },
): Promise<readonly DueTimer[]> {
  const held = (of: string) =>
    sql`${sql.ref(`${of}.valid_from`)} <= ${day}::date and (${sql.ref(`${of}.valid_to`)} is null or ${sql.ref(`${of}.valid_to`)} > ${day}::date)`;
  const { rows } = await sql<DueTimer>`
    with due as materialized (
      select t.case_id, t.round, t.kind, t.due_at, c.need_id, c.title, c.list, c.lead_id, c.lead_name, c.reader_ids, c.holder_id,
             c.holder_name, c.duty_id
      from case_timer t join need_case c on c.city = t.city and c.id = t.case_id
      where t.city = ${city} and t.fired_at is null and t.due_at <= ${now}
      order by t.due_at limit ${limit} for update of t, c skip locked)
    select due.case_id as "caseId", due.round, due.kind, due.need_id as "needId", due.title, due.list, due.lead_id as "leadId",
           due.lead_name as "leadName", due.reader_ids as "readers", due.holder_id as "holderId",
           due.holder_name as "holderName", deputy.id as "deputyId", deputy.name as "deputyName", head.id as "headId",
           head.name as "headName"
    from due
    left join lateral (
      select n.id, n.name from duty_term dt
      join post p on p.city = dt.city and p.id = dt.deputy_post_id
      join person n on n.city = p.city and n.id = p.person_id
      where dt.city = ${city} and dt.duty_id = due.duty_id and ${held('dt')} limit 1) deputy on true
    left join lateral (
      select n.id, n.name from post p join person n on n.city = p.city and n.id = p.person_id
      where p.city = ${city} and p.organisation_id = due.lead_id and p.role = 'manager' and ${held('p')}
      order by p.valid_from, p.id limit 1) head on true
    order by due.due_at, due.case_id, due.kind`.execute(tx);
  return rows;
}

export async function markFired(tx: Tx, city: string, fired: { at: Date; timers: readonly DueTimer[] }): Promise<void> {
  const keys = JSON.stringify(fired.timers.map(({ caseId, round, kind }) => ({ caseId, round, kind })));
  await sql`
    update case_timer t set fired_at = ${fired.at}
    from jsonb_to_recordset(${keys}::jsonb) as f("caseId" uuid, round integer, kind text)
    where t.city = ${city} and t.case_id = f."caseId" and t.round = f.round and t.kind = f.kind`.execute(tx);
}

export interface NewTask {
  readonly id: string;
  readonly caseId: string;
  readonly kind: CaseTaskKind;
  readonly rung: string;
  /** null: about the due instant */
  readonly mark?: CaseMarkKind | null;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly personId: string | null;
  readonly personName: string | null;
}

export async function insertTasks(
  tx: Tx,
  { city, at, tasks }: { city: string; at: Date; tasks: readonly NewTask[] },
): Promise<void> {
  if (tasks.length === 0) return;
  await tx
    .insertInto('case_task')
    .values(
      tasks.map((task) => ({
        ...{ city, id: task.id, case_id: task.caseId, kind: task.kind, rung: task.rung, mark: task.mark ?? null },
        ...{
          body_id: task.bodyId,
          body_name: task.bodyName,
          person_id: task.personId,
          person_name: task.personName,
          at,
        },
      })),
    )
    .execute();
}

/** Whoever has to see to a case may read it from now on. */
export async function addReaders(
  tx: Tx,
  city: string,
  { readerId, caseIds }: { readerId: string; caseIds: readonly string[] },
): Promise<void> {
  if (caseIds.length === 0) return;
  await sql`
    update need_case set reader_ids = array_append(reader_ids, ${readerId}::uuid)
    where city = ${city} and id = any(${`{${caseIds.join(',')}}`}::uuid[]) and not (${readerId}::uuid = any(reader_ids))`.execute(
    tx,
  );
}

/** The office of the city’s chain chiefs: where the first of its people is. */
export async function findChiefOffice(
  tx: Tx,
  { city, day }: { city: string; day: string },
): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from post p join organisation o on o.city = p.city and o.id = p.organisation_id
    where p.city = ${city} and p.role = 'chief-office' and p.valid_from <= ${day}::date
      and (p.valid_to is null or p.valid_to > ${day}::date)
    order by p.valid_from, p.id limit 1`.execute(tx);
  return rows[0];
}
