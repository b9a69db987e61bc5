import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { caseState } from '@zhitong/domain/needs/case-history';
import type { CasePlacing } from '@zhitong/domain/needs/case-placing';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { caseStanding } from '@zhitong/domain/needs/case-standing';
import { givenTerms } from '@zhitong/domain/needs/case-terms';
import { caseTimers } from '@zhitong/domain/needs/case-timers';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { LoanWish } from '@zhitong/domain/needs/loan-wish';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { planTimers } from './case-help-store.ts';
import { getCaseRules } from './case-rules.ts';
import { type CaseHolder, insertActions, insertCase } from './case-store.ts';

export interface OpenedCase {
  readonly city: string;
  readonly needId: string;
  readonly asker: { readonly id: string; readonly name: string; readonly region: string | null };
  readonly person: { readonly id: string; readonly name: string };
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly dutyId: string | null;
  readonly candidates: readonly ProposedMatter[];
  readonly text: string;
  readonly holder: CaseHolder;
  /** of a matter that districts handle */
  readonly placing?: CasePlacing | undefined;
  /** the firm named the body, and no matter */
  readonly chosen?: true | undefined;
  /** organisations that read it besides the firm and the body in charge */
  readonly alsoReads?: readonly string[];
  /** of a funding need */
  readonly loan?: LoanWish | null;
  readonly demo: boolean;
  readonly at: Date;
}

/** A need becomes a case in its own transaction: from this instant on the clock runs, and one body answers for it. */
export async function openCase(tx: Tx, effects: Effects, given: OpenedCase): Promise<{ id: string }> {
  const { city, needId, asker, list, holder, at } = given;
  const rules = await getCaseRules(tx, { city, day: cityDay(at) });
  const terms = givenTerms(rules, { list, class: given.class, at });
  const { placing, chosen } = given;
  const running = list === 'sourcing' && ({ running: true } as const);
  const first: CaseAction = {
    kind: 'submitted',
    at,
    next: holder.body.id,
    ...(placing && { placing }),
    ...(chosen && { chosen }),
    ...running,
  };
  const state = caseState([first]);
  const standing = caseStanding(state, terms, rules);
  const id = effects.newId();
  const readers = [...new Set([asker.id, holder.body.id, ...(given.alsoReads ?? [])])];
  const title = caseTitle(given.text);
  await insertCase(tx, {
    ...{ city, id, needId, asker, askerRegion: asker.region, list, class: given.class, dutyId: given.dutyId },
    ...{ candidates: given.candidates, title, text: given.text, holder, startedAt: at, state, standing, readers },
    ...{ allowanceMs: terms.allowanceMs, penaltyMs: terms.penaltyMs, demo: given.demo, loan: given.loan ?? null },
  });
  const { person } = given;
  const done = { seq: 1, action: first, side: 'firm' as const, person, body: asker, text: null };
  await insertActions(tx, { city, id }, [done]);
  await planTimers(tx, { city, caseId: id }, { round: 1, timers: caseTimers(state, terms, rules) });
  await recordAudit(tx, effects, {
    ...{ action: 'case.submitted', subject: { kind: 'case', id } },
    after: { list, class: given.class, lead: holder.body.name, text: given.text },
  });
  // of a sourcing need the firm is told by the need itself
  const told = list === 'sourcing' ? readers.filter((reader) => reader !== asker.id) : readers;
  const payload = { needId, title, list, kind: 'submitted', by: asker.name, lead: holder.body.name };
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'case.acted', subjectId: id, audience: told },
      ...{ actorId: person.id, payload, at },
    },
  ]);
  return { id };
}
