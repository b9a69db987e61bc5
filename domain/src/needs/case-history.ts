import type { CaseAction, CaseStatus } from './case-action.ts';

/** A stretch of time in which one body answers for a case; `to` is null while it still does. */
export interface CaseHolding {
  readonly body: string;
  readonly from: Date;
  readonly to: Date | null;
}

/**
 * From a submission, or a reopening, to its end. `stop`: the answer the firm has the word on; it ends the round only when the firm
 * says that it is solved, and counts for nothing when the firm says it is not.
 */
export interface CaseRound {
  readonly start: Date;
  readonly stop: Date | null;
  /** null: the allowance of the case's class; else what the reopening gave */
  readonly allowanceMs: number | null;
  readonly extensionMs: number;
  readonly holdings: readonly CaseHolding[];
  /** bodies that handed the case back in this round, in order */
  readonly handedBack: readonly string[];
  readonly arbitrated: boolean;
}

export interface CaseHelp {
  readonly helper: string;
  readonly askedAt: Date;
  readonly allowanceMs: number;
  readonly answeredAt: Date | null;
}

/** What a history of actions comes to. The stored row of a case is this and nothing else. */
export interface CaseState {
  readonly status: CaseStatus;
  /** the body that answers for the case now, and did last when it is over */
  readonly lead: string;
  /** since when */
  readonly leadSince: Date;
  readonly rounds: readonly CaseRound[];
  readonly helps: readonly CaseHelp[];
  /** an extension that waits for the word of the firm or the bureau */
  readonly extensionWanted: number | null;
}

/** Folds a history, oldest first; every case begins by being submitted. */
export function caseState([first, ...rest]: readonly [CaseAction, ...CaseAction[]]): CaseState {
  return rest.reduce(afterCaseAction, begun(first));
}

function begun(first: CaseAction): CaseState {
  if (first.kind !== 'submitted') throw new RangeError(`A case begins by being submitted, not by ${first.kind}.`);
  return {
    ...{ status: 'waiting', lead: first.next, leadSince: first.at, helps: [], extensionWanted: null },
    rounds: [newRound(first.at, first.next, null)],
  };
}

type Step<K extends CaseAction['kind']> = (state: CaseState, action: CaseAction & { kind: K }) => CaseState;

const steps: { readonly [K in CaseAction['kind']]: Step<K> } = {
  submitted: (state) => state,
  accepted: (state) => ({ ...state, status: 'handling' }),
  answered,
  'handed-back': (state, { at, body, next }) => {
    const { handedBack } = currentRound(state);
    return movedTo(inRound(state, { handedBack: [...handedBack, body] }), next, at);
  },
  arbitrated: (state, { at, next }) => movedTo(inRound(state, { arbitrated: true }), next, at),
  transferred: (state, { at, next }) => movedTo(state, next, at),
  'helper-asked': helpAsked,
  'helper-answered': helpAnswered,
  'bank-asked': helpAsked,
  'bank-offered': helpAnswered,
  'bank-declined': helpAnswered,
  // the money is not there yet: the firm still has the word whether it is solved
  'offer-accepted': answered,
  'sheet-sent': (state, { at, helpers, allowanceMs }) =>
    helpers.reduce((before, helper) => helpAsked(before, { at, helper, allowanceMs }), state),
  'sheet-answered': helpAnswered,
  // whoever takes a case has signed for it
  taken: (state, { at, next }) => ({
    ...movedTo(helpAnswered(state, { at, helper: next }), next, at),
    status: 'handling',
  }),
  // the firm still has the word whether it is solved; while it had it already, its time to choose is nobody's
  'answer-taken': (state, { at }) => answered(state, { at: currentRound(state).stop ?? at }),
  // an answer counts from when it stands as it is
  'answer-mended': answered,
  'extension-asked': (state, { extensionMs }) => ({ ...state, extensionWanted: extensionMs }),
  'extension-agreed': (state) => ({
    ...inRound(state, { extensionMs: currentRound(state).extensionMs + (state.extensionWanted ?? 0) }),
    extensionWanted: null,
  }),
  'extension-refused': (state) => ({ ...state, extensionWanted: null }),
  confirmed: (state) => ({ ...over(state, currentRound(state).stop ?? state.leadSince), status: 'solved' }),
  'not-solved': (state) => ({ ...inRound(state, { stop: null }), status: 'handling' }),
  closed: (state, { at }) => ({ ...over(state, currentRound(state).stop ?? at), status: 'unsolved' }),
  withdrawn: (state, { at }) => ({ ...over(state, currentRound(state).stop ?? at), status: 'withdrawn' }),
  reopened: (state, { at, next, allowanceMs }) => ({
    ...{ ...state, status: 'waiting', lead: next, leadSince: at, extensionWanted: null },
    rounds: [...state.rounds, newRound(at, next, allowanceMs)],
  }),
  chosen: (state, { at }) => ({ ...over(state, currentRound(state).stop ?? at), status: 'solved' }),
  reminded: (state) => state,
  supplemented: (state) => state,
  'firm-asked': (state) => state,
};

function answered(state: CaseState, { at }: { at: Date }): CaseState {
  return { ...inRound(state, { stop: at }), status: 'answered', extensionWanted: null };
}

function helpAsked(
  state: CaseState,
  { at, helper, allowanceMs }: { at: Date; helper: string; allowanceMs: number },
): CaseState {
  return { ...state, helps: [...state.helps, { helper, askedAt: at, allowanceMs, answeredAt: null }] };
}

function helpAnswered(state: CaseState, { at, helper }: { at: Date; helper: string }): CaseState {
  const helps = state.helps.map((help) =>
    help.helper === helper && help.answeredAt === null ? { ...help, answeredAt: at } : help,
  );
  return { ...state, helps };
}

/** One action more: the fold a row at a time, as the store keeps it. */
export function afterCaseAction<K extends CaseAction['kind']>(
  state: CaseState,
  action: CaseAction & { kind: K },
): CaseState {
  return steps[action.kind](state, action);
}

export function currentRound({ rounds }: CaseState): CaseRound {
  const round = rounds.at(-1);
  if (!round) throw new RangeError('A case has no round.');
  return round;
}

function newRound(start: Date, body: string, allowanceMs: number | null): CaseRound {
  return {
    ...{ start, stop: null, allowanceMs, extensionMs: 0, handedBack: [], arbitrated: false },
    holdings: [{ body, from: start, to: null }],
  };
}

function inRound(state: CaseState, change: Partial<CaseRound>): CaseState {
  return { ...state, rounds: [...state.rounds.slice(0, -1), { ...currentRound(state), ...change }] };
}

/** The case lies with another body from this instant on, unsigned; the clock of the round goes on as if nothing had happened. */
function movedTo(state: CaseState, next: string, at: Date): CaseState {
  const { holdings } = currentRound(state);
  const [before, last] = [holdings.slice(0, -1), holdings.at(-1)];
  const ended = last ? [...before, { ...last, to: at }] : before;
  const moved = inRound(state, { stop: null, holdings: [...ended, { body: next, from: at, to: null }] });
  return { ...moved, status: 'waiting', lead: next, leadSince: at, extensionWanted: null };
}

function over(state: CaseState, stop: Date): CaseState {
  return { ...inRound(state, { stop }), extensionWanted: null };
}
