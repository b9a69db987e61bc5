import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

/** A claim of the organisation’s first person, and an invitation to it. */
export async function writeClaims(
  tx: Tx,
  { city, id: organisationId, person }: TestOrganisation,
  { newId, at }: { newId: () => string; at: string },
) {
  const [claim, invitation] = [newId(), newId()];
  await tx
    .insertInto('claim')
    .values({
      ...{ city, id: claim, firm_name: '威海新企业（演示）', person_id: person.id, person_name: person.name },
      ...{ claimant_organisation_id: organisationId, contest: false, demo: true, at },
    })
    .execute();
  await tx
    .insertInto('claim_action')
    .values({
      ...{ city, id: newId(), claim_id: claim, kind: 'submitted', words: '', at },
      ...{ person_id: person.id, person_name: person.name },
    })
    .execute();
  await tx
    .insertInto('invitation')
    .values({
      ...{
        city,
        id: invitation,
        organisation_id: organisationId,
        role: 'manager',
        for_whom: '',
        token_hash: invitation,
      },
      ...{ by_person: person.id, by_name: person.name, created_at: at, expires_at: '2026-11-30T09:00:00+08:00' },
    })
    .execute();
  return { claim, invitation };
}
