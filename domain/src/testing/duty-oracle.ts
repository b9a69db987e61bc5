import type { DutyLeave, DutyState, DutyTerm } from '../directory/duty.ts';
import { isAdministrator } from '../directory/role-groups.ts';

/**
 * For tests only: the rule of the duty table told day by day, as plainly as it can be, sharing no code with what it judges.
 * Answers what is wrong on a day, or nothing.
 */
export function faultsOn(state: DutyState, day: string): readonly string[] {
  return state.matters
    .filter((matter) => within(matter, day))
    .flatMap((matter) => {
      const terms = state.terms.filter((term) => term.dutyId === matter.id && within(term, day));
      const [term] = terms;
      if (term === undefined || terms.length > 1) return [`${matter.number}: ${terms.length} terms on ${day}`];
      const named = [term.ownerPostId, ...(term.deputyPostId ? [term.deputyPostId] : [])];
      if (!named.every((id) => sitsIn(state, { id, bodyId: term.bodyId, day })))
        return [`${matter.number}: named but not there on ${day}`];
      if (new Set(named.map((id) => personOf(state, id))).size < named.length)
        return [`${matter.number}: one person twice on ${day}`];
      const present = answerers(state, term, day);
      return present.length === 1 ? [] : [`${matter.number}: ${present.length} answer on ${day}`];
    });
}

/** The posts that answer for a term on a day; right is exactly one. */
export function answerers(state: DutyState, term: DutyTerm, day: string): readonly string[] {
  for (const start of [term.ownerPostId, term.deputyPostId]) {
    // a chain of covers longer than there are posts goes round in a circle
    let at: string | null = start;
    for (let steps = 0; at !== null && steps <= state.posts.length; steps++) {
      if (!state.posts.some((post) => post.id === at && within(post, day) && !isAdministrator(post.role))) break;
      const away: DutyLeave | undefined = state.leaves.find((leave) => leave.postId === at && within(leave, day));
      if (away === undefined) return [at];
      at = away.coverPostId;
    }
  }
  return [];
}

function within({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean {
  return from <= day && (to === null || to > day);
}

function sitsIn(state: DutyState, { id, bodyId, day }: { id: string; bodyId: string; day: string }): boolean {
  return state.posts.some(
    (post) => post.id === id && post.bodyId === bodyId && within(post, day) && !isAdministrator(post.role),
  );
}

function personOf({ posts }: DutyState, id: string): string | undefined {
  return posts.find((post) => post.id === id)?.personId;
}
