import type { HeldPost, Matter } from '@zhitong/domain/directory/duty';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { EventType } from '@zhitong/domain/matching/event';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import type { Desk } from './post-desk.ts';

interface Telling {
  readonly type: EventType;
  readonly subjectId: string;
  readonly audience: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}

async function tell({ tx, city, at, newId }: Desk, viewer: Viewer, telling: Telling): Promise<void> {
  await appendEvents(tx, [{ ...telling, city, id: newId(), actorId: viewer.personId, at }]);
}

/** The body hears who holds which post from when. */
export function tellPostGiven(
  desk: Desk,
  given: { viewer: Viewer; personName: string; bodyId: string; role: PostRole; from: string },
): Promise<void> {
  const { viewer, personName: person, bodyId, role, from } = given;
  const payload = { person, role, from, organisationId: bodyId };
  return tell(desk, viewer, { type: 'post.given', subjectId: bodyId, audience: [bodyId], payload });
}

/** Those who receive the matters of a post that ends. */
export function tellHandedOver(
  desk: Desk,
  given: { viewer: Viewer; post: HeldPost; on: string; matters: readonly Matter[] },
): Promise<void> {
  const { viewer, post, on, matters } = given;
  const [first] = matters;
  const payload = { person: post.personName, count: matters.length, matter: first?.title ?? '', from: on };
  const type = matters.length > 0 ? 'duty.handed-over' : 'post.ended';
  return tell(desk, viewer, { type, subjectId: post.bodyId, audience: [post.bodyId], payload });
}

export function tellDuty(
  desk: Desk,
  given: {
    readonly viewer: Viewer;
    readonly type: Extract<EventType, 'duty.assigned' | 'duty.moved' | 'duty.ended'>;
    readonly matter: Matter;
    readonly audience: readonly string[];
    readonly facts: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { viewer, type, matter, audience, facts } = given;
  const payload = { ...facts, matter: matter.title, number: matter.number };
  return tell(desk, viewer, { type, subjectId: matter.id, audience: [...new Set(audience)], payload });
}

/** Who stands in for whom, and when. */
export function tellLeave(
  desk: Desk,
  given: { viewer: Viewer; post: HeldPost; cover: string; from: string; to: string },
): Promise<void> {
  const { viewer, post, cover, from, to } = given;
  const payload = { person: post.personName, cover, from, to };
  return tell(desk, viewer, { type: 'leave.entered', subjectId: post.bodyId, audience: [post.bodyId], payload });
}
