import { judgeViewing, viewingEnd } from '@zhitong/domain/directory/viewing';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { AuthUse } from './auth-options.ts';
import { contextOfPerson, type Origin } from './session-origin.ts';
import type { SignedIn } from './session-service.ts';
import { clearViewing, findViewedPost, type ViewedPost, writeViewing } from './viewing-store.ts';

interface Start {
  readonly postId: string;
  readonly purpose: string;
}

/** 以某人视角查看: from now on this session reads as that post, within its own rights, and writes nothing. */
export async function startViewing(
  use: AuthUse,
  { viewer, who }: { viewer: Viewer; who: SignedIn },
  { postId, purpose }: Start,
): Promise<void> {
  const { database, effects, sessions } = use;
  const now = effects.now();
  const target = await findViewedPost(database, { city: viewer.city, postId, now });
  if (!target) throw new Refusal('platform.not-found');
  const verdict = judgeViewing(viewer, { personId: target.person.id, role: target.post.role });
  if (verdict !== 'yes') throw new Refusal(`directory.viewing-${verdict}`);
  const until = viewingEnd(now);
  await inContext(database, { ...contextOf(viewer), viewer: 'system' }, async (tx) => {
    await writeViewing(tx, who.sessionId, { postId, until });
    await recordAudit(tx, effects, {
      action: 'viewing.started',
      subject: { kind: 'person', id: target.person.id },
      after: { ...factsOf(target), until: until.toISOString() },
      why: purpose,
    });
  });
  sessions.forget();
}

export type ViewingEnd = 'by-hand' | 'signed-out' | 'time-over';

/** Ends it, whoever notices; the line in the trail is written once. */
export async function endViewing(
  { database, effects, sessions }: Pick<AuthUse, 'database' | 'effects' | 'sessions'>,
  who: SignedIn,
  { how, from }: { readonly how: ViewingEnd; readonly from: Origin },
): Promise<boolean> {
  const { viewing } = who;
  if (!viewing) return false;
  const { person } = who;
  const { city } = person;
  const target = await findViewedPost(database, { city, postId: viewing.postId, now: effects.now() });
  const ended = await inContext(database, contextOfPerson(person, from), async (tx) => {
    if (!(await clearViewing(tx, who.sessionId))) return false;
    await recordAudit(tx, effects, {
      action: 'viewing.ended',
      subject: target ? { kind: 'person', id: target.person.id } : { kind: 'post', id: viewing.postId },
      after: { ...(target && factsOf(target)), how },
    });
    return true;
  });
  sessions.forget();
  return ended;
}

function factsOf({ person, post }: ViewedPost) {
  return { name: person.name, organisation: post.organisation.name, role: post.role };
}
