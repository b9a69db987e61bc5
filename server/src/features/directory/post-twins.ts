import type { HeldPost } from '@zhitong/domain/directory/duty';
import type { DutyChanges } from '@zhitong/domain/directory/duty-changes';
import { recordAudit } from '#platform/audit-log';
import { asSystem, enteredContext } from '#platform/context';
import type { Effects } from '#platform/effects';
import { writeDutyChanges } from './duty-store.ts';
import { noteSuccession } from './merge-post-store.ts';
import { bodyAt, type Desk } from './post-desk.ts';

interface AtRecords {
  readonly post: HeldPost;
  /** the same post at the other records of the merged organisation */
  readonly twins: readonly HeldPost[];
  readonly changes: DutyChanges;
}

/**
 * Writes what was decided about a post and its twins. Whoever may change the post at one record may change it at each: the twins are
 * the same post, so that they are written as the system where there are any.
 */
export async function writeAtRecords(desk: Desk, { post, twins, changes }: AtRecords): Promise<void> {
  const { tx, city, state } = desk;
  const write = () => writeDutyChanges(tx, changes, { ...desk, posts: state.posts });
  if (twins.length === 0) return write();
  const places = new Map([post, ...twins].map(({ id, bodyId }) => [bodyId, id]));
  const successions = changes.posts.add.flatMap(({ id: next, bodyId }) => {
    const before = places.get(bodyId);
    return before === undefined ? [] : [{ post: before, next }];
  });
  await asSystem(tx, enteredContext(tx), async () => {
    await write();
    await noteSuccession(tx, city, successions);
  });
}

/** A line of the trail for each other record, after that of the post itself. */
export async function recordTwins(
  desk: Desk,
  effects: Effects,
  { post, twins, action, on, why }: Omit<AtRecords, 'changes'> & Noted,
): Promise<void> {
  for (const twin of twins)
    await recordAudit(desk.tx, effects, {
      ...{ action, subject: { kind: 'post', id: twin.id }, why },
      before: { person: twin.personName, role: twin.role, organisation: bodyAt(desk, twin.bodyId).name, to: twin.to },
      after: { to: on, togetherWith: post.id },
    });
}

interface Noted {
  readonly action: 'post.ended' | 'post.role-changed';
  readonly on: string;
  readonly why: string | undefined;
}
