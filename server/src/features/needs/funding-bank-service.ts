import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  type BankAnswer,
  decideBankAnswer,
  decideFundingTerms,
  type FundingTerms,
} from '@zhitong/domain/needs/funding';
import type { FundingDeclineCode } from '@zhitong/domain/needs/funding-codes';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { answerHelp } from './case-help-store.ts';
import { getCaseRules } from './case-rules.ts';
import { type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { tellAsker } from './funding-ending.ts';
import { declineAskRow, type FundingAsk, findAsk, insertOffer, lockAsks } from './funding-store.ts';

/** A bank offers, or changes what it offered. */
export function offerLoan(
  deps: CaseDeps,
  viewer: Viewer,
  { id, terms, note }: { id: string; terms: FundingTerms; note: string | undefined },
): Promise<void> {
  const at = deps.effects.now();
  return answering(deps, viewer, {
    id,
    answer: 'offer',
    at,
    write: async (tx, ask) => {
      decideFundingTerms(terms, cityDay(at));
      const offer = { id: deps.effects.newId(), terms, note: note?.trim() || null, personId: viewer.personId, at };
      await insertOffer(tx, ask, offer);
      await recordAudit(tx, deps.effects, {
        ...{ action: 'funding.offered', subject: { kind: 'funding', id } },
        ...{ before: { state: ask.state }, after: { state: 'offered', ...terms, note: offer.note } },
      });
      return { kind: 'bank-offered', at, helper: ask.bank.id };
    },
  });
}

/** A bank declines: with a reason, and with what would change it. */
export function declineLoan(
  deps: CaseDeps,
  viewer: Viewer,
  { id, code, change }: { id: string; code: FundingDeclineCode; change: string },
): Promise<void> {
  const at = deps.effects.now();
  const said = change.trim();
  if (said === '') throw new Refusal('funding.change-missing');
  return answering(deps, viewer, {
    id,
    answer: 'decline',
    at,
    write: async (tx, ask) => {
      await declineAskRow(tx, ask, { code, change: said, at });
      await recordAudit(tx, deps.effects, {
        ...{ action: 'funding.declined', subject: { kind: 'funding', id } },
        ...{ before: { state: ask.state }, after: { state: 'declined', code, change: said } },
      });
      return { kind: 'bank-declined', at, helper: ask.bank.id };
    },
  });
}

interface Answering {
  readonly id: string;
  readonly answer: BankAnswer;
  readonly at: Date;
  /** the bank’s own rows; answers with what it comes to in the case */
  readonly write: (tx: Tx, ask: FundingAsk) => Promise<CaseAction>;
}

/**
 * The bank writes its own rows in its own name. The case, which it may not see, is locked and written as the system: first the case,
 * then its asks, as everybody does who acts on both.
 */
function answering(deps: CaseDeps, viewer: Viewer, { id, answer, at, write }: Answering): Promise<void> {
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    const seen = await findAsk(tx, { city: viewer.city, id, bankId: viewer.organisationId });
    if (!seen) throw new Refusal('platform.not-found');
    const { found, ask } = await asSystem(tx, context, () => lockBoth(tx, seen));
    decideBankAnswer(ask.state, answer);
    const action = await write(tx, ask);
    if (ask.state !== 'open') return tellAsker(tx, deps.effects, { ask, type: 'funding.offer-changed', at });
    await asSystem(tx, context, () => writeAnswer(tx, deps, { found, ask, action, viewer, at }));
  });
}

async function lockBoth(tx: Tx, seen: FundingAsk): Promise<{ found: LockedCase; ask: FundingAsk }> {
  const { city, caseId, round } = seen;
  const found = await lockCase(tx, { city, id: caseId });
  const ask = (await lockAsks(tx, { city, caseId, round })).find(({ id }) => id === seen.id);
  if (!found || !ask) throw new Refusal('platform.not-found');
  return { found, ask };
}

/** The first answer ends the bank’s clock and stands in the history of the case. */
async function writeAnswer(
  tx: Tx,
  { effects }: CaseDeps,
  given: { found: LockedCase; ask: FundingAsk; action: CaseAction; viewer: Viewer; at: Date },
): Promise<void> {
  const { found, ask, action, viewer, at } = given;
  const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
  decideCaseAction(found.state, { side: 'helper', body: ask.bank.id }, action);
  await answerHelp(tx, { city: found.city, caseId: found.id }, { helperId: ask.bank.id, at });
  const person = { id: viewer.personId, name: viewer.personName };
  await writeDeed(
    tx,
    { effects, rules, found },
    { actions: [action], side: 'helper', person, body: ask.bank, text: null },
  );
}
