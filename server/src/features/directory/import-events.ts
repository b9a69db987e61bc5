import type { EventType } from '@zhitong/domain/matching/event';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import type { EnteredDuty } from './import-duty-store.ts';
import type { PostRow } from './import-people-store.ts';
import type { Writing } from './import-writing.ts';

/** what fits into one statement */
const stretch = 2_000;

interface Telling {
  readonly type: EventType;
  readonly subjectId: string;
  readonly audience: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Every body hears of its posts what it hears of one given or taken by hand. */
export function tellPosts(
  tx: Tx,
  writing: Writing,
  told: { type: 'post.given' | 'post.ended'; posts: readonly PostRow[] },
) {
  const { type, posts } = told;
  return tell(
    tx,
    writing,
    posts.map(({ person, bodyId, role, from }) => ({
      ...{ type, subjectId: bodyId, audience: [bodyId] },
      payload: { person, role, from: type === 'post.ended' ? writing.origin.today : from, organisationId: bodyId },
    })),
  );
}

export function tellDuties(
  tx: Tx,
  writing: Writing,
  told: { type: 'duty.assigned' | 'duty.ended'; duties: readonly EnteredDuty[] },
) {
  const { type, duties } = told;
  return tell(
    tx,
    writing,
    duties.map(({ id, number, title, bodyId, body, owner, deputy, from }) => ({
      ...{ type, subjectId: id, audience: [bodyId] },
      payload: {
        ...{ matter: title, number, body, owner, deputy },
        from: type === 'duty.ended' ? writing.origin.today : from,
      },
    })),
  );
}

async function tell(tx: Tx, { key, viewer, origin, newId }: Writing, tellings: readonly Telling[]): Promise<void> {
  for (let from = 0; from < tellings.length; from += stretch)
    await appendEvents(
      tx,
      tellings
        .slice(from, from + stretch)
        .map((telling) => ({ ...telling, city: key.city, id: newId(), actorId: viewer.personId, at: origin.at })),
    );
}
