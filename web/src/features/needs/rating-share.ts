import type { RatingSums } from '@zhitong/contract/needs/rating-contract';
import { isBadGrade, type RatingGrade, ratingGrades } from '@zhitong/domain/needs/rating';

export type Grades = NonNullable<RatingSums['total']['grades']>;

export const countOf = (grades: Grades, grade: RatingGrade): number =>
  grades.find((row) => row.grade === grade)?.count ?? 0;

/** Whoever is at least fairly satisfied: what the standard counts (GB/T 39735). */
export function satisfiedOf(grades: Grades): number {
  return ratingGrades.filter((grade) => !isBadGrade(grade)).reduce((sum, grade) => sum + countOf(grades, grade), 0);
}

/** How many grades are shown: of a period, those of its whole batches. */
export const shownOf = (grades: Grades): number => grades.reduce((sum, { count }) => sum + count, 0);

/** Under twenty a share says less than the two figures it is made of. */
export const fewestForShare = 20;
