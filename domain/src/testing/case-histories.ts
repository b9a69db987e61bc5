import fc from 'fast-check';
import { type CaseAction, type CaseActionKind, type CaseSide, caseSides } from '../needs/case-action.ts';
import { caseActionWords } from '../needs/case-action-words.ts';
import { caseHandBackCodes } from '../needs/case-codes.ts';
import { type CaseActor, decideCaseAction, decideHandBack, nextCaseActions } from '../needs/case-decision.ts';
import { type CaseState, caseState } from '../needs/case-history.ts';
import type { WorkCalendar } from '../needs/work-calendar.ts';
import { Refusal } from '../refusal.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Two days free, one weekend worked, a midday break. */
export const calendar: WorkCalendar = {
  years: new Set([2026]),
  free: new Set(['2026-11-18', '2026-11-24']),
  swapped: new Set(['2026-11-21']),
  hours: [
    {
      from: '2000-01-01',
      spans: [
        { from: 9 * 60, to: 12 * 60 },
        { from: 13 * 60 + 30, to: 17 * 60 + 30 },
      ],
    },
  ],
};

export const bureau = 'bureau';
export const bodies = ['housing', 'transport', 'planning'] as const;
export const start = new Date('2026-11-16T10:05:00+08:00');

/** What somebody tries. A tame one picks among what is allowed then; a wild one tries anything: the rules have to say no. */
export interface Try {
  readonly waitMs: number;
  readonly wild: boolean;
  readonly choice: number;
  readonly side: CaseSide;
  readonly kind: CaseActionKind;
  readonly body: string;
  readonly confidence: number;
}

const kinds = Object.keys(caseActionWords) as readonly CaseActionKind[];

export const tries: fc.Arbitrary<readonly Try[]> = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 0, max: 20 * 60 }).map((minutes) => minutes * minute),
    wild: fc.integer({ min: 1, max: 4 }).map((one) => one === 1),
    choice: fc.nat(10_000),
    side: fc.constantFrom(...caseSides),
    kind: fc.constantFrom(...kinds),
    body: fc.constantFrom(...bodies, bureau),
    confidence: fc.constantFrom(0.2, 0.5, 0.9),
  }),
  { maxLength: 40 },
);

export interface Played {
  readonly state: CaseState;
  readonly actions: readonly [CaseAction, ...CaseAction[]];
  readonly at: Date;
  /** `answered decided`, or the code it was refused with */
  readonly said: string;
}

/** Plays what is tried, one after the other, and keeps every state on the way; what is refused changes nothing. */
export function playCase(list: readonly Try[]): readonly [Played, ...Played[]] {
  const first: CaseAction = { kind: 'submitted', at: start, next: bodies[0] };
  const played: [Played, ...Played[]] = [{ state: caseState([first]), actions: [first], at: start, said: 'submitted' }];
  let now = start;
  for (const one of list) {
    now = new Date(now.getTime() + one.waitMs);
    const before = played.at(-1) ?? played[0];
    played.push(next(before, one.wild ? wild(before.state, one) : tamed(before.state, one), now));
  }
  return played;
}

function next(before: Played, one: Try, at: Date): Played {
  try {
    const done = decide(before.state, one, at);
    const actions: Played['actions'] = [...before.actions, ...done];
    return { state: caseState(actions), actions, at, said: `${one.kind} decided` };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...before, at, said: error.code };
  }
}

/** Every second time by the body that may act now, so that the refusal is not always the one about who. */
function wild({ lead }: CaseState, one: Try): Try {
  const kind = one.choice % 3 === 0 ? 'handed-back' : one.kind;
  return one.choice % 2 === 0 ? { ...one, kind, side: 'lead', body: lead } : one;
}

const seldom: ReadonlySet<CaseActionKind> = new Set([
  ...(['reminded', 'supplemented', 'firm-asked', 'answer-taken', 'answer-mended'] as const),
]);

/** A case is seldom given up, little is said beside the deeds, and few answers are taken: otherwise hardly any history would be long. */
function tamed(state: CaseState, one: Try): Try {
  const ways = caseSides
    .flatMap((side) => nextCaseActions(state, side).map((kind) => ({ side, kind })))
    .filter(({ kind }) => (kind !== 'withdrawn' && kind !== 'chosen') || one.choice % 11 === 0)
    .filter(({ kind }) => !seldom.has(kind) || one.choice % 7 === 0);
  const way = ways[one.choice % Math.max(1, ways.length)];
  if (!way) return one;
  const helper = state.helps.find(({ answeredAt }) => answeredAt === null)?.helper;
  return {
    ...one,
    ...way,
    ...(way.side === 'lead' && { body: state.lead }),
    ...(way.side === 'helper' && helper && { body: helper }),
  };
}

function decide(state: CaseState, one: Try, at: Date): readonly CaseAction[] {
  const { body } = one;
  if (one.kind === 'handed-back' && one.side === 'lead') {
    const matters = bodies.map((name, n) => ({
      ...{ dutyNumber: `${n}`, title: `matter ${n}` },
      body: name,
      confidence: n === 0 ? one.confidence : 0.4 - n / 10,
    }));
    return decideHandBack(state, { at, body, code: caseHandBackCodes[0], matters, bureau });
  }
  const actor: CaseActor = { side: one.side, body: one.side === 'firm' || one.side === 'system' ? null : body };
  const action = actionOf(one, body, at);
  decideCaseAction(state, actor, action);
  return [action];
}

function actionOf({ kind, side, body: other }: Try, body: string, at: Date): CaseAction {
  const whole: { readonly [K in CaseActionKind]: CaseAction & { kind: K } } = {
    submitted: { kind: 'submitted', at, next: other },
    accepted: { kind: 'accepted', at, body },
    answered: { kind: 'answered', at, body },
    'handed-back': { kind: 'handed-back', at, body, code: 'not-our-duty', next: other },
    arbitrated: { kind: 'arbitrated', at, next: other, dutyNumber: null },
    transferred: { kind: 'transferred', at, next: other },
    'helper-asked': {
      kind: 'helper-asked',
      at,
      body,
      helper: bodies.find((one) => one !== body) ?? other,
      allowanceMs: 4 * hour,
    },
    'helper-answered': { kind: 'helper-answered', at, helper: body },
    'bank-asked': { kind: 'bank-asked', at, helper: body, allowanceMs: 4 * hour },
    'bank-offered': { kind: 'bank-offered', at, helper: body },
    'bank-declined': { kind: 'bank-declined', at, helper: body },
    'offer-accepted': { kind: 'offer-accepted', at, helper: body },
    'sheet-sent': { kind: 'sheet-sent', at, helpers: [body], allowanceMs: 4 * hour },
    'sheet-answered': { kind: 'sheet-answered', at, helper: body },
    taken: { kind: 'taken', at, next: body },
    'answer-taken': { kind: 'answer-taken', at, helper: body },
    'answer-mended': { kind: 'answer-mended', at, body },
    'extension-asked': { kind: 'extension-asked', at, body, extensionMs: 8 * hour },
    'extension-agreed': { kind: 'extension-agreed', at, side: side === 'bureau' ? 'bureau' : 'firm' },
    'extension-refused': { kind: 'extension-refused', at, side: side === 'bureau' ? 'bureau' : 'firm' },
    confirmed: { kind: 'confirmed', at },
    'not-solved': { kind: 'not-solved', at },
    closed: { kind: 'closed', at, code: 'other' },
    withdrawn: { kind: 'withdrawn', at },
    reopened: { kind: 'reopened', at, next: other, allowanceMs: 15 * 7 * hour },
    chosen: { kind: 'chosen', at },
    reminded: { kind: 'reminded', at },
    supplemented: { kind: 'supplemented', at },
    'firm-asked': { kind: 'firm-asked', at, body },
  };
  return whole[kind];
}
