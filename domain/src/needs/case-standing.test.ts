import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hour, minute, playCase, tries } from '../testing/case-histories.ts';
import { usualCaseTerms } from '../testing/usual-case-terms.ts';
import { caseClock } from './case-clock.ts';
import { caseLight } from './case-light.ts';
import { caseMarks, markLights } from './case-mark.ts';
import { caseStanding, lightOfStanding, remainingOfStanding } from './case-standing.ts';
import { caseRules, givenTerms, workingDaysMs } from './case-terms.ts';

const rules = caseRules(usualCaseTerms);

it('shows the same light and the same time left in a row as its history does, at any instant after any history', () => {
  fc.assert(
    fc.property(tries, fc.integer({ min: 0, max: 40 * 24 * 60 }), (list, later) => {
      for (const { state, at } of playCase(list)) {
        const terms = givenTerms(rules, { list: 'problem', class: 'normal', at: state.rounds[0]?.start ?? at });
        const now = new Date(at.getTime() + later * minute);
        const clock = caseClock(state, terms, now);
        const standing = caseStanding(state, terms, rules);
        const missed = markLights(caseMarks(state, rules), rules.marks);
        const light = caseLight(state, clock, { ...rules.light, allowanceMs: terms.allowanceMs, missed });
        expect(lightOfStanding({ ...standing, status: state.status }, now)).toBe(light);
        expect(remainingOfStanding(standing, rules, now)).toBe(clock.remainingMs);
      }
    }),
    { numRuns: 150 },
  );
});

it('turns red the moment the due instant has passed, also when that is the end of a Friday', () => {
  const friday = new Date('2026-11-27T08:30:00+08:00');
  const terms = givenTerms(rules, { list: 'problem', class: 'simple', at: friday });
  const [{ state }] = playCase([]);
  const at = { ...state, rounds: state.rounds.map((round) => ({ ...round, start: friday })) };
  const standing = { ...caseStanding(at, terms, rules), status: at.status };
  expect(standing.dueAt).toEqual(new Date('2026-11-27T17:30:00+08:00'));
  expect(lightOfStanding(standing, new Date('2026-11-27T17:30:00+08:00'))).toBe('yellow');
  expect(lightOfStanding(standing, new Date('2026-11-28T10:00:00+08:00'))).toBe('red');
});

it('counts the day of an allowance by the office hours of the day it begins on', () => {
  expect(workingDaysMs(rules, 5, new Date('2026-11-23T09:00:00+08:00'))).toBe(5 * 7.5 * hour);
});
