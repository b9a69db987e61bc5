import type { CaseAction, CaseSide } from '@zhitong/domain/needs/case-action';
import {
  type CaseHandBackCode,
  type CaseUnsolvedCode,
  caseHandBackCodes,
  caseHandBackWords,
  caseUnsolvedCodes,
  caseUnsolvedWords,
} from '@zhitong/domain/needs/case-codes';
import { type CaseActor, decideCaseAction, decideCaseKind, decideHandBack } from '@zhitong/domain/needs/case-decision';
import { extensionDays } from '@zhitong/domain/needs/case-extension';
import { type CaseRequest, requestKinds } from '@zhitong/domain/needs/case-request';
import { type CaseRules, workingDaysMs } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';
import { holderIn, holderOfMatter, mattersToday } from './case-bodies.ts';
import { answerHelp, insertHelp } from './case-help-store.ts';
import { type CaseHolder, insertCorrection, type LockedCase } from './case-store.ts';
import type { CaseDeed } from './case-writing.ts';

/** What somebody asks to do, as it came over the interface; the firm's word on an answer among it. */
export interface CaseAsk {
  readonly action: CaseRequest | 'confirm' | 'not-solved';
  readonly reason?: string | undefined;
  readonly to?: string | undefined;
  readonly matter?: string | undefined;
  readonly text?: string | undefined;
  /** of a supplement */
  readonly files?: readonly string[] | undefined;
  /** working days */
  readonly days?: number | undefined;
  readonly seen?: number | undefined;
}

export interface Planning {
  readonly effects: Effects;
  readonly rules: CaseRules;
  readonly viewer: Viewer;
  readonly found: LockedCase;
  readonly side: CaseSide;
  readonly at: Date;
  readonly ask: CaseAsk;
}

/** What the ask comes to, decided by the domain on the state that is locked. */
export async function planDeed(tx: Tx, planning: Planning): Promise<CaseDeed> {
  const { viewer, side, ask } = planning;
  const plan = await plans[ask.action](tx, planning);
  return {
    ...{ side, text: ask.text?.trim() || null, reason: ask.reason },
    ...{ person: { id: viewer.personId, name: viewer.personName } },
    ...{ body: { id: viewer.organisationId, name: viewer.organisationName } },
    ...plan,
  };
}

type Planned = Pick<CaseDeed, 'actions'> & Partial<Omit<CaseDeed, 'actions'>>;
type Plan = (tx: Tx, planning: Planning) => Promise<Planned>;

/** The body in whose name the case is led: somebody may act for it in a post at the record it was merged into. */
const leadOf = ({ found }: Planning) => found.lead.id;

const plans: Readonly<Record<CaseAsk['action'], Plan>> = {
  accept: plain((of) => {
    const signed = { kind: 'accepted', at: of.at, body: leadOf(of) } as const;
    return of.ask.text?.trim() ? { ...signed, words: true } : signed;
  }),
  answer: plain((of) => ({ kind: 'answered', at: of.at, body: leadOf(of) })),
  'ask-firm': plain((of) => ({ kind: 'firm-asked', at: of.at, body: leadOf(of) })),
  'agree-extension': plain(({ at, side }) => ({ kind: 'extension-agreed', at, side: decider(side) })),
  'refuse-extension': plain(({ at, side }) => ({ kind: 'extension-refused', at, side: decider(side) })),
  withdraw: plain(({ at }) => ({ kind: 'withdrawn', at })),
  remind: plain(({ at }) => ({ kind: 'reminded', at })),
  supplement: plain(({ at }) => ({ kind: 'supplemented', at })),
  confirm: plain(({ at }) => ({ kind: 'confirmed', at })),
  'not-solved': plain(({ at }) => ({ kind: 'not-solved', at })),
  close: plain(({ at, ask }) => ({ kind: 'closed', at, code: unsolvedCode(ask.reason) })),
  extend: plain((of) => {
    const { at, rules, ask } = of;
    return { kind: 'extension-asked', at, body: leadOf(of), extensionMs: workingDaysMs(rules, extensionDays(ask), at) };
  }),
  reopen: plain(({ at, found, rules }) => {
    return { kind: 'reopened', at, next: found.lead.id, allowanceMs: workingDaysMs(rules, rules.city.reopenDays, at) };
  }),
  'hand-back': handBack,
  transfer,
  'ask-helper': askHelper,
  help,
};

/** An action that moves nothing: it is decided, and written. */
function plain(actionOf: (planning: Planning) => CaseAction): Plan {
  return async (_tx, planning) => {
    const action = actionOf(planning);
    decide(planning, action);
    return { actions: [action] };
  };
}

type Acting = Pick<Planning, 'found' | 'side' | 'viewer'>;

function decide(planning: Acting, action: CaseAction): void {
  decideCaseAction(planning.found.state, actorOf(planning), action);
}

/** What is not possible now is refused with what is, before the form of the asker is looked at. */
export function decideRequest(acting: Acting, request: CaseRequest): void {
  decideCaseKind(acting.found.state, actorOf(acting), requestKinds[request]);
}

function actorOf({ found, side, viewer }: Acting): CaseActor {
  const own = viewer.organisationId;
  const body = { firm: null, system: null, lead: found.lead.id, helper: own, bureau: own };
  return { side, body: body[side] };
}

const decider = (side: CaseSide) => (side === 'bureau' ? 'bureau' : 'firm');

async function handBack(tx: Tx, planning: Planning): Promise<Planned> {
  const { found, at, ask, side } = planning;
  const code = handBackCode(ask.reason);
  const day = cityDay(at);
  const bureau = await dutyAnswers.bureau(tx, { city: found.city, day });
  if (!bureau) throw new Refusal('cases.no-bureau');
  const body = leadOf(planning);
  // whether this side may at all is asked first: a helper learns nothing about matters
  if (side !== 'lead') decide(planning, { kind: 'handed-back', at, body, code, next: bureau.id });
  const matters = await mattersToday(tx, { city: found.city, day, list: found.list, proposed: found.candidates });
  const proposed = ask.to === undefined ? undefined : await proposedIn(tx, { ...found, day, bodyId: ask.to, matters });
  const actions = decideHandBack(found.state, {
    ...{ at, body, code, bureau: bureau.id },
    proposed: proposed?.body.id,
    matters: matters.map(({ number, duty, holder, confidence }) => ({
      ...{ dutyNumber: number, title: duty.title, body: holder.body.id, confidence },
    })),
  });
  const last = actions.at(-1);
  const next = last && 'next' in last ? last.next : bureau.id;
  const matter = matters.find(({ holder }) => holder.body.id === next);
  const holder = matter?.holder ?? (await holderIn(tx, { city: found.city, bodyId: next, day, list: found.list }));
  return { actions, holder, dutyId: matter?.dutyId };
}

/** Whom the body that hands back thinks of: a body that routing thinks of too, or that has a matter of this list in the duty table today. */
async function proposedIn(
  tx: Tx,
  {
    city,
    list,
    day,
    bodyId,
    matters,
  }: {
    readonly city: string;
    readonly list: LockedCase['list'];
    readonly day: string;
    readonly bodyId: string;
    readonly matters: readonly { readonly holder: CaseHolder }[];
  },
): Promise<CaseHolder> {
  const holder = await holderIn(tx, { city, bodyId, day, list });
  const named = matters.some((one) => one.holder.body.id === holder.body.id);
  if (!named && !(await dutyAnswers.hasMatter(tx, { city, bodyId: holder.body.id, list, day })))
    throw new Refusal('cases.no-duty-there', { name: holder.body.name });
  return holder;
}

/** The bureau names a body, or a matter and with it the body. Naming another matter than routing did teaches routing. */
async function transfer(tx: Tx, planning: Planning): Promise<Planned> {
  const { found, at, ask, effects } = planning;
  const day = cityDay(at);
  const { city, list } = found;
  const matter =
    ask.matter === undefined ? undefined : await holderOfMatter(tx, { city, dutyId: ask.matter, day, list });
  const holder = matter?.holder ?? (await holderIn(tx, { city, bodyId: ask.to ?? '', day, list }));
  decide(planning, { kind: 'transferred', at, next: holder.body.id });
  if (matter && found.candidates[0]?.dutyId !== matter.dutyId)
    await insertCorrection(tx, {
      ...{ city, id: effects.newId(), caseId: found.id, text: found.text, dutyId: matter.dutyId, at },
    });
  return { actions: [{ kind: 'transferred', at, next: holder.body.id }], holder, dutyId: matter?.dutyId };
}

async function askHelper(tx: Tx, planning: Planning): Promise<Planned> {
  const { found, at, ask, rules } = planning;
  const { city, id: caseId, list } = found;
  const { body: helper } = await holderIn(tx, { city, bodyId: ask.to ?? '', day: cityDay(at), list });
  const allowanceMs = workingDaysMs(rules, ask.days ?? rules.city.helperDays, at);
  const action: CaseAction = { kind: 'helper-asked', at, body: leadOf(planning), helper: helper.id, allowanceMs };
  decide(planning, action);
  const dueAt = workedAfter(rules.calendar, at, allowanceMs).at;
  await insertHelp(tx, { city, caseId }, { helper, askedAt: at, question: ask.text ?? '', dueAt });
  return { actions: [action], alsoReads: [helper.id] };
}

async function help(tx: Tx, planning: Planning): Promise<Planned> {
  const { found, at, viewer } = planning;
  const action: CaseAction = { kind: 'helper-answered', at, helper: viewer.organisationId };
  decide(planning, action);
  await answerHelp(tx, { city: found.city, caseId: found.id }, { helperId: viewer.organisationId, at });
  return { actions: [action] };
}

function handBackCode(reason: string | undefined): CaseHandBackCode {
  return codeOf(reason, caseHandBackCodes, caseHandBackWords);
}

function unsolvedCode(reason: string | undefined): CaseUnsolvedCode {
  return codeOf(reason, caseUnsolvedCodes, caseUnsolvedWords);
}

function codeOf<C extends string>(
  reason: string | undefined,
  codes: readonly C[],
  words: Readonly<Record<C, { readonly zh: string; readonly en: string }>>,
): C {
  const code = codes.find((one) => one === reason);
  if (code) return code;
  const named = (language: 'zh' | 'en') =>
    codes.map((one) => `${words[one][language]} (${one})`).join(language === 'zh' ? '、' : ', ');
  throw new Refusal('cases.unknown-reason', { reasonsZh: named('zh'), reasonsEn: named('en'), reasons: codes });
}
