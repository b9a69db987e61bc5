import type { Tx } from '#platform/database';

export async function insertRegistrant(
  tx: Tx,
  { city, personId, name }: { city: string; personId: string; name: string },
): Promise<void> {
  await tx.insertInto('person').values({ city, id: personId, name }).execute();
}

export interface NewRegistration {
  readonly city: string;
  readonly personId: string;
  readonly claimId: string;
  readonly phone: string;
  readonly at: Date;
}

export async function insertRegistration(tx: Tx, { city, personId, claimId, phone, at }: NewRegistration) {
  await tx.insertInto('registration').values({ city, person_id: personId, claim_id: claimId, phone, at }).execute();
}
