import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, hour, minute, playCase, start, tries } from '../testing/case-histories.ts';
import { usualCaseTerms } from '../testing/usual-case-terms.ts';
import type { CaseAction, CaseActionKind } from './case-action.ts';
import { caseClock } from './case-clock.ts';
import { caseState, currentRound } from './case-history.ts';
import { caseLight } from './case-light.ts';
import { caseMarks, isMissable, markLights } from './case-mark.ts';
import { caseStanding } from './case-standing.ts';
import { type CaseRules, caseRules } from './case-terms.ts';
import { caseTimers, subjectOf } from './case-timers.ts';
import { workedAfter } from './working-time.ts';

const usual: CaseRules = { ...caseRules(usualCaseTerms), calendar };
const strict: CaseRules = { ...usual, marks: { ...usual.marks, light: { sign: 'red', 'first-answer': 'red' } } };
const terms = { calendar, allowanceMs: 5 * 7 * hour, penaltyMs: 6 * hour };
const submitted: CaseAction = { kind: 'submitted', at: start, next: 'housing' };
const worked = (ms: number) => workedAfter(calendar, start, ms).at;
const signed = (ms: number, words?: true): CaseAction => ({
  ...{ kind: 'accepted', at: worked(ms), body: 'housing' },
  ...(words && { words }),
});
const asked = (ms: number): CaseAction => ({ kind: 'firm-asked', at: worked(ms), body: 'housing' });
const answered = (ms: number): CaseAction => ({ kind: 'answered', at: worked(ms), body: 'housing' });
const owed = (actions: readonly CaseAction[]) =>
  caseMarks(caseState([submitted, ...actions]), usual).flatMap(({ kind, endedAt }) => (endedAt === null ? [kind] : []));

function light(actions: readonly CaseAction[], ms: number, rules = usual): string {
  const state = caseState([submitted, ...actions]);
  const clock = caseClock(state, terms, worked(ms));
  const missed = markLights(caseMarks(state, rules), rules.marks);
  return caseLight(state, clock, { ...rules.light, allowanceMs: terms.allowanceMs, missed });
}

describe('the marks of a case', () => {
  it('are owed from the submission: a first answer within an hour, a signature within two', () => {
    const marks = caseMarks(caseState([submitted]), usual);
    expect(marks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['first-answer', worked(hour)],
      ['sign', worked(2 * hour)],
    ]);
  });

  it('take signing with words, a question and an answer as the first answer, and signing without words as none', () => {
    expect(owed([signed(hour)])).toEqual(['first-answer']);
    expect(owed([signed(hour, true)])).toEqual([]);
    expect(owed([asked(hour)])).toEqual(['sign']);
    expect(owed([answered(hour)])).toEqual([]);
  });

  it('ask each body that gets the case to sign, and keep the hour of the first answer', () => {
    const back: CaseAction = {
      ...{ kind: 'handed-back', at: worked(1.5 * hour), body: 'housing', next: 'transport', code: 'not-our-duty' },
    };
    const marks = caseMarks(caseState([submitted, back]), usual);
    expect(marks.map(({ kind, nth, dueAt, endedAt }) => [kind, nth, dueAt, endedAt === null])).toEqual([
      ['first-answer', 1, worked(hour), true],
      ['sign', 1, worked(2 * hour), false],
      ['sign', 2, worked(3.5 * hour), true],
    ]);
  });

  it('owe nothing for a sourcing need, which the platform takes up itself', () => {
    const running: CaseAction = { ...submitted, running: true };
    expect(caseState([running])).toMatchObject({ status: 'handling' });
    expect(caseMarks(caseState([running]), usual).filter(isMissable)).toEqual([]);
  });
});

describe('a mark that is missed', () => {
  it('makes the light yellow at once, and keeps it from green while the case runs', () => {
    expect([0.9, 1, 3].map((hours) => light([], hours * hour))).toEqual(['green', 'yellow', 'yellow']);
    expect(light([asked(0.5 * hour), signed(hour)], 3 * hour)).toBe('green');
    expect(light([signed(3 * hour, true)], 4 * hour)).toBe('yellow');
    expect(light([answered(3 * hour)], 4 * hour)).toBe('green');
  });

  it('makes it red where the terms say so, yellow when it is made up, and never green again', () => {
    expect([0.9, 1, 1.1].map((hours) => light([], hours * hour, strict))).toEqual(['green', 'yellow', 'red']);
    expect(light([signed(3 * hour, true)], 4 * hour, strict)).toBe('yellow');
    expect(light([answered(3 * hour)], 4 * hour, strict)).toBe('caught-up');
  });

  it('has timers: the body near its time, the handler when it is missed, then the next rung', () => {
    const state = caseState([submitted]);
    const marked = caseTimers(state, terms, usual).filter(({ kind }) => !kind.startsWith('rung'));
    expect(marked).toEqual([
      { kind: 'first-answer near', dueAt: worked(0.75 * hour) },
      { kind: 'first-answer handler', dueAt: worked(hour) },
      { kind: 'first-answer deputy', dueAt: worked(2 * hour) },
      { kind: 'sign 1 near', dueAt: worked(1.5 * hour) },
      { kind: 'sign 1 handler', dueAt: worked(2 * hour) },
      { kind: 'sign 1 deputy', dueAt: worked(3 * hour) },
    ]);
    expect(marked.map(({ kind }) => subjectOf(kind))).toEqual([
      { mark: 'first-answer', who: null },
      { mark: 'first-answer', who: 'handler' },
      { mark: 'first-answer', who: 'deputy' },
      { mark: 'sign', who: null },
      { mark: 'sign', who: 'handler' },
      { mark: 'sign', who: 'deputy' },
    ]);
    expect(subjectOf('rung chief')).toEqual({ mark: null, who: 'chief' });
    expect(subjectOf('sign 1')).toEqual({ mark: 'sign', who: 'handler' });
  });
});

describe('the marks of a case, over any history of what people try', () => {
  const words: ReadonlySet<CaseActionKind> = new Set([
    ...(['answered', 'firm-asked', 'bank-offered', 'bank-declined', 'sheet-answered', 'answer-mended'] as const),
  ]);

  it('know the first words to the firm since the submission or the last reopening, and nothing before', () => {
    overHistories(({ state, actions }) => {
      const begun = actions.findLastIndex(({ kind }) => kind === 'submitted' || kind === 'reopened');
      const first = actions.slice(begun).find(({ kind }) => words.has(kind));
      expect(currentRound(state).heardAt).toEqual(first?.at ?? null);
    });
  });

  it('show a row the same light as the history, under lenient and strict terms', () => {
    overHistories(({ state, at }, later) => {
      for (const rules of [usual, strict]) {
        const missed = markLights(caseMarks(state, rules), rules.marks);
        const { dueAt, signDueAt, firstAnswerDueAt } = caseStanding(state, terms, rules);
        expect(dueAt).toEqual(caseClock(state, terms, later).due.at);
        const running = state.status === 'handling' || state.status === 'waiting';
        expect(signDueAt !== null).toBe(state.status === 'waiting');
        if (!running) expect(firstAnswerDueAt).toBeNull();
        if (missed.yellowAt && running && later >= missed.yellowAt)
          expect(
            caseLight(state, caseClock(state, terms, later), {
              ...rules.light,
              allowanceMs: terms.allowanceMs,
              missed,
            }),
          ).toMatch(/yellow|red/);
        expect(at <= later).toBe(true);
      }
    });
  });

  function overHistories(check: (one: ReturnType<typeof playCase>[number], later: Date) => void): void {
    fc.assert(
      fc.property(tries, fc.integer({ min: 0, max: 20 * 24 * 60 }), (list, wait) => {
        for (const one of playCase(list)) check(one, new Date(one.at.getTime() + wait * minute));
      }),
      { numRuns: 150 },
    );
  }
});
