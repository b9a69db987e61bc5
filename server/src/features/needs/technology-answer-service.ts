import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { decideAnswering } from '@zhitong/domain/needs/answer-choice';
import { type CaseAction, type CaseSide, isCaseOver } from '@zhitong/domain/needs/case-action';
import { decideCaseAction } from '@zhitong/domain/needs/case-decision';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  decideTaking,
  decideTargetAnswers,
  isWholeAnswer,
  type TargetAnswer,
} from '@zhitong/domain/needs/target-answer';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { holderIn, refuseFirm } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import { answerHelp } from './case-help-store.ts';
import { getCaseRules } from './case-rules.ts';
import { type CaseHolder, type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { findSheet } from './technology-sheet-reading.ts';
import {
  attachAnswerFiles,
  findSheetAsk,
  insertSheetAnswer,
  lockSheetAsks,
  markTaken,
  type SheetAsk,
} from './technology-store.ts';
import { tellFirm } from './technology-telling.ts';

/** A centre takes the case over: it answers for it from this instant on, and the clock runs on as it did. */
export function takeOver(deps: CaseDeps, viewer: Viewer, id: string): Promise<void> {
  const at = deps.effects.now();
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    await refuseFirm(tx, viewer);
    const seen = await getAsk(tx, viewer, id);
    const kind = await kindOf(tx, seen);
    await asSystem(tx, context, async () => {
      const { found, ask, takers } = await lockBoth(tx, seen);
      const isOver = isCaseOver(found.state.status);
      decideTaking({ kind, own: ask.body.id, lead: found.lead, takers, isOver });
      const action: CaseAction = { kind: 'taken', at, next: ask.body.id };
      const { city, list } = found;
      const holder = await holderIn(tx, { city, bodyId: ask.body.id, day: cityDay(at), list });
      await answerHelp(tx, { city, caseId: found.id }, { helperId: ask.body.id, at });
      await markTaken(tx, ask, at);
      await recordAudit(tx, deps.effects, {
        ...{ action: 'technology.taken', subject: { kind: 'technology', id } },
        ...{ before: { body: found.lead.name }, after: { body: ask.body.name } },
      });
      await actInCase(tx, deps, { found, ask, viewer, action, side: 'helper', text: null, holder, at });
    });
  });
}

/** A body answers target by target, or changes what it answered; the answer before stays as it was written. */
export function answerSheet(
  deps: CaseDeps,
  viewer: Viewer,
  { id, items, note }: { id: string; items: readonly TargetAnswer[]; note: string | undefined },
): Promise<void> {
  const { effects } = deps;
  const at = effects.now();
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    await refuseFirm(tx, viewer);
    const seen = await getAsk(tx, viewer, id);
    const { found, ask, chosen } = await asSystem(tx, context, () => lockBoth(tx, seen));
    const sheet = await findSheet(tx, ask);
    if (!sheet) throw new Refusal('technology.no-sheet');
    decideTargetAnswers(sheet, items, cityDay(at));
    const { status } = found.state;
    const standing = { isAnswered: status === 'answered', isOver: isCaseOver(status), lead: found.lead.id, chosen };
    const turn = decideAnswering(ask.body.id, items, standing);
    await attachAnswerFiles(tx, ask, { files: items.flatMap(({ file }) => file ?? []), at });
    const person = { id: viewer.personId, name: viewer.personName };
    await insertSheetAnswer(tx, ask, { id: effects.newId(), items, note: note?.trim() || null, person, at });
    await recordAudit(tx, effects, {
      ...{ action: 'technology.answered', subject: { kind: 'technology', id } },
      ...{ before: { state: ask.answeredAt === null ? 'open' : 'answered' } },
      after: { state: 'answered', items: items.map(({ target, verdict, value }) => ({ target, verdict, value })) },
    });
    const deed = deedOf(found, ask, { items, turn, at });
    if (deed === undefined) return tellFirm(tx, effects, { ask, at });
    await asSystem(tx, context, () => actInCase(tx, deps, { found, ask, viewer, ...deed, at }));
  });
}

interface InCase {
  readonly action: CaseAction;
  readonly side: CaseSide;
  readonly text: string | null;
}

/**
 * What an answer is in the history of the case. Of whoever answers for it, one that leaves nothing open is the answer the firm has the
 * word on; changed until the firm has confirmed it is that answer mended, as one is that the firm has taken. Of a helper the first one
 * ends its clock; any other changes what is compared, and the case goes on.
 */
function deedOf(
  { lead, state }: LockedCase,
  { body, answeredAt }: SheetAsk,
  { items, turn, at }: { items: readonly TargetAnswer[]; turn: 'mended' | 'given'; at: Date },
): InCase | undefined {
  if (turn === 'mended' && answeredAt !== null) {
    const [side, text] = lead.id === body.id ? (['lead', summaryOf(items)] as const) : (['helper', null] as const);
    return { action: { kind: 'answer-mended', at, body: body.id }, side, text };
  }
  if (lead.id === body.id)
    return isWholeAnswer(items)
      ? { action: { kind: 'answered', at, body: body.id }, side: 'lead', text: summaryOf(items) }
      : undefined;
  const waits = state.helps.some(({ helper, answeredAt }) => helper === body.id && answeredAt === null);
  return waits ? { action: { kind: 'sheet-answered', at, helper: body.id }, side: 'helper', text: null } : undefined;
}

/** The figures themselves are for the firm alone; everybody who reads the case reads how many were met. */
function summaryOf(items: readonly TargetAnswer[]): string {
  const met = items.filter(({ verdict }) => verdict === 'met').length;
  return met === items.length
    ? `逐项应答：${met} 项全部达到。`
    : `逐项应答：${met} 项达到，${items.length - met} 项达不到。`;
}

async function getAsk(tx: Tx, { city, organisationId }: Viewer, id: string): Promise<SheetAsk> {
  const seen = await findSheetAsk(tx, { city, id, bodyId: organisationId });
  if (!seen) throw new Refusal('platform.not-found');
  return seen;
}

async function kindOf(tx: Tx, { city, body }: SheetAsk): Promise<OrganisationKind> {
  const row = await tx
    .selectFrom('organisation')
    .select('kind')
    .where('city', '=', city)
    .where('id', '=', body.id)
    .executeTakeFirstOrThrow();
  return wordColumn<OrganisationKind>(row.kind);
}

/** First the case, then its asks, as everybody does who acts on both. System context: the body may not see the case. */
async function lockBoth(tx: Tx, seen: SheetAsk) {
  const { city, caseId } = seen;
  const found = await lockCase(tx, { city, id: caseId });
  const asks = await lockSheetAsks(tx, { city, caseId });
  const ask = asks.find(({ id }) => id === seen.id);
  if (!found || !ask) throw new Refusal('platform.not-found');
  if (found.list !== 'technology') throw new Refusal('technology.not-technology');
  const takers = asks.flatMap(({ tookAt, body }) => (tookAt === null ? [] : [body.id]));
  return { found, ask, takers, chosen: asks.find(({ chosenAt }) => chosenAt !== null)?.body.id ?? null };
}

interface Acting extends InCase {
  readonly found: LockedCase;
  readonly ask: SheetAsk;
  readonly viewer: Viewer;
  readonly holder?: CaseHolder;
  readonly at: Date;
}

async function actInCase(tx: Tx, { effects }: CaseDeps, acting: Acting): Promise<void> {
  const { found, ask, viewer, action, side, text, holder, at } = acting;
  const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
  decideCaseAction(found.state, { side, body: ask.body.id }, action);
  if (action.kind === 'sheet-answered')
    await answerHelp(tx, { city: found.city, caseId: found.id }, { helperId: ask.body.id, at });
  const person = { id: viewer.personId, name: viewer.personName };
  const deed = { actions: [action], side, person, body: ask.body, text, holder };
  await writeDeed(tx, { effects, rules, found }, deed);
}
