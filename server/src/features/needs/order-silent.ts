import { cityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import { dutyAnswers } from '#features/directory/public';
import { recordAudits } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { addReaders, insertTasks } from './case-timer-store.ts';
import { fireInBatches, type OrderFiring, orderBatch } from './order-batch.ts';

interface SilentFirm {
  readonly caseId: string;
  readonly needId: string;
  readonly title: string;
  readonly list: string;
  readonly asker: string;
  readonly issuerId: string;
}

/**
 * A firm that was reminded and still does not say whether its order is struck off: the bureau has to call it. Marked in the transaction that
 * writes the task and the news, so that it happens once. The order stays on the books: only the firm takes it off. Answers how many.
 */
export function fireSilentFirms(firing: OrderFiring, isOver: () => boolean): Promise<number> {
  return fireInBatches(firing, { mark: markSilent, follow: giveTasks }, isOver);
}

/** What somebody who acts right now holds is left for the next look. */
async function markSilent(tx: Tx, { city, now }: { city: string; now: Date }): Promise<readonly SilentFirm[]> {
  const { rows } = await sql<SilentFirm>`
    with silent as materialized (
      select o.id from supervision_order o
      where o.city = ${city} and o.over_at is null and o.called_at is null and o.call_at <= ${now}
      order by o.call_at limit ${orderBatch} for update of o skip locked)
    update supervision_order o set called_at = ${now} from silent, need_case c
    where o.city = ${city} and o.id = silent.id and c.city = o.city and c.id = o.case_id
    returning o.case_id as "caseId", c.need_id as "needId", c.title, c.list, c.asker_name as asker, o.issuer_id as "issuerId"`.execute(
    tx,
  );
  return rows;
}

async function giveTasks(
  tx: Tx,
  { effects, city, now, due: silent }: { effects: Effects; city: string; now: Date; due: readonly SilentFirm[] },
): Promise<void> {
  if (silent.length === 0) return;
  const bureau = await dutyAnswers.bureau(tx, { city, day: cityDay(now) });
  if (bureau) {
    const whose = { bodyId: bureau.id, bodyName: bureau.name, personId: null, personName: null } as const;
    const tasks = silent.map(({ caseId }) => ({
      ...({ id: effects.newId(), caseId, kind: 'silent-firm', rung: 'bureau' } as const),
      ...whose,
    }));
    await insertTasks(tx, { city, at: now, tasks });
    await addReaders(tx, city, { readerId: bureau.id, caseIds: silent.map(({ caseId }) => caseId) });
  }
  const body = bureau?.name ?? '';
  await recordAudits(
    tx,
    effects,
    silent.map(({ caseId, asker }) => ({
      ...{ action: 'order.silent-firm', subject: { kind: 'case', id: caseId } },
      after: { asker, task: body },
    })),
  );
  await appendEvents(
    tx,
    silent.map(({ caseId, needId, title, list, asker, issuerId }) => ({
      ...{ city, id: effects.newId(), type: 'order.silent-firm' as const, subjectId: caseId, at: now },
      audience: [...new Set([issuerId, ...(bureau ? [bureau.id] : [])])],
      payload: { needId, title, list, asker, body },
    })),
  );
}
