import type { CaseMarkKind } from '@zhitong/domain/needs/case-mark';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Of {
  readonly city: string;
  readonly caseId: string;
}

export async function insertHelp(
  tx: Tx,
  { city, caseId }: Of,
  help: { helper: { id: string; name: string }; askedAt: Date; question: string; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('case_help')
    .values({
      ...{ city, case_id: caseId, helper_id: help.helper.id, helper_name: help.helper.name },
      ...{ asked_at: help.askedAt, question: help.question, due_at: help.dueAt, answered_at: null },
    })
    .execute();
}

export async function answerHelp(tx: Tx, { city, caseId }: Of, by: { helperId: string; at: Date }): Promise<void> {
  await tx
    .updateTable('case_help')
    .set({ answered_at: by.at })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('helper_id', '=', by.helperId)
    .where('answered_at', 'is', null)
    .execute();
}

export interface PlannedTimer {
  readonly kind: string;
  readonly dueAt: Date;
}

/**
 * What falls due in the current round from now on. What has fired stays fired; what no longer falls due is put off for ever: a rung
 * of a round is a row, and a row fires once.
 */
export async function planTimers(
  tx: Tx,
  { city, caseId }: Of,
  { round, timers }: { round: number; timers: readonly PlannedTimer[] },
): Promise<void> {
  const dues = JSON.stringify(timers.map(({ kind, dueAt }) => ({ kind, due: dueAt })));
  await sql`
    with planned as (select kind, due from jsonb_to_recordset(${dues}::jsonb) as t(kind text, due timestamptz)),
    off as (
      update case_timer set due_at = 'infinity'
      where city = ${city} and case_id = ${caseId} and fired_at is null
        and not (round = ${round} and kind in (select kind from planned)))
    insert into case_timer (city, case_id, round, kind, due_at)
    select ${city}, ${caseId}, ${round}, kind, due from planned
    on conflict (city, case_id, round, kind) do update set due_at = excluded.due_at where case_timer.fired_at is null`.execute(
    tx,
  );
}

/** Nobody has to see to a case any more that was answered or is over; what an order still asks for stays. */
export async function closeTasks(tx: Tx, { city, caseId }: Of, at: Date): Promise<void> {
  await tx
    .updateTable('case_task')
    .set({ closed_at: at })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('kind', '<>', 'silent-firm')
    .where('closed_at', 'is', null)
    .execute();
}

/** A mark that is owed no more needs nobody to see to it. */
export async function closeMarkTasks(
  tx: Tx,
  { city, caseId }: Of,
  { at, marks }: { at: Date; marks: readonly CaseMarkKind[] },
): Promise<void> {
  if (marks.length === 0) return;
  await tx
    .updateTable('case_task')
    .set({ closed_at: at })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('mark', 'in', [...marks])
    .where('closed_at', 'is', null)
    .execute();
}
