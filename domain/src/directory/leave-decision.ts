import type { DutyLeave, DutyState, HeldPost } from './duty.ts';
import { type DutyChanges, noChanges } from './duty-changes.ts';
import { orphansMade } from './duty-judging.ts';
import type { Orphan } from './duty-orphans.ts';
import { isBefore, laterDay, overlaps, reaches } from './duty-span.ts';

export interface LeaveWish {
  readonly id: string;
  readonly post: HeldPost;
  readonly from: string;
  readonly to: string;
  readonly coverPostId: string | null;
}

export type LeaveOutcome =
  | { readonly kind: 'decided'; readonly changes: DutyChanges }
  /** away already on one of these days */
  | { readonly kind: 'away-already'; readonly leave: DutyLeave }
  /** the cover holds no post in this body for all these days, or is the person itself */
  | { readonly kind: 'cover-not-there' }
  /** the post is not held on all these days */
  | { readonly kind: 'post-not-held' }
  /** then nobody would answer for these: no deputy, the cover is away too, or the covers go round in a circle */
  | { readonly kind: 'orphaned'; readonly orphans: readonly Orphan[] };

/** Enters a leave. Chains of covers are followed; a leave that would leave a matter to nobody is refused. */
export function decideLeave(state: DutyState, { id, post, from, to, coverPostId }: LeaveWish): LeaveOutcome {
  const leave: DutyLeave = { id, postId: post.id, from, to, coverPostId };
  if (from < post.from || (post.to !== null && to > post.to)) return { kind: 'post-not-held' };
  const other = state.leaves.find((known) => known.postId === post.id && overlaps(known, leave));
  if (other) return { kind: 'away-already', leave: other };
  if (coverPostId !== null && !canCover(state, leave, post)) return { kind: 'cover-not-there' };
  return judged(state, { ...noChanges, leaves: { end: [], add: [leave] } }, from);
}

/** Back earlier than planned; a leave that has not begun is taken back whole. */
export function decideReturn(state: DutyState, { leave, on }: { leave: DutyLeave; on: string }): LeaveOutcome {
  if (!reaches(leave, on)) return { kind: 'post-not-held' };
  const end = [{ id: leave.id, to: laterDay(leave.from, on) }];
  return judged(state, { ...noChanges, leaves: { end, add: [] } }, on);
}

function canCover({ posts }: DutyState, { from, to, coverPostId }: DutyLeave, away: HeldPost): boolean {
  const cover = posts.find(({ id }) => id === coverPostId);
  return (
    cover !== undefined &&
    cover.bodyId === away.bodyId &&
    cover.personId !== away.personId &&
    cover.from <= from &&
    (cover.to === null || !isBefore(cover.to, to))
  );
}

function judged(state: DutyState, changes: DutyChanges, since: string): LeaveOutcome {
  const orphans = orphansMade(state, changes, since);
  return orphans.length > 0 ? { kind: 'orphaned', orphans } : { kind: 'decided', changes };
}
