import { describe, expect, it } from 'vitest';
import { calendar, hour, start } from '../testing/case-histories.ts';
import type { CaseAction } from './case-action.ts';
import { type CaseTerms, caseClock } from './case-clock.ts';
import { caseState } from './case-history.ts';
import { type CaseRung, caseEscalations, caseLight } from './case-light.ts';
import { workedAfter } from './working-time.ts';

const terms: CaseTerms = { calendar, allowanceMs: 5 * 7 * hour, penaltyMs: 6 * hour };
const missed = { yellowAt: null, redAt: null, wasRed: false };
const rule = { yellowMs: 7 * hour, yellowShare: 0.5, allowanceMs: terms.allowanceMs, missed };
const submitted: CaseAction = { kind: 'submitted', at: start, next: 'housing' };
const instant = (worked: number) => workedAfter(calendar, start, worked).at;
const answeredAt = (worked: number): CaseAction => ({ kind: 'answered', at: instant(worked), body: 'housing' });

function light(actions: readonly CaseAction[], worked: number): string {
  const state = caseState([submitted, ...actions]);
  return caseLight(state, caseClock(state, terms, instant(worked)), rule);
}

describe('the light of a case', () => {
  it('is green, yellow near its time and red beyond it', () => {
    expect([27, 28, 35, 36].map((hours) => light([], hours * hour))).toEqual(['green', 'yellow', 'yellow', 'red']);
  });

  it('turns a red that is caught up yellow, never green', () => {
    expect(light([answeredAt(36 * hour)], 40 * hour)).toBe('caught-up');
    expect(light([answeredAt(30 * hour)], 90 * hour)).toBe('green');
  });

  it('burns on when the firm says that it is not solved', () => {
    const again: CaseAction = { kind: 'not-solved', at: instant(40 * hour) };
    expect(light([answeredAt(30 * hour), again], 40 * hour)).toBe('red');
  });

  it('says solved and closed unsolved as two things', () => {
    expect(light([answeredAt(hour), { kind: 'confirmed', at: instant(2 * hour) }], 3 * hour)).toBe('solved');
    expect(light([answeredAt(hour), { kind: 'closed', at: instant(2 * hour), code: 'needs-funds' }], 3 * hour)).toBe(
      'unsolved',
    );
  });

  it('is yellow for half a short allowance at most', () => {
    const short = { ...rule, allowanceMs: 2 * hour };
    const state = caseState([submitted]);
    const at = (worked: number) =>
      caseLight(state, caseClock(state, { ...terms, allowanceMs: 2 * hour }, instant(worked)), short);
    expect([0.5 * hour, 1.5 * hour].map(at)).toEqual(['green', 'yellow']);
  });
});

describe('the ladder', () => {
  const ladder: readonly CaseRung[] = [
    { who: 'head', afterMs: 7 * hour },
    { who: 'handler', afterMs: -4 * hour },
    { who: 'deputy', afterMs: 0 },
  ];

  it('falls due rung by rung in working time, the lowest first', () => {
    expect(caseEscalations(caseState([submitted]), terms, ladder)).toEqual([
      { who: 'handler', due: workedAfter(calendar, start, 31 * hour) },
      { who: 'deputy', due: workedAfter(calendar, start, 35 * hour) },
      { who: 'head', due: workedAfter(calendar, start, 42 * hour) },
    ]);
  });

  it('rests while the firm has the word, and when the case is over', () => {
    expect(caseEscalations(caseState([submitted, answeredAt(hour)]), terms, ladder)).toEqual([]);
    const solved: CaseAction = { kind: 'confirmed', at: instant(2 * hour) };
    expect(caseEscalations(caseState([submitted, answeredAt(hour), solved]), terms, ladder)).toEqual([]);
  });
});
