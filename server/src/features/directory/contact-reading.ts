import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import { contextIn, type Viewer } from '#platform/viewer';
import { noteContactRead } from './contact-store.ts';
import { findContact } from './organisation-views.ts';

interface Deps {
  readonly database: Database;
  readonly effects: Effects;
}

interface Place {
  readonly city: string;
  readonly id: string;
}

/** That a contact was read stands in the trail of the city it belongs to, and in that of the city it was read from. */
export async function noteContactReadAt(
  { database, effects }: Deps,
  viewer: Viewer,
  { city, id }: Place,
): Promise<void> {
  for (const where of new Set([city, viewer.city]))
    await inContext(database, contextIn(where, viewer), (tx) =>
      noteContactRead(tx, effects, { city: where, id, viewer }),
    );
}

/** The contact of a firm in another city, as far as a deal has opened it to the viewer. */
export async function readContactAbroad(deps: Deps, viewer: Viewer, place: Place) {
  const contact = await inContext(deps.database, contextIn(place.city, viewer), (tx) => findContact(tx, place));
  if (contact) await noteContactReadAt(deps, viewer, place);
  return contact;
}
