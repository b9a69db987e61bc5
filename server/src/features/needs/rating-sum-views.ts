import type { RatingSums } from '@zhitong/contract/needs/rating-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type GradeSum, gradeSum, ratingGrades, sumOfShown } from '@zhitong/domain/needs/rating';
import {
  countOf,
  daysOfPeriod,
  gradesWithin,
  type RatingDays,
  type WantedPeriod,
} from '@zhitong/domain/needs/rating-period';
import { Refusal } from '@zhitong/domain/refusal';
import { asSystem, enteredContext, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { isBody } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import { type BodyDays, listGradesByDay } from './rating-reading.ts';

/** days on which cases of bodies ended: a thousand bodies over years */
const mostDays = 500_000;

/** The grades of one’s own body in a period, once they are enough to hide who gave them. A firm answers for no case. */
export function viewGrades({ database, effects }: CaseDeps, viewer: Viewer, wanted: WantedPeriod) {
  const period = daysOfPeriod(wanted, cityDay(effects.now()));
  const { city, organisationId: bodyId } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    // every other role there is at bodies alone
    if (viewer.role === 'manager' && !(await isBody(tx, { city, id: bodyId }))) throw new Refusal('ratings.not-a-body');
    const of = { city, bodyId, limit: mostDays };
    const [found] = await asSystem(tx, enteredContext(tx), () => listGradesByDay(tx, of));
    const { given, sum } = sumsOf(found?.days ?? [], period);
    return { count: given, grades: gradesOf(sum) };
  });
}

/** The grades of each body of the city in a period. Those of fewer than five are in no sum, or the foot would tell them. */
export function viewGradesByBody(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  wanted: WantedPeriod,
): Promise<RatingSums> {
  const period = daysOfPeriod(wanted, cityDay(effects.now()));
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await asSystem(tx, enteredContext(tx), () => listGradesByDay(tx, { city, limit: mostDays }));
    const sums = found
      .map(({ body, days }) => ({ body, ...sumsOf(days, period) }))
      .filter(({ asked }) => asked > 0)
      .toSorted(
        (one, other) => other.given - one.given || other.asked - one.asked || (one.body.id < other.body.id ? -1 : 1),
      );
    const bodies = sums.map(({ body, asked, given, sum }) => ({ body, asked, count: given, grades: gradesOf(sum) }));
    const shown = sums.filter(({ sum }) => sum.grades !== null);
    const all = (of: 'asked' | 'given') => shown.reduce((total, row) => total + row[of], 0);
    const foot = sumOfShown(shown.map(({ sum }) => sum));
    return { bodies, total: { asked: all('asked'), count: all('given'), grades: gradesOf(foot) } };
  });
}

/** How many could be rated and were, and the grades that may be shown of them: whole batches of five or more. */
function sumsOf(days: BodyDays['days'], period: RatingDays | null) {
  const within = days.filter(({ day }) => period === null || (day >= period.from && day <= period.to));
  const asked = within.reduce((sum, one) => sum + one.asked, 0);
  const given = within.reduce((sum, { grades }) => sum + countOf(grades), 0);
  return { asked, given, sum: gradeSum(gradesWithin(days, period)) };
}

const gradesOf = ({ grades }: GradeSum) => grades && ratingGrades.map((grade) => ({ grade, count: grades[grade] }));
