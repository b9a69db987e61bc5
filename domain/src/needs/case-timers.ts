import type { CaseTerms } from './case-clock.ts';
import { type CaseState, currentRound } from './case-history.ts';
import { type CaseRung, caseEscalations, caseRungs } from './case-light.ts';
import { caseStanding } from './case-standing.ts';
import type { CaseRules } from './case-terms.ts';

/** Something that falls due in the current round. Its name tells it apart within the round: a name fires once. */
export interface CaseTimer {
  readonly kind: `sign ${number}` | `rung ${CaseRung['who']}`;
  readonly dueAt: Date;
}

/** What falls due if nothing else happens: that the body signs, once for each body that holds the case, and the rungs of the ladder. */
export function caseTimers(state: CaseState, terms: CaseTerms, rules: CaseRules): readonly CaseTimer[] {
  const { signDueAt } = caseStanding(state, terms, rules);
  const rungs = caseEscalations(state, terms, rules.ladder);
  return [
    ...(signDueAt ? [{ kind: `sign ${currentRound(state).holdings.length}` as const, dueAt: signDueAt }] : []),
    ...rungs.map(({ who, due }) => ({ kind: `rung ${who}` as const, dueAt: due.at })),
  ];
}

/** The rung of a timer; undefined: it is about the signature. */
export function rungOf(kind: string): CaseRung['who'] | undefined {
  return caseRungs.find((who) => kind === `rung ${who}`);
}
