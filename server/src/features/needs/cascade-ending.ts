import { openRings } from '@zhitong/domain/needs/cascade-account';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { findCascade, listAsked } from './cascade-reading.ts';
import { insertReceipts, type Receipt } from './cascade-receipt-store.ts';
import { markCascadeTimer, planCascadeTimers, updateCascade } from './cascade-store.ts';
import { receiptHead, suppliersIn } from './cascade-suppliers.ts';
import { timesOf } from './cascade-times.ts';
import { findCaseOfNeed } from './case-store.ts';
import { addReaders, insertTasks } from './case-timer-store.ts';
import { findNeed, type NeedAt } from './need-store.ts';

/** The need ended: the ring it had reached leaves its receipt, and nothing falls due any more. */
export async function endCascade(
  tx: Tx,
  { city, id: needId }: NeedAt,
  { closedBy, at }: { closedBy: 'chosen' | 'withdrawn' | 'expired'; at: Date },
): Promise<void> {
  await asSystem(tx, enteredContext(tx), async () => {
    const cascade = await findCascade(tx, { city, needId });
    if (!cascade || cascade.endedAt !== null) return;
    const asked = await listAsked(tx, cascade);
    const need = await findNeed(tx, { city, id: needId });
    if (!need) throw new Error(`a cascade without a need: ${needId}`);
    const times = await timesOf(tx, { need, at });
    const receipts = openRings(cascade).map((ring): Receipt => {
      const suppliers = suppliersIn(asked, { ring, from: cascade.ringSince, until: at, times });
      return { ...receiptHead(cascade, { ring, until: at }), closedBy, hand: null, suppliers };
    });
    await insertReceipts(tx, receipts);
    await updateCascade(tx, { ...cascade, endedAt: at });
    if (closedBy === 'expired') await markCascadeTimer(tx, cascade, { kind: 'expiry', at });
    await planCascadeTimers(tx, cascade, { timers: [], now: at });
  });
}

/** Nobody is left to be asked: the firm is told, and the bureau, which answers for the need, gets a task. Runs as the system. */
export async function endExhausted(
  tx: Tx,
  effects: Effects,
  { need, at }: { need: PublishedNeed; at: Date },
): Promise<void> {
  const { city, id: needId } = need;
  const caseId = await findCaseOfNeed(tx, { city, needId });
  const bureau = await dutyAnswers.bureau(tx, { city, day: cityDay(at) });
  if (caseId !== undefined && bureau) {
    const whose = { bodyId: bureau.id, bodyName: bureau.name, personId: null, personName: null };
    await insertTasks(tx, {
      city,
      at,
      tasks: [{ id: effects.newId(), caseId, kind: 'exhausted', rung: 'bureau', ...whose }],
    });
    await addReaders(tx, city, { readerId: bureau.id, caseIds: [caseId] });
  }
  await recordAudit(tx, effects, {
    action: 'cascade.exhausted',
    subject: { kind: 'need', id: needId },
    after: { task: bureau?.name ?? null },
  });
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'cascade.exhausted', subjectId: needId, at },
      audience: [...new Set([need.organisationId, ...(bureau ? [bureau.id] : [])])],
      payload: { ...subjectFacts(need), needId, title: caseTitle(need.text), body: bureau?.name ?? '' },
    },
  ]);
}
