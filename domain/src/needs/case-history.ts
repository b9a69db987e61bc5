import type { CaseAction, CaseStatus } from './case-action.ts';
import { startOfCityDay } from './city-day.ts';

/** A stretch of time in which one body answers for a case; `to` is null while it still does. */
export interface CaseHolding {
  readonly body: string;
  readonly from: Date;
  readonly to: Date | null;
  /** when it signed for the case; null: it has not, or did not before the case went on */
  readonly signedAt: Date | null;
  /** of its last answer; undefined: it has given none */
  readonly answeredAt?: Date;
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
  /** the first answer (首次回应): the first words of whoever handles the case to the firm; null: none yet */
  readonly heardAt: Date | null;
  /**
   * taken up again because of what the firm said behind the body's back (a rating, a call-back): the round begins with its day, or with
   * the last answer where that was on the same day, so that nothing about it tells the minute in which the firm spoke
   */
  readonly veiled?: true;
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
    ...{ lead: first.next, leadSince: first.at, helps: [], extensionWanted: null },
    ...(first.running ? running(first) : { status: 'waiting', rounds: [newRound(first.at, first.next, null)] }),
  };
}

function running({ at, next }: { at: Date; next: string }): Pick<CaseState, 'status' | 'rounds'> {
  const round = newRound(at, next, null);
  const holdings = round.holdings.map((holding) => ({ ...holding, signedAt: at }));
  return { status: 'handling', rounds: [{ ...round, heardAt: at, holdings }] };
}

type Step<K extends CaseAction['kind']> = (state: CaseState, action: CaseAction & { kind: K }) => CaseState;

const steps: { readonly [K in CaseAction['kind']]: Step<K> } = {
  submitted: (state) => state,
  accepted: (state, { at, words }) => {
    const done: CaseState = { ...signed(state, at), status: 'handling' };
    return words ? heard(done, at) : done;
  },
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
  'bank-offered': toldByHelper,
  'bank-declined': toldByHelper,
  // the money is not there yet: the firm still has the word whether it is solved
  'offer-accepted': held,
  'sheet-sent': (state, { at, helpers, allowanceMs }) =>
    helpers.reduce((before, helper) => helpAsked(before, { at, helper, allowanceMs }), state),
  'sheet-answered': toldByHelper,
  // whoever takes a case has signed for it
  taken: (state, { at, next }) => ({
    ...signed(movedTo(helpAnswered(state, { at, helper: next }), next, at), at),
    status: 'handling',
  }),
  // the firm still has the word whether it is solved; while it had it already, its time to choose is nobody's
  'answer-taken': (state, { at }) => held(state, { at: currentRound(state).stop ?? at }),
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
  reopened: (state, { at, next, allowanceMs, because }) => {
    const start = because ? veiledStart(state, at) : at;
    const round = newRound(start, next, allowanceMs);
    return {
      ...{ ...state, status: 'waiting', lead: next, leadSince: start, extensionWanted: null },
      rounds: [...state.rounds, because ? { ...round, veiled: true as const } : round],
    };
  },
  chosen: (state, { at }) => ({ ...over(state, currentRound(state).stop ?? at), status: 'solved' }),
  reminded: (state) => state,
  supplemented: (state) => state,
  'firm-asked': (state, { at }) => heard(state, at),
};

function answered(state: CaseState, { at }: { at: Date }): CaseState {
  const { holdings } = currentRound(state);
  const last = holdings.at(-1);
  const noted = last ? inRound(state, { holdings: [...holdings.slice(0, -1), { ...last, answeredAt: at }] }) : state;
  return heard(held(noted, { at }), at);
}

/** The firm has the word. */
function held(state: CaseState, { at }: { at: Date }): CaseState {
  return { ...inRound(signed(state, at), { stop: at }), status: 'answered', extensionWanted: null };
}

function toldByHelper(state: CaseState, told: { at: Date; helper: string }): CaseState {
  return heard(helpAnswered(state, told), told.at);
}

/** Only the first words count. */
function heard(state: CaseState, at: Date): CaseState {
  return currentRound(state).heardAt === null ? inRound(state, { heardAt: at }) : state;
}

function signed(state: CaseState, at: Date): CaseState {
  const { holdings } = currentRound(state);
  const last = holdings.at(-1);
  if (!last || last.signedAt !== null) return state;
  return inRound(state, { holdings: [...holdings.slice(0, -1), { ...last, signedAt: at }] });
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

/** From when a round is counted that a rating or a call-back began. */
export function veiledStart(state: CaseState, at: Date): Date {
  const morning = startOfCityDay(at);
  const { start, stop } = currentRound(state);
  const last = stop ?? start;
  return last > morning ? last : morning;
}

export function currentRound({ rounds }: CaseState): CaseRound {
  const round = rounds.at(-1);
  if (!round) throw new RangeError('A case has no round.');
  return round;
}

function newRound(start: Date, body: string, allowanceMs: number | null): CaseRound {
  return {
    ...{ start, stop: null, allowanceMs, extensionMs: 0, heardAt: null, handedBack: [], arbitrated: false },
    holdings: [{ body, from: start, to: null, signedAt: null }],
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
  const moved = inRound(state, {
    stop: null,
    holdings: [...ended, { body: next, from: at, to: null, signedAt: null }],
  });
  return { ...moved, status: 'waiting', lead: next, leadSince: at, extensionWanted: null };
}

function over(state: CaseState, stop: Date): CaseState {
  return { ...inRound(state, { stop }), extensionWanted: null };
}
