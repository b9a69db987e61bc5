import { isCaseOver } from '@zhitong/domain/needs/case-action';
import { caseActionWords } from '@zhitong/domain/needs/case-action-words';
import { nextReminder } from '@zhitong/domain/needs/case-reminding';
import { type CaseRequest, codedRequests, requestNeeds } from '@zhitong/domain/needs/case-request';
import { casePartWords } from '@zhitong/domain/needs/case-request-words';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { spokenInstant } from '@zhitong/domain/needs/case-timeline';
import { cityDay, startOfCityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { sideOf } from './case-actor.ts';
import type { CaseDeps } from './case-deps.ts';
import { type CaseAsk, decideRequest, planDeed } from './case-planning.ts';
import { getCaseRules } from './case-rules.ts';
import { findCaseOfNeed, findLastAction, findLastReminder, type LockedCase, lockCase } from './case-store.ts';
import { writeDeed } from './case-writing.ts';
import { closeNeed } from './need-store.ts';
import { attachFiles } from './request-file-store.ts';

type CaseRequestAsk = CaseAsk & { readonly action: CaseRequest };

/** Does one thing to a case, or refuses with what may be done. Whoever comes second sees what the first has done. */
export function actOn(
  deps: CaseDeps,
  viewer: Viewer,
  { id, ask: given }: { id: string; ask: CaseRequestAsk },
): Promise<LockedCase> {
  const ask = withWords(given);
  const at = deps.effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockCase(tx, { city: viewer.city, id });
    if (!found) throw new Refusal('platform.not-found');
    if (found.list === 'sourcing' && ask.action === 'withdraw') throw new Refusal('cases.on-the-need');
    const side = await sideOf(tx, found, { viewer, request: ask.action });
    await refuseOvertaken(tx, found, { seen: ask.seen, at });
    decideRequest({ found, side, viewer }, ask.action);
    refuseIncomplete(ask);
    const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
    if (ask.action === 'remind') await refuseReminder(tx, found, { rules, at });
    const deed = await planDeed(tx, { ...deps, rules, viewer, found, side, at, ask });
    const after = await writeDeed(tx, { ...deps, rules, found }, deed);
    if (after.state.status === 'withdrawn') await endNeed(tx, after, at);
    if (ask.action === 'supplement' && ask.files)
      await attachFiles(tx, { ...after, organisationId: viewer.organisationId, files: ask.files, at });
    return after;
  });
}

/** The firm's word on an answer: it is solved, or it is not and the clock runs on. */
export function confirmCase(
  deps: CaseDeps,
  viewer: Viewer,
  { needId, solved, text }: { needId: string; solved: boolean; text: string | undefined },
): Promise<LockedCase> {
  const at = deps.effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const id = await findCaseOfNeed(tx, { city: viewer.city, needId });
    const found = id === undefined ? undefined : await lockCase(tx, { city: viewer.city, id });
    if (!found || found.asker.id !== viewer.organisationId) throw new Refusal('platform.not-found');
    const rules = await getCaseRules(tx, { city: found.city, day: cityDay(at) });
    const ask: CaseAsk = { action: solved ? 'confirm' : 'not-solved', text };
    const deed = await planDeed(tx, { ...deps, rules, viewer, found, side: 'firm', at, ask });
    return writeDeed(tx, { ...deps, rules, found }, deed);
  });
}

/** A reminder each minute would be heard by nobody. */
async function refuseReminder(tx: Tx, found: LockedCase, { rules, at }: { rules: CaseRules; at: Date }): Promise<void> {
  const again = nextReminder(await findLastReminder(tx, found), rules.calendar, at);
  if (again === undefined) return;
  const time = spokenInstant(again, 'zh');
  throw new Refusal('cases.reminded-lately', { lead: found.lead.name, time, timeEn: spokenInstant(again, 'en') });
}

async function endNeed(tx: Tx, { city, needId }: LockedCase, at: Date): Promise<void> {
  await closeNeed(tx, { city, id: needId }, { state: 'withdrawn', at });
}

/** Where a reason is no code it is words; who gives both has said two things. */
function withWords(ask: CaseRequestAsk): CaseRequestAsk {
  const { reason, ...rest } = ask;
  if (reason === undefined || codedRequests.includes(ask.action)) return ask;
  return { ...rest, text: [ask.text, reason].flatMap((words) => words?.trim() || []).join('\n') };
}

function refuseIncomplete(ask: CaseRequestAsk): void {
  const given = { text: ask.text, reason: ask.reason, to: ask.to ?? ask.matter };
  const missing = (requestNeeds[ask.action] ?? []).filter((part) => (given[part] ?? '').trim() === '');
  if (missing.length === 0) return;
  const words = (language: 'zh' | 'en') => missing.map((part) => casePartWords[part][language]);
  throw new Refusal('cases.incomplete', { missingZh: words('zh').join('、'), missingEn: words('en').join(', ') });
}

/** Somebody acted after this person looked: it is told what, before anything is done. */
async function refuseOvertaken(
  tx: Tx,
  { city, id, seq, state }: LockedCase,
  { seen, at }: { seen: number | undefined; at: Date },
): Promise<void> {
  if (seen === undefined || seen >= seq) return;
  const last = await findLastAction(tx, { city, id, seq });
  const words = caseActionWords[last?.kind ?? 'submitted'];
  // of a round that must not tell its minute the day alone is told
  const since = last?.kind === 'reopened' && last.who === null ? startOfCityDay(last.at) : (last?.at ?? at);
  const minutes = Math.max(0, Math.round((at.getTime() - since.getTime()) / 60_000));
  throw new Refusal('cases.changed', {
    ...{ who: last?.who ?? '—', minutes, whatZh: words.zh, whatEn: words.en, over: isCaseOver(state.status) },
  });
}
