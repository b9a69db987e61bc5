import type { LeaveRow, listMyLeaves } from '@zhitong/contract/directory/leave-contract';
import type { DutyLeave, HeldPost } from '@zhitong/domain/directory/duty';
import { canAnswer } from '@zhitong/domain/directory/duty-answering';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { listBodyLeaves, listBodyPosts } from './duty-state.ts';
import { candidate } from './person-views.ts';
import type { DutyDeps } from './post-desk.ts';

type Mine = z.input<typeof listMyLeaves.reply>;
const lookingBack = '1900-01-01';
const kept = 50;

/** One's own leaves in this post, the ones one covers, and the colleagues who could cover. */
export function viewMyLeaves({ database, effects }: DutyDeps, viewer: Viewer): Promise<Mine> {
  const { city, organisationId, organisationName, postId, role } = viewer;
  const today = cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const at = { city, bodyIds: [organisationId] };
    const posts = await listBodyPosts(tx, { ...at, since: lookingBack });
    const leaves = await listBodyLeaves(tx, { ...at, since: lookingBack });
    const own = new Set(posts.filter(({ personId }) => personId === viewer.personId).map(({ id }) => id));
    const named = (rows: readonly DutyLeave[]) => rows.map((leave) => leaveReply(leave, posts, today));
    return {
      today,
      post: { id: postId, organisation: { id: organisationId, name: organisationName }, role },
      leaves: named(
        leaves
          .filter((leave) => own.has(leave.postId))
          .toReversed()
          .slice(0, kept),
      ),
      covering: named(leaves.filter(({ coverPostId, to }) => own.has(coverPostId ?? '') && to > today)),
      colleagues: posts.filter((post) => canAnswer(post, today) && post.personId !== viewer.personId).map(candidate),
    };
  });
}

function leaveReply(
  { id, postId, coverPostId, from, to }: DutyLeave,
  posts: readonly HeldPost[],
  today: string,
): LeaveRow {
  const nameOf = (key: string | null) => posts.find((post) => post.id === key)?.personName ?? null;
  return { id, postId, person: nameOf(postId) ?? '', from, to, cover: nameOf(coverPostId), state: stateOn(today) };

  function stateOn(day: string): LeaveRow['state'] {
    if (to <= day) return 'over';
    return from > day ? 'planned' : 'away';
  }
}
