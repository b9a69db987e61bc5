import type { DutyState, DutyTerm, Matter } from './duty.ts';
import { canAnswer, type DutyDesk, deskOf, whoAnswers } from './duty-answering.ts';
import { holdsOn, isBefore, isEmpty, laterDay, type Span } from './duty-span.ts';

/** What is wrong with a matter from a day on. */
export type OrphanCause =
  /** nobody is named for that day, or two are */
  | 'no-term'
  /** owner or deputy does not hold a post in the responsible body that day */
  | 'not-in-body'
  /** owner and deputy are one person */
  | 'one-person'
  /** owner, deputy and all who cover for them are away */
  | 'nobody-there';

export interface Orphan {
  readonly matter: Matter;
  /** the first day */
  readonly day: string;
  readonly cause: OrphanCause;
  /** the post it is about, where it is about one */
  readonly postId: string | undefined;
}

/**
 * Every matter that some day on or after `since` nobody properly answers for, with the first such day. Between the days on
 * which something begins or ends nothing changes, so only those are looked at. O(matters × days × covers).
 */
export function findOrphans(state: DutyState, since: string): readonly Orphan[] {
  const desk = deskOf(state);
  const terms = Map.groupBy(state.terms, ({ dutyId }) => dutyId);
  const turns = turningDays([...state.posts, ...state.leaves]);
  return state.matters.flatMap((matter) => {
    const own = terms.get(matter.id) ?? [];
    const days = [laterDay(matter.from, since), ...turns, ...turningDays(own)]
      .filter((day) => day >= since && holdsOn(matter, day))
      .toSorted();
    for (const day of days) {
      const wrong = faultOn(own, day, desk);
      if (wrong) return [{ matter, day, ...wrong }];
    }
    return [];
  });
}

function faultOn(
  terms: readonly DutyTerm[],
  day: string,
  desk: DutyDesk,
): Pick<Orphan, 'cause' | 'postId'> | undefined {
  const [term, second] = terms.filter((held) => holdsOn(held, day));
  if (!term || second) return { cause: 'no-term', postId: undefined };
  const stranger = holdersOf(term).find((id) => !isInBody(id, { day, desk, bodyId: term.bodyId }));
  if (stranger !== undefined) return { cause: 'not-in-body', postId: stranger };
  if (isOnePerson(term, desk)) return { cause: 'one-person', postId: term.ownerPostId };
  if (!whoAnswers(term, day, desk)) return { cause: 'nobody-there', postId: term.ownerPostId };
  return undefined;
}

function holdersOf({ ownerPostId, deputyPostId }: DutyTerm): readonly string[] {
  return deputyPostId === null ? [ownerPostId] : [ownerPostId, deputyPostId];
}

function isInBody(id: string, { day, desk, bodyId }: { day: string; desk: DutyDesk; bodyId: string }): boolean {
  const post = desk.postOf(id);
  return canAnswer(post, day) && post.bodyId === bodyId;
}

function isOnePerson({ ownerPostId, deputyPostId }: DutyTerm, desk: DutyDesk): boolean {
  return deputyPostId !== null && desk.postOf(ownerPostId)?.personId === desk.postOf(deputyPostId)?.personId;
}

function turningDays(spans: readonly Span[]): readonly string[] {
  const days = new Set<string>();
  for (const span of spans) {
    if (isEmpty(span)) continue;
    days.add(span.from);
    if (span.to !== null && isBefore(span.from, span.to)) days.add(span.to);
  }
  return [...days];
}
