import type { CaseAction } from '@zhitong/domain/needs/case-action';
import { decideCaseAction, nextCaseActions } from '@zhitong/domain/needs/case-decision';
import { type CaseRules, workingDaysMs } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { TargetSheet } from '@zhitong/domain/needs/target-sheet';
import { type FitReason, fitScience } from '@zhitong/domain/needs/technology-fit';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextOf, type Viewer } from '#platform/viewer';
import { sideOf } from './case-actor.ts';
import { refuseFirm } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import { insertHelp } from './case-help-store.ts';
import { getCaseRules } from './case-rules.ts';
import { findCaseOfNeed, isDemoCase, type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { getScience, listScience } from './technology-bodies.ts';
import { sheetOf } from './technology-sheet.ts';
import { findSheet } from './technology-sheet-reading.ts';
import { insertSheet, insertSheetAsks, lockSheetAsks } from './technology-store.ts';
import { tellBodies, tellBureau } from './technology-telling.ts';

/** The firm writes the sheet of a need it sent in without one. */
export function writeLater(
  deps: CaseDeps,
  viewer: Viewer,
  { needId, wish }: { needId: string; wish: Parameters<typeof sheetOf>[0] },
): Promise<number> {
  const at = deps.effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const id = await findCaseOfNeed(tx, { city: viewer.city, needId });
    const found = id === undefined ? undefined : await lockCase(tx, { city: viewer.city, id });
    if (!found || found.asker.id !== viewer.organisationId) throw new Refusal('platform.not-found');
    if (found.list !== 'technology') throw new Refusal('technology.not-technology');
    if (await findSheet(tx, found)) throw new Refusal('technology.sheet-there');
    if (!nextCaseActions(found.state, 'system').includes('sheet-sent')) throw new Refusal('technology.over');
    return takeSheet(tx, deps, { found, sheet: sheetOf(wish), at });
  });
}

/** A sheet is kept with its need, and goes at once to whoever fits. Answers to how many. */
export async function takeSheet(
  tx: Tx,
  { effects }: CaseDeps,
  { found, sheet, at }: { found: LockedCase; sheet: TargetSheet; at: Date },
): Promise<number> {
  const { city, needId, asker, text } = found;
  await insertSheet(tx, { city, needId, askerId: asker.id, at }, sheet);
  await recordAudit(tx, effects, {
    ...{ action: 'technology.sheet-written', subject: { kind: 'need', id: needId } },
    after: { targets: sheet.targets.length, trl: sheet.trl, budgetFen: sheet.budgetFen, ipWish: sheet.ipWish },
  });
  const words = [text, ...sheet.targets.flatMap(({ metric, environment }) => [metric, environment ?? ''])].join('\n');
  const fits = fitScience(words, await listScience(tx, { city, without: [asker.id] }));
  const rules = await getCaseRules(tx, { city, day: cityDay(at) });
  const to = fits.map(({ body, reasons }) => ({ id: body.id, name: body.name, reasons }));
  await sendTo(tx, { effects, rules }, { found, to, at });
  const bureau = to.length === 0 ? await dutyAnswers.bureau(tx, { city, day: cityDay(at) }) : undefined;
  if (bureau) await tellBureau(tx, effects, { found, bureauId: bureau.id, at });
  return to.length;
}

/** Whoever is in charge, or the bureau, sends the sheet to bodies they know of. */
export function sendMore(
  deps: CaseDeps,
  viewer: Viewer,
  { caseId, bodies }: { caseId: string; bodies: readonly string[] },
): Promise<number> {
  const { effects } = deps;
  const at = effects.now();
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    // the bureau sends what any body has
    if (viewer.role !== 'operator') await refuseFirm(tx, viewer);
    const found = await lockCase(tx, { city: viewer.city, id: caseId });
    if (!found) throw new Refusal('platform.not-found');
    if (found.list !== 'technology') throw new Refusal('technology.not-technology');
    const side = await sideOf(tx, found, { viewer, request: 'ask-helper' });
    if (side !== 'lead' && side !== 'bureau') throw new Refusal('cases.not-the-lead', { body: found.lead.name });
    if (!(await findSheet(tx, found))) throw new Refusal('technology.no-sheet');
    const wanted = [...new Set(bodies)];
    const chosen = await getScience(tx, { city: found.city, bodies: wanted });
    const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
    return asSystem(tx, context, async () => {
      const asked = new Set((await lockSheetAsks(tx, { city: found.city, caseId })).map(({ body }) => body.id));
      if (chosen.some(({ id }) => asked.has(id))) throw new Refusal('technology.not-an-answerer');
      const to = chosen.map((body) => ({ ...body, reasons: [] }));
      await sendTo(tx, { effects, rules }, { found, to, at });
      return to.length;
    });
  });
}

interface Sending {
  readonly found: LockedCase;
  readonly to: readonly { readonly id: string; readonly name: string; readonly reasons: readonly FitReason[] }[];
  readonly at: Date;
}

/** Each body gets its own copy, its own clock and its own notice; the case says to how many it went. */
async function sendTo(
  tx: Tx,
  { effects, rules }: { effects: Effects; rules: CaseRules },
  { found, to, at }: Sending,
): Promise<void> {
  const { city, id: caseId, needId, asker, title, text } = found;
  const allowanceMs = workingDaysMs(rules, rules.city.helperDays, at);
  const dueAt = workedAfter(rules.calendar, at, allowanceMs).at;
  // whoever answers for the case has its copy too, and is no helper of itself
  const helpers = to.filter(({ id }) => id !== found.lead.id);
  if (helpers.length > 0 || to.length === 0) {
    const action: CaseAction = { kind: 'sheet-sent', at, helpers: helpers.map(({ id }) => id), allowanceMs };
    decideCaseAction(found.state, { side: 'system', body: null }, action);
    const none = { person: null, body: null, text: null };
    await writeDeed(tx, { effects, rules, found }, { actions: [action], side: 'system', ...none });
  }
  for (const helper of helpers) await insertHelp(tx, { city, caseId }, { helper, askedAt: at, question: '', dueAt });
  const demo = await isDemoCase(tx, found);
  const asks = to.map(({ id, name, reasons }) => ({
    ...{ city, id: effects.newId(), caseId, needId, body: { id, name }, asker, title, text, reasons },
    ...{ askedAt: at, dueAt, demo },
  }));
  await insertSheetAsks(tx, asks);
  for (const { id, body } of asks)
    await recordAudit(tx, effects, {
      ...{ action: 'technology.sent', subject: { kind: 'technology', id }, after: { body: body.name, state: 'open' } },
    });
  await tellBodies(tx, effects, { asks, type: 'technology.sent', at });
}
