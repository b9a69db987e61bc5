import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import type { Effects } from '#platform/effects';
import type { NewEvent } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import type { NewRejection } from './rejection-store.ts';

interface Telling {
  readonly need: PublishedNeed;
  readonly viewer: Viewer;
  readonly effects: Effects;
}

/** The buyer's own record of whom it told what, for the timeline of its need. A derived reason is nobody's word. */
export function rejectionEvents(rejections: readonly NewRejection[], { need, viewer, effects }: Telling): NewEvent[] {
  return rejections
    .filter(({ derived }) => !derived)
    .map(({ side, code, at }) => ({
      city: need.city,
      id: effects.newId(),
      type: 'rejection.given',
      subjectId: need.id,
      audience: [need.organisationId],
      actorId: viewer.personId,
      payload: { ...subjectFacts(need), supplier: side.organisationName, matchId: side.matchId, code },
      at,
    }));
}
