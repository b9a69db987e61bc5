import type { Tx } from '#platform/database';

/** A machine, a certificate and a member of an organisation. */
export async function writeHeld(
  tx: Tx,
  { city, id, member, newId }: { city: string; id: string; member: string; newId: () => string },
) {
  const [capability, certificate, membership] = [newId(), newId(), newId()];
  const origin = { source: 'test', as_of: '2026-01-01', level: 'self-declared' };
  const own = { city, organisation_id: id, ...origin };
  await tx
    .insertInto('organisation_capability')
    .values({ ...own, id: capability, kind: 'machine', name: '注塑机' })
    .execute();
  await tx
    .insertInto('organisation_certificate')
    .values({ ...own, id: certificate, name: 'ISO 9001' })
    .execute();
  await tx
    .insertInto('alliance_member')
    .values({ city, id: membership, alliance_id: id, member_id: member, valid_from: '2026-01-01', ...origin })
    .execute();
  return { capability, certificate, membership };
}
