import type { Sentence } from '../language.ts';

/** 好差评: the five grades, best first, as they stand in one row; none is taken beforehand. */
export const ratingGrades = [5, 4, 3, 2, 1] as const;
export type RatingGrade = (typeof ratingGrades)[number];

export const ratingWords = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} as const satisfies Record<RatingGrade, Sentence>;

/** A link that was not used by then opens no more. */
export const ratingDays = 30;

/** Fewer grades than this would tell a handler who gave them. */
export const fewestGradesShown = 5;

/** The two lowest: the case is taken up again, with time to mend it. */
export function isBadGrade(grade: RatingGrade): boolean {
  return grade <= 2;
}

export const ratingStates = ['open', 'used', 'expired'] as const;
export type RatingState = (typeof ratingStates)[number];

export interface RatingFacts {
  readonly grade: number | null;
  readonly expiresAt: Date;
}

export function ratingState({ grade, expiresAt }: RatingFacts, now: Date): RatingState {
  if (grade !== null) return 'used';
  return now < expiresAt ? 'open' : 'expired';
}

export interface GradeSum {
  readonly count: number;
  /** null: too few to be shown */
  readonly grades: Readonly<Record<RatingGrade, number>> | null;
}

/** The sum of sums that are shown; of what is hidden nothing enters it. */
export function sumOfShown(sums: readonly GradeSum[]): GradeSum {
  const of = (grade: RatingGrade) => sums.reduce((all, { grades }) => all + (grades?.[grade] ?? 0), 0);
  return gradeSum({ 5: of(5), 4: of(4), 3: of(3), 2: of(2), 1: of(1) });
}

/** What a handler may know of the grades of its body: how they are spread, once they are many enough to hide each. */
export function gradeSum(given: Readonly<Record<RatingGrade, number>>): GradeSum {
  const count = ratingGrades.reduce((sum, grade) => sum + given[grade], 0);
  return { count, grades: count < fewestGradesShown ? null : given };
}
