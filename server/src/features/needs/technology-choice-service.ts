import { decideChoice, derivedPassing, type PassedOverCode } from '@zhitong/domain/needs/answer-choice';
import { type CaseAction, isCaseOver } from '@zhitong/domain/needs/case-action';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { getCaseRules } from './case-rules.ts';
import { findCaseOfNeed, type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { listAnswers, markChosen, markPassedOver, type StoredAnswer } from './technology-choice-store.ts';
import { lockSheetAsks, type SheetAsk } from './technology-store.ts';
import { tellBodies, tellPassedOver } from './technology-telling.ts';

interface Choice {
  readonly needId: string;
  readonly answerId: string;
  /** undefined: what each answer is itself worse in */
  readonly reason: PassedOverCode | undefined;
}

/** The firm takes one answer. Of two people who take one at once, the second reads that one is taken. */
export function takeAnswer(deps: CaseDeps, viewer: Viewer, choice: Choice): Promise<SheetAsk['body']> {
  const { effects } = deps;
  const at = effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockTechnology(tx, viewer, choice.needId);
    const { city, id: caseId, state } = found;
    const asks = await lockSheetAsks(tx, { city, caseId });
    const answers = await listAnswers(
      tx,
      city,
      asks.map(({ id }) => id),
    );
    const answer = answers.find(({ id }) => id === choice.answerId);
    const taken = asks.find(({ id }) => id === answer?.askId);
    if (!answer || !taken) throw new Refusal('platform.not-found');
    const chosen = asks.find(({ chosenAt }) => chosenAt !== null)?.body.id ?? null;
    decideChoice(answer, { isAnswered: state.status === 'answered', isOver: isCaseOver(state.status), chosen });
    const action: CaseAction = { kind: 'answer-taken', at, helper: taken.body.id };
    decideCaseAction(state, { side: 'firm', body: null }, action);
    const rules = await getCaseRules(tx, { city, day: cityDay(at) });
    const person = { id: viewer.personId, name: viewer.personName };
    const deed = { actions: [action], side: 'firm' as const, person, body: found.asker, text: null };
    await writeDeed(tx, { effects, rules, found }, deed);
    await settle(tx, deps, { asks, answers, answer, taken, reason: choice.reason, at });
    return taken.body;
  });
}

async function lockTechnology(tx: Tx, { city, organisationId }: Viewer, needId: string): Promise<LockedCase> {
  const id = await findCaseOfNeed(tx, { city, needId });
  const found = id === undefined ? undefined : await lockCase(tx, { city, id });
  if (!found || found.asker.id !== organisationId) throw new Refusal('platform.not-found');
  if (found.list !== 'technology') throw new Refusal('technology.not-technology');
  return found;
}

interface Settling {
  readonly asks: readonly SheetAsk[];
  readonly answers: readonly StoredAnswer[];
  readonly answer: StoredAnswer;
  readonly taken: SheetAsk;
  readonly reason: PassedOverCode | undefined;
  readonly at: Date;
}

/** Whoever gave the answer is told, the body in charge by the case; everybody else who has the sheet reads a reason of its own. */
async function settle(tx: Tx, { effects }: CaseDeps, settling: Settling): Promise<void> {
  const { asks, answers, answer, taken, reason, at } = settling;
  await markChosen(tx, taken, { answerId: answer.id, at });
  await tellBodies(tx, effects, { asks: [taken], type: 'technology.chosen', at });
  await recordAudit(tx, effects, {
    ...{ action: 'technology.chosen', subject: { kind: 'technology', id: taken.id } },
    ...{ before: { state: 'answered' }, after: { state: 'chosen', body: taken.body.name, answer: answer.id } },
  });
  for (const ask of asks.filter(({ id }) => id !== taken.id)) {
    const own = answers.find(({ askId, isReplaced }) => askId === ask.id && !isReplaced)?.items ?? null;
    const code = own === null ? 'settled' : (reason ?? derivedPassing(own, answer.items));
    await markPassedOver(tx, ask, { code, at });
    await tellPassedOver(tx, effects, { ask, code, at });
  }
}
