import { type CaseAction, type CaseSide, isCaseOver } from '@zhitong/domain/needs/case-action';
import { afterCaseAction, type CaseState, currentRound } from '@zhitong/domain/needs/case-history';
import type { CaseMarkKind } from '@zhitong/domain/needs/case-mark';
import { caseStanding } from '@zhitong/domain/needs/case-standing';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { caseTimers } from '@zhitong/domain/needs/case-timers';
import { startOfCityDay } from '@zhitong/domain/needs/city-day';
import { recordAudit } from '#platform/audit-log';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { closeMarkTasks, closeTasks, planTimers } from './case-help-store.ts';
import { type CaseHolder, insertActions, type LockedCase, updateCase } from './case-store.ts';
import { endAsks } from './funding-ending.ts';
import { followOrder } from './order-following.ts';
import { insertRating } from './rating-store.ts';
import { followTechnology } from './technology-telling.ts';

/** What happened to a case at one instant, decided by the domain, and who did it. */
export interface CaseDeed {
  readonly actions: readonly CaseAction[];
  readonly side: CaseSide;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly text: string | null;
  /** who has it from now on; undefined: whoever has it */
  readonly holder?: CaseHolder | undefined;
  readonly dutyId?: string | undefined;
  /** may read it from now on */
  readonly alsoReads?: readonly string[] | undefined;
  /** the coded reason, for the trail */
  readonly reason?: string | undefined;
}

/** Writes a deed: its actions, the new standing of the case, what falls due, its line of the trail, and the news to all its readers. */
export async function writeDeed(
  tx: Tx,
  { effects, rules, found }: { effects: Effects; rules: CaseRules; found: LockedCase },
  deed: CaseDeed,
): Promise<LockedCase> {
  const { city, id } = found;
  const state = deed.actions.reduce((before, action) => afterCaseAction(before, action), found.state);
  const seq = found.seq + deed.actions.length;
  const readers = [...new Set([...found.readers, ...(deed.alsoReads ?? []), deed.holder?.body.id ?? found.lead.id])];
  const terms = { calendar: rules.calendar, allowanceMs: found.allowanceMs, penaltyMs: found.penaltyMs };
  const standing = caseStanding(state, terms, rules);
  const at = deed.actions.at(-1)?.at ?? effects.now();
  const overAt = isCaseOver(state.status) ? at : null;
  await updateCase(tx, found, {
    ...{ state, standing, seq, readers, overAt, holder: deed.holder, dutyId: deed.dutyId },
  });
  await insertActions(tx, found, doneActions(found, deed));
  const timers = caseTimers(state, terms, rules);
  await planTimers(tx, { city, caseId: id }, { round: state.rounds.length, timers });
  if (standing.stoppedAt !== null || overAt !== null) await closeTasks(tx, { city, caseId: id }, at);
  await closeMarkTasks(tx, { city, caseId: id }, { at, marks: metMarks(found.state, state) });
  const after: LockedCase = {
    ...{ ...found, state, seq, readers, lead: deed.holder?.body ?? found.lead },
    ...(deed.dutyId !== undefined && { dutyId: deed.dutyId }),
  };
  await openRating(tx, after, { id: effects.newId(), at });
  await tell(tx, effects, { before: found, after, deed });
  if (after.list === 'technology')
    await followTechnology(tx, effects, { before: found, after, at: toldAt(deed.actions.at(-1)) ?? at });
  await followOrder(tx, { effects, rules, after, at });
  if (overAt !== null && after.list === 'funding') await endAsks(tx, effects, { found: after, at });
  return after;
}

/** A case that moved has a new signature to wait for: the task about the old one is over, too. */
function metMarks(before: CaseState, after: CaseState): readonly CaseMarkKind[] {
  const moved = after.leadSince.getTime() !== before.leadSince.getTime();
  return [
    ...(after.status !== 'waiting' || moved ? (['sign'] as const) : []),
    ...(currentRound(after).heardAt !== null ? (['first-answer'] as const) : []),
  ];
}

/** When others are told that something was done: of what must not tell its minute, with the day alone. */
function toldAt(action: CaseAction | undefined): Date | undefined {
  if (action?.kind === 'reopened' && action.because) return startOfCityDay(action.at);
  return action?.at;
}

/** The firm grades how its request was handled, solved or not; a sourcing need ends by its own choice. */
async function openRating(tx: Tx, after: LockedCase, { id, at }: { id: string; at: Date }): Promise<void> {
  const { city, needId, asker, lead, list, state } = after;
  if (list === 'sourcing' || (state.status !== 'solved' && state.status !== 'unsolved')) return;
  const of = { caseId: after.id, needId, round: state.rounds.length, askerId: asker.id, body: lead };
  // a grade is between the firm and the platform: whoever closes a case reads and writes none
  await asSystem(tx, enteredContext(tx), () => insertRating(tx, { city, id, ...of, at }));
}

/** What follows from a hand-back at the same instant is the platform's own doing. */
function doneActions({ seq }: LockedCase, { actions, side, person, body, text }: CaseDeed) {
  return actions.map((action, at) =>
    at === 0
      ? { seq: seq + 1, action, side, person, body, text }
      : { ...{ seq: seq + 1 + at, action, side: 'system' as const }, person: null, body: null, text: null },
  );
}

async function tell(
  tx: Tx,
  effects: Effects,
  { before, after, deed }: { before: LockedCase; after: LockedCase; deed: CaseDeed },
): Promise<void> {
  const { city, id, needId, title, list } = after;
  await recordAudit(tx, effects, {
    ...{ action: `case.${deed.actions[0]?.kind ?? 'changed'}`, subject: { kind: 'case', id } },
    before: { status: before.state.status, lead: before.lead.name },
    after: { status: after.state.status, lead: after.lead.name, reason: deed.reason ?? null, text: deed.text },
  });
  await appendEvents(
    tx,
    deed.actions.map((action) => ({
      ...{ city, id: effects.newId(), type: 'case.acted' as const, subjectId: id, audience: after.readers },
      ...{ actorId: deed.person?.id, at: toldAt(action) ?? action.at },
      payload: {
        ...{ needId, title, list, kind: action.kind, by: deed.body?.name ?? '', lead: after.lead.name },
        ...('code' in action ? { code: action.code } : {}),
        ...('because' in action ? { because: action.because } : {}),
      },
    })),
  );
}
