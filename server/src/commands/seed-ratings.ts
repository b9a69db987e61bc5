import { drawChance, drawNumber, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { callbackOutcomes } from '@zhitong/domain/needs/callback';
import { drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { ratingDays } from '@zhitong/domain/needs/rating';
import type { CaseStory, CaseWorld } from './seed-case-stories.ts';

const hour = 3_600_000;

interface RatedCase {
  readonly story: CaseStory;
  /** the body that answers for it at its end */
  readonly state: { readonly lead: string };
}

/** An end of a demo case, and when it was taken up again after a bad grade. */
interface End {
  readonly round: number;
  readonly at: Date;
  readonly reopened: Date | undefined;
  readonly answered: Date | undefined;
}

/** What firms of the demo city graded: most are content, a few had it taken up again, some have not rated yet. */
export function ratingRows(world: CaseWorld, cases: readonly RatedCase[], names: ReadonlyMap<string, string>) {
  const random = seededRandom('ratings');
  return cases
    .filter(({ story }) => story.kind !== 'sourcing')
    .flatMap(({ story, state }) =>
      endsOf(story).map((end) => ({
        ...{ city: story.asker.city, id: world.newId(), case_id: story.id, need_id: story.needId, round: end.round },
        ...{ asker_id: story.asker.id, body_id: state.lead, body_name: names.get(state.lead) ?? '' },
        ...{ opened_at: end.at, expires_at: new Date(end.at.getTime() + ratingDays * 24 * hour) },
        ...(story.rated === 'at-once' ? gradedAtOnce(end) : gradeOf(random, end, world.now)),
      })),
    );
}

function endsOf({ steps }: CaseStory): readonly End[] {
  const ends: End[] = [];
  let answered: Date | undefined;
  for (const [place, { action }] of steps.entries()) {
    if (action.kind === 'answered') answered = action.at;
    if (action.kind !== 'confirmed' && action.kind !== 'closed') continue;
    const next = steps[place + 1]?.action;
    const reopened = next?.kind === 'reopened' ? next.at : undefined;
    ends.push({ round: ends.length + 1, at: action.at, reopened, answered });
  }
  return ends;
}

const gradedAtOnce = ({ at }: End) => ({ grade: 5, rated_at: new Date(at.getTime() + 10_000), same_address: true });

const goodGrades = [
  [5, 62],
  [4, 28],
  [3, 10],
] as const;

function gradeOf(random: SeededRandom, { at, reopened, answered }: End, now: Date) {
  const unrated = { grade: null, rated_at: null, same_address: false };
  if (reopened) return { grade: drawChance(random, 0.7) ? 2 : 1, rated_at: reopened, same_address: false };
  const hasty = drawChance(random, 0.03);
  const ratedAt = new Date(at.getTime() + (hasty ? 0.01 : drawNumber(random, 0.5, 40)) * hour);
  const [grade] = drawWeighted(random, goodGrades, ([, weight]) => weight);
  if (!answered || ratedAt > now || drawChance(random, 0.25)) return unrated;
  // a few came from where the answer came from: the detector has something to show
  return { grade, rated_at: ratedAt, same_address: hasty };
}

const said = ['电话里说已经办好，窗口态度不错。', '说材料交了还没有下文，请再催一下。', '打了两次没有人接。'] as const;

/** The sample of the last day on which something was closed, half of it called back already. */
export function callbackRows({ rows, now, newId }: CaseWorld, stories: readonly CaseStory[]) {
  const random = seededRandom('call-backs');
  const today = cityDay(now);
  const closings = stories.flatMap((story) =>
    endsOf(story).flatMap(({ at }) => (cityDay(at) < today ? [{ story, day: cityDay(at) }] : [])),
  );
  const day = closings
    .map((one) => one.day)
    .toSorted()
    .at(-1);
  const operator = rows.posts.find(({ role }) => role === 'operator');
  const caller = rows.people.find(({ id }) => id === operator?.personId);
  const city = rows.duties[0]?.city;
  if (!day || !caller || !city) return [];
  const ids = new Set(closings.filter((one) => one.day === day).map(({ story }) => story.id));
  const drawn = drawCallbacks(day, [...ids]);
  return drawn.slice(0, Math.ceil(drawn.length / 2)).map((id, place) => ({
    ...{ city, id: newId(), case_id: id, day, outcome: callbackOutcomes[place % 3] ?? 'solved' },
    ...{ said: said[place % 3] ?? drawOne(random, said), person_id: caller.id, person_name: caller.name, at: now },
  }));
}
