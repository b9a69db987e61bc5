import type { DutyLeave, DutyState, DutyTerm, HeldPost } from './duty.ts';
import { holdsOn } from './duty-span.ts';
import { isAdministrator } from './role-groups.ts';

/** Why this post answers: it owns the matter, stands in for somebody away, or is the deputy. */
export type AnsweringBecause = 'owner' | 'cover' | 'deputy';

export interface Answering {
  readonly post: HeldPost;
  readonly because: AnsweringBecause;
  /** from the owner or deputy to the one who answers, each away but the last */
  readonly path: readonly HeldPost[];
}

/** Who holds which post and who is away, to be asked by day. */
export interface DutyDesk {
  readonly postOf: (id: string) => HeldPost | undefined;
  readonly leaveOn: (postId: string, day: string) => DutyLeave | undefined;
}

export function deskOf({ posts, leaves }: Pick<DutyState, 'posts' | 'leaves'>): DutyDesk {
  const held = new Map(posts.map((post) => [post.id, post]));
  const away = Map.groupBy(leaves, ({ postId }) => postId);
  return {
    postOf: (id) => held.get(id),
    leaveOn: (postId, day) => away.get(postId)?.find((leave) => holdsOn(leave, day)),
  };
}

/** The one person who answers for a matter on a day: the owner; while away the cover, and the cover's cover; else the deputy. */
export function whoAnswers(term: DutyTerm, day: string, desk: DutyDesk): Answering | undefined {
  const owner = follow(term.ownerPostId, day, desk);
  const standing = owner.at(-1);
  if (standing) return { post: standing, because: owner.length > 1 ? 'cover' : 'owner', path: owner };
  if (term.deputyPostId === null) return undefined;
  const deputy = follow(term.deputyPostId, day, desk);
  const second = deputy.at(-1);
  return second && { post: second, because: 'deputy', path: deputy };
}

/** May own, deputise or cover: a post of the city's business that is held on this day. */
export function canAnswer(post: HeldPost | undefined, day: string): post is HeldPost {
  return post !== undefined && !isAdministrator(post.role) && holdsOn(post, day);
}

/** From a post over its cover to whoever is there; empty when nobody is, or when the covers go round in a circle. */
function follow(postId: string, day: string, { postOf, leaveOn }: DutyDesk): readonly HeldPost[] {
  const path: HeldPost[] = [];
  for (let at: string | null = postId; at !== null; ) {
    const post = postOf(at);
    if (!canAnswer(post, day) || path.includes(post)) return [];
    path.push(post);
    const leave = leaveOn(at, day);
    if (!leave) return path;
    at = leave.coverPostId;
  }
  return [];
}
