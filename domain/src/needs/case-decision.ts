import type { Language } from '../language.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import {
  allowedCaseActions,
  type CaseAction,
  type CaseActionKind,
  type CaseSide,
  type CaseStatus,
} from './case-action.ts';
import { caseActionWords } from './case-action-words.ts';
import { arbitrateCase, type CaseMatter } from './case-arbitration.ts';
import type { CaseHandBackCode } from './case-codes.ts';
import { longestExtensionDays } from './case-extension.ts';
import { afterCaseAction, type CaseState, currentRound } from './case-history.ts';
import type { CaseRefusalCode } from './case-refusals.ts';
import { requestOf } from './case-request.ts';

/** Who is asking, and as what. The server has proved that this person acts for this body or firm. */
export interface CaseActor {
  readonly side: CaseSide;
  /** null: the firm, or the platform */
  readonly body: string | null;
}

/** May something of this kind be done now by this side? Asked before anything is asked of whoever does it. */
export function decideCaseKind(state: CaseState, actor: CaseActor, kind: CaseActionKind): void {
  decideActor(state, actor, kind);
  if (!nextCaseActions(state, actor.side).includes(kind)) throw notNow(state, actor.side, kind);
}

/** May this be done now? Throws the refusal that says why not, with what may be done instead. */
export function decideCaseAction(state: CaseState, actor: CaseActor, action: CaseAction): CaseState {
  if (action.at < lastMoved(state)) throw refuse('cases.earlier');
  decideCaseKind(state, actor, action.kind);
  const fault = faultOf(state, action);
  if (fault) throw refuse(fault, { most: longestExtensionDays });
  return afterCaseAction(state, action);
}

/** What this side may do now; a waiting extension takes the place of asking for one. */
export function nextCaseActions(state: CaseState, side: CaseSide): readonly CaseActionKind[] {
  const rows: Readonly<Partial<Record<CaseSide, readonly CaseActionKind[]>>> = allowedCaseActions[state.status];
  const waits = state.extensionWanted !== null;
  const round = currentRound(state);
  return (rows[side] ?? []).filter((kind) => {
    if (kind === 'extension-agreed' || kind === 'extension-refused') return waits;
    if (kind === 'extension-asked') return !waits;
    if (kind === 'handed-back') return !round.arbitrated;
    if (kind === 'arbitrated') return !round.arbitrated && round.handedBack.length >= handBacksUntilArbitration;
    if (kind === 'taken') return state.helps.length > 0;
    if (kind === 'closed') return mayClose(state, side);
    return !answersOfHelpers.has(kind) || state.helps.some(({ answeredAt }) => answeredAt === null);
  });
}

/** Nothing is closed unsolved that was not answered: by the body that closes it, or for the bureau by any that had it in this round. */
function mayClose(state: CaseState, side: CaseSide): boolean {
  if (side === 'system' || state.status === 'answered') return true;
  const { holdings } = currentRound(state);
  const asked = side === 'lead' ? holdings.slice(-1) : holdings;
  return asked.some(({ answeredAt }) => answeredAt !== undefined);
}

const answersOfHelpers: ReadonlySet<CaseActionKind> = new Set([
  ...(['helper-answered', 'bank-offered', 'bank-declined', 'sheet-answered'] as const),
]);
/** Done on the pages of funding and technology needs, not with the buttons of a case. */
const elsewhere: ReadonlySet<CaseActionKind> = new Set([
  'bank-asked',
  'bank-offered',
  'bank-declined',
  'offer-accepted',
  'sheet-sent',
  'sheet-answered',
  'taken',
  'answer-taken',
  'answer-mended',
]);

/** The second hand-back goes to the duty table. */
const handBacksUntilArbitration = 2;

export interface HandBack {
  readonly at: Date;
  readonly body: string;
  readonly code: CaseHandBackCode;
  /** whom routing thinks of, today's duty table applied */
  readonly matters: readonly CaseMatter[];
  readonly bureau: string;
  /** the body that whoever hands back thinks of, found in the duty table; it counts for the first hand-back alone */
  readonly proposed?: string | undefined;
}

/**
 * A hand-back with all that follows from it at the same instant: the first goes to the likeliest other body, or to the bureau; the second
 * is decided by the duty table. Ensures: somebody answers for the case at every instant, and it is handed back at most twice a round.
 */
export function decideHandBack(
  state: CaseState,
  { at, body, code, matters, bureau, proposed }: HandBack,
): readonly CaseAction[] {
  if (body === bureau) throw refuse('cases.bureau-keeps');
  if (currentRound(state).arbitrated) throw refuse('cases.arbitrated');
  const handedBack = [...currentRound(state).handedBack, body];
  const last = handedBack.length >= handBacksUntilArbitration;
  if (proposed !== undefined && last) throw refuse('cases.table-decides');
  if (proposed !== undefined && handedBack.includes(proposed)) throw refuse('cases.same-body');
  const other = matters.toSorted((a, b) => b.confidence - a.confidence).find((one) => !handedBack.includes(one.body));
  const next = last ? bureau : (proposed ?? other?.body ?? bureau);
  const back: CaseAction = { kind: 'handed-back', at, body, code, next };
  const after = decideCaseAction(state, { side: 'lead', body }, back);
  if (!last) return [back];
  const ruled: CaseAction = { kind: 'arbitrated', at, ...arbitrateCase(matters, { handedBack, bureau }) };
  decideCaseAction(after, { side: 'system', body: null }, ruled);
  return [back, ruled];
}

const longestExtensionMs = longestExtensionDays * 8 * 3_600_000;

function faultOf(state: CaseState, action: CaseAction): CaseRefusalCode | undefined {
  if ((action.kind === 'transferred' || action.kind === 'taken') && action.next === state.lead)
    return 'cases.same-body';
  if (action.kind === 'helper-asked') return helperFault(state, action.helper);
  if (action.kind === 'bank-asked') return helperFault(inCurrentRound(state), action.helper);
  if (action.kind === 'sheet-sent')
    return action.helpers
      .map((helper) => helperFault(inCurrentRound(state), helper))
      .find((fault) => fault !== undefined);
  if (action.kind === 'extension-asked' && !isSoundExtension(action.extensionMs)) return 'cases.extension-too-long';
  return undefined;
}

function helperFault({ lead, helps }: CaseState, helper: string): CaseRefusalCode | undefined {
  if (helper === lead) return 'cases.helper-is-lead';
  const open = helps.some((help) => help.helper === helper && help.answeredAt === null);
  return open ? 'cases.helper-asked-already' : undefined;
}

/** A bank that did not answer before the case was over may be asked again when it is reopened. */
function inCurrentRound(state: CaseState): CaseState {
  const { start } = currentRound(state);
  return { ...state, helps: state.helps.filter(({ askedAt }) => askedAt >= start) };
}

const isSoundExtension = (ms: number) => ms > 0 && ms <= longestExtensionMs;

function decideActor({ lead, helps }: CaseState, { side, body }: CaseActor, kind: CaseActionKind): void {
  if (side === 'lead' && body !== lead) throw refuse('cases.not-the-lead', { body: lead });
  // whoever has answered may still take the case over, or mend its answer
  const again = kind === 'taken' || kind === 'answer-mended';
  const asked = helps.some(({ helper, answeredAt }) => helper === body && (answeredAt === null || again));
  if (side === 'helper' && !asked) throw refuse('cases.not-a-helper');
}

function lastMoved(state: CaseState): Date {
  const { start, stop } = currentRound(state);
  return [start, stop, state.leadSince].reduce<Date>((last, one) => (one !== null && one > last ? one : last), start);
}

function notNow(state: CaseState, side: CaseSide, kind: CaseActionKind): Refusal {
  if (kind === 'handed-back' && currentRound(state).arbitrated) return refuse('cases.arbitrated');
  if (kind === 'extension-asked' && state.extensionWanted !== null) return refuse('cases.extension-waits');
  if (kind === 'extension-agreed' || kind === 'extension-refused') return refuse('cases.no-extension-waits');
  const allowed = nextCaseActions(state, side).filter((one) => !elsewhere.has(one));
  const words = (language: Language) =>
    allowed.map((one) => caseActionWords[one][language]).join(language === 'zh' ? '、' : ', ');
  return refuse('cases.not-now', {
    ...{ allowed: allowed.flatMap((one) => requestOf(one) ?? []), status: state.status satisfies CaseStatus },
    ...{ allowedZh: words('zh') || '—', allowedEn: words('en') || '—' },
  });
}

function refuse(code: CaseRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
