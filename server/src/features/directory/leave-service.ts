import type { DutyLeave, HeldPost } from '@zhitong/domain/directory/duty';
import { decideLeave, decideReturn, type LeaveOutcome } from '@zhitong/domain/directory/leave-decision';
import { addDays } from '@zhitong/domain/needs/calendar-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { tellLeave } from './duty-events.ts';
import { writeDutyChanges } from './duty-store.ts';
import { atDesk, bodyOfPost, type Desk, type DutyDeps, postAt } from './post-desk.ts';
import { rowsOf } from './post-outcome.ts';

const longest = 366;

/** Records a leave with who covers; one that would leave a matter to nobody is refused with the matters. */
export function enterLeave(
  deps: DutyDeps,
  viewer: Viewer,
  given: { postId?: string | undefined; from: string; to: string; coverPostId: string | null },
) {
  const { from, to, coverPostId } = given;
  const postId = given.postId ?? viewer.postId;
  return atDesk(deps, viewer, {
    find: async (tx) => [await bodyOfPost(tx, { city: viewer.city, id: postId })],
    run: async (desk) => {
      const post = postAt(desk, postId);
      refuseStranger(viewer, post);
      if (to <= from || to <= desk.today || to > addDays(from, longest)) throw new Refusal('directory.leave-days');
      // today is not over: what began in the past is recorded from today on
      const begins = from < desk.today ? desk.today : from;
      const id = desk.newId();
      const outcome = decideLeave(desk.state, { id, post, from: begins, to, coverPostId });
      await write(desk, outcome, post);
      const cover = nameOf(desk, coverPostId);
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'leave.entered', subject: { kind: 'leave', id } },
        after: { person: post.personName, from: begins, to, cover },
      });
      await tellLeave(desk, { viewer, post, cover, from: begins, to });
      return { leave: { id } };
    },
  });
}

/** Back earlier than planned; a leave that is not there or over has nothing to end. */
export function endLeave(deps: DutyDeps, viewer: Viewer, given: { leaveId: string; on?: string | undefined }) {
  return atDesk(deps, viewer, {
    find: async (tx) => [await bodyOfLeave(tx, { city: viewer.city, id: given.leaveId })],
    run: async (desk) => {
      const leave = desk.state.leaves.find(({ id }) => id === given.leaveId);
      if (!leave) throw new Refusal('directory.leave-not-held');
      const post = postAt(desk, leave.postId);
      refuseStranger(viewer, post);
      const on = given.on ?? desk.today;
      if (on < desk.today) throw new Refusal('directory.post-in-the-past');
      await write(desk, decideReturn(desk.state, { leave, on }), post);
      await recordAudit(desk.tx, deps.effects, {
        ...{ action: 'leave.ended', subject: { kind: 'leave', id: leave.id } },
        before: { person: post.personName, to: leave.to },
        after: { to: on },
      });
      return { leave: { id: leave.id } };
    },
  });
}

/** One's own, a colleague's as manager of the organisation, or anybody's as the bureau. */
function refuseStranger(viewer: Viewer, post: HeldPost): void {
  if (post.personId === viewer.personId || viewer.role === 'operator') return;
  if (viewer.role === 'manager' && post.bodyId === viewer.organisationId) return;
  throw new Refusal('platform.forbidden');
}

async function write(desk: Desk, outcome: LeaveOutcome, post: HeldPost): Promise<void> {
  if (outcome.kind === 'away-already') throw awayAlready(outcome.leave, post);
  if (outcome.kind === 'cover-not-there') throw new Refusal('directory.cover-not-there');
  if (outcome.kind === 'post-not-held') throw new Refusal('directory.leave-not-held');
  if (outcome.kind === 'orphaned') {
    const matters = outcome.orphans.map(({ matter }) => matter);
    const named = matters.slice(0, 3).map(({ title }) => title);
    throw new Refusal('directory.leave-orphans', {
      ...{ count: matters.length, day: outcome.orphans[0]?.day ?? '', matters: named.join('、') },
      rows: rowsOf(matters),
    });
  }
  await writeDutyChanges(desk.tx, outcome.changes, { ...desk, posts: desk.state.posts });
}

function awayAlready({ from, to }: DutyLeave, { personName }: HeldPost): Refusal {
  return new Refusal('directory.away-already', { name: personName, from, to });
}

function nameOf({ state }: Desk, postId: string | null): string {
  return state.posts.find(({ id }) => id === postId)?.personName ?? '';
}

async function bodyOfLeave(tx: Tx, { city, id }: { city: string; id: string }): Promise<string> {
  const row = await tx
    .selectFrom('duty_leave')
    .select('body_id')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('directory.leave-not-held');
  return row.body_id;
}
