import type { CaseTerms } from './case-clock.ts';
import type { CaseState } from './case-history.ts';
import { type CaseRung, caseEscalations, caseRungs } from './case-light.ts';
import { type CaseMark, type CaseMarkKind, caseMarkKinds, caseMarks } from './case-mark.ts';
import type { CaseRules } from './case-terms.ts';
import { workedAfter } from './working-time.ts';

/** Something that falls due in the current round. Its name tells it apart within the round: a name fires once. */
export interface CaseTimer {
  readonly kind: `rung ${CaseRung['who']}` | `${MarkName} ${CaseRung['who'] | 'near'}`;
  readonly dueAt: Date;
}

type MarkName = `sign ${number}` | 'first-answer';

/** What falls due if nothing else happens: the marks with who is told of them, and the rungs of the ladder. */
export function caseTimers(state: CaseState, terms: CaseTerms, rules: CaseRules): readonly CaseTimer[] {
  const rungs = caseEscalations(state, terms, rules.ladder);
  const marks = caseMarks(state, { calendar: terms.calendar, marks: rules.marks });
  return [
    ...marks.filter(({ endedAt }) => endedAt === null).flatMap((mark) => markTimers(mark, terms, rules)),
    ...rungs.map(({ who, due }) => ({ kind: `rung ${who}` as const, dueAt: due.at })),
  ];
}

/** Near as the light of a case is, then a rung of the marks after the other. */
function markTimers(
  { kind, nth, from, dueAt }: CaseMark,
  { calendar }: CaseTerms,
  { light, marks: { within, ladder } }: CaseRules,
): readonly CaseTimer[] {
  const name: MarkName = kind === 'sign' ? `sign ${nth}` : kind;
  const near = Math.min(light.yellowMs, light.yellowShare * within[kind]);
  return [
    { kind: `${name} near`, dueAt: workedAfter(calendar, from, Math.max(0, within[kind] - near)).at },
    ...ladder.map(({ who, afterMs }) => ({
      kind: `${name} ${who}` as const,
      dueAt: workedAfter(calendar, dueAt, Math.max(0, afterMs)).at,
    })),
  ];
}

/** What a timer is about. */
export interface TimerSubject {
  /** null: the due instant of the case */
  readonly mark: CaseMarkKind | null;
  /** null: nobody has a task yet, the body is told that it falls due soon */
  readonly who: CaseRung['who'] | null;
}

/** A timer named `sign 1` alone was planned before marks had rungs: its handler is told. */
export function subjectOf(kind: string): TimerSubject {
  const mark = caseMarkKinds.find((one) => kind.startsWith(`${one} `)) ?? null;
  const who = caseRungs.find((one) => kind.endsWith(` ${one}`));
  const near = kind.endsWith(' near');
  return { mark, who: who ?? (near ? null : 'handler') };
}
