import type { PolicyCondition, PolicyFact, PolicyValue } from '@zhitong/domain/needs/policy';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export interface NewPolicy {
  readonly city: string;
  readonly id: string;
  readonly title: string;
  readonly bodyId: string;
  readonly benefit: string;
  readonly basis: string;
  readonly conditions: readonly PolicyCondition[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly by: string;
  readonly at: Date;
}

export async function insertPolicy(tx: Tx, given: NewPolicy): Promise<void> {
  await tx
    .insertInto('policy')
    .values({
      ...{ city: given.city, id: given.id, title: given.title, body_id: given.bodyId, benefit: given.benefit },
      ...{ basis: given.basis, conditions: JSON.stringify(given.conditions), valid_from: given.validFrom },
      ...{ valid_to: given.validTo, source: given.source, created_at: given.at, created_by: given.by },
    })
    .execute();
}

/** Undefined: there is no such policy. */
export async function lockPolicy(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<{ title: string; validFrom: string; validTo: string | null } | undefined> {
  const { rows } = await sql<{ title: string; validFrom: string; validTo: string | null }>`
    select title, valid_from as "validFrom", valid_to as "validTo" from policy
    where city = ${city} and id = ${id} for no key update`.execute(tx);
  return rows[0];
}

export async function setPolicyEnd(tx: Tx, of: { city: string; id: string; validTo: string }): Promise<void> {
  await tx
    .updateTable('policy')
    .set({ valid_to: of.validTo })
    .where('city', '=', of.city)
    .where('id', '=', of.id)
    .execute();
}

export async function isBody(tx: Tx, { city, id }: { city: string; id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('kind', '<>', 'enterprise')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertStatement(
  tx: Tx,
  given: {
    city: string;
    id: string;
    organisationId: string;
    fact: PolicyFact;
    value: PolicyValue;
    asOf: string;
    at: Date;
    person: { id: string; name: string };
  },
): Promise<void> {
  await tx
    .insertInto('firm_statement')
    .values({
      ...{ city: given.city, id: given.id, organisation_id: given.organisationId, fact: given.fact },
      ...{ value: JSON.stringify(given.value), as_of: given.asOf, at: given.at },
      ...{ person_id: given.person.id, person_name: given.person.name },
    })
    .execute();
}
