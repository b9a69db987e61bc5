import type { DutyLeave, DutyState, HeldPost, Matter } from './duty.ts';
import { applyChanges, type DutyChanges, joinChanges, noChanges } from './duty-changes.ts';
import { handOver, type Successors } from './duty-handover.ts';
import { orphansMade } from './duty-judging.ts';
import type { Orphan } from './duty-orphans.ts';
import { isBefore, laterDay, reaches } from './duty-span.ts';
import type { PostRole } from './organisation.ts';
import { isAdministrator } from './role-groups.ts';

export interface Vacating {
  readonly post: HeldPost;
  /** the first day on which the post is no longer held */
  readonly on: string;
  readonly successors: Successors;
  readonly newId: () => string;
}

export type VacatingOutcome =
  | { readonly kind: 'vacated'; readonly changes: DutyChanges; readonly matters: readonly Matter[] }
  | { readonly kind: 'without-successor'; readonly matters: readonly Matter[] }
  /** with these successors, matters would be left without somebody who answers */
  | { readonly kind: 'orphaned'; readonly orphans: readonly Orphan[] }
  /** it ends earlier already */
  | { readonly kind: 'ended-before' };

/** Ends a post by date: its matters go to successors in the same change, or the change is refused. */
export function decideVacating(state: DutyState, { post, on: asked, successors, newId }: Vacating): VacatingOutcome {
  const on = firstDay(post, asked);
  if (!isBefore(on, post.to)) return { kind: 'ended-before' };
  const handed = handOver(state, { postId: post.id, on, successors, newId });
  if (handed.kind !== 'handed-over') return handed;
  const ending = { ...noChanges, posts: { end: [{ id: post.id, to: on }], add: [] } };
  return judged(state, { changes: joinChanges(handed.changes, ending), matters: handed.matters, since: on });
}

/** A post that begins later ends, or becomes another, before it was ever held. */
const firstDay = ({ from }: HeldPost, asked: string) => laterDay(from, asked);

export interface RoleChange extends Vacating {
  readonly role: PostRole;
}

/** Another role is another post of the same person; it keeps the matters unless it is an administrator's. */
export function decideRoleChange(state: DutyState, wanted: RoleChange): VacatingOutcome {
  const change = { ...wanted, on: firstDay(wanted.post, wanted.on) };
  const { post, on, role, newId } = change;
  if (!isBefore(on, post.to)) return { kind: 'ended-before' };
  const next: HeldPost = { ...post, id: newId(), role, from: on };
  const giving: DutyChanges = {
    ...noChanges,
    posts: { end: [{ id: post.id, to: on }], add: [next] },
    leaves: { end: [], add: leavesOf(state, change).map((leave) => ({ ...leave, id: newId(), postId: next.id })) },
  };
  const after = applyChanges(state, giving);
  const successors = isAdministrator(role) ? change.successors : { all: next.id };
  const handed = handOver(after, { postId: post.id, on, successors, newId });
  if (handed.kind !== 'handed-over') return handed;
  return judged(state, { changes: joinChanges(giving, handed.changes), matters: handed.matters, since: on });
}

/**
 * The same decision on each post of one person that stands for the same one, e.g. at every record of a merged organisation: one after
 * another, each on the state the one before it leaves. What is in the way of one is in the way of all.
 */
export function decideEach(
  state: DutyState,
  posts: readonly HeldPost[],
  decide: (state: DutyState, post: HeldPost) => VacatingOutcome,
): VacatingOutcome {
  let changes = noChanges;
  const matters: Matter[] = [];
  for (const post of posts) {
    const outcome = decide(applyChanges(state, changes), post);
    if (outcome.kind !== 'vacated') return outcome;
    changes = joinChanges(changes, outcome.changes);
    matters.push(...outcome.matters);
  }
  return { kind: 'vacated', changes, matters };
}

/** Whoever is away stays away in the new role; the old post's leave ends with the old post. */
function leavesOf({ leaves }: DutyState, { post, on }: RoleChange): readonly DutyLeave[] {
  return leaves
    .filter((leave) => leave.postId === post.id && reaches(leave, on))
    .map((leave) => ({ ...leave, from: laterDay(leave.from, on) }));
}

function judged(
  state: DutyState,
  { changes, matters, since }: { changes: DutyChanges; matters: readonly Matter[]; since: string },
): VacatingOutcome {
  const orphans = orphansMade(state, changes, since);
  return orphans.length > 0 ? { kind: 'orphaned', orphans } : { kind: 'vacated', changes, matters };
}
