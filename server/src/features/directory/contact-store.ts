import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { Viewer } from '#platform/viewer';

interface Key {
  readonly city: string;
  readonly id: string;
}

const hour = 3_600_000;

/** Somebody else's contact was read: one line of the trail an hour for each reader and organisation. Never the contact itself. */
export async function noteContactRead(
  tx: Tx,
  effects: Effects,
  { city, id, viewer }: Key & { viewer: Viewer },
): Promise<void> {
  if (viewer.organisationId === id) return;
  const begun = new Date(Math.floor(effects.now().getTime() / hour) * hour);
  const first = await tx
    .insertInto('contact_read')
    .values({ city, organisation_id: id, person_id: viewer.personId, hour: begun })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!first.numInsertedOrUpdatedRows) return;
  await recordAudit(tx, effects, {
    action: 'contact.read',
    subject: { kind: 'organisation', id },
    why: viewer.role === 'operator' ? 'supervision' : 'own-deal',
  });
}
