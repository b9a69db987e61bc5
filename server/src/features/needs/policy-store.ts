import type { PolicyCondition, PolicyFact, PolicyValue } from '@zhitong/domain/needs/policy';
import type { PolicyContent } from '@zhitong/domain/needs/policy-paper';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

export interface PublishedPolicy extends PolicyContent {
  readonly city: string;
  readonly id: string;
  readonly version: number;
  /** who entered it */
  readonly source: string;
  readonly by: string;
  readonly at: Date;
}

/** What is in force from now on: the first version, or the next one in its place. */
export async function putInForce(tx: Tx, given: PublishedPolicy): Promise<void> {
  const said = {
    ...{ title: given.title, body_id: given.bodyId, benefit: given.benefit, basis: given.basis },
    ...{ document_number: given.documentNumber, conditions: JSON.stringify(given.conditions) },
    ...{ valid_from: given.validFrom, valid_to: given.validTo, version: given.version, source: given.source },
  };
  await tx
    .insertInto('policy')
    .values({ city: given.city, id: given.id, ...said, created_at: given.at, created_by: given.by })
    .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet(said))
    .execute();
}

export async function getInForce(tx: Tx, { city, id }: { city: string; id: string }): Promise<PolicyContent> {
  const row = await tx
    .selectFrom('policy')
    .select(['title', 'body_id', 'benefit', 'basis', 'document_number', 'valid_from', 'valid_to', 'conditions'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    ...{ title: row.title, bodyId: row.body_id, benefit: row.benefit, basis: row.basis },
    ...{ documentNumber: row.document_number, validFrom: row.valid_from, validTo: row.valid_to },
    conditions: jsonColumn<PolicyCondition[]>(row.conditions),
  };
}

export async function setPolicyEnd(tx: Tx, of: { city: string; id: string; validTo: string }): Promise<void> {
  await tx
    .updateTable('policy')
    .set({ valid_to: of.validTo })
    .where('city', '=', of.city)
    .where('id', '=', of.id)
    .execute();
}

export async function findBody(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where('kind', 'not in', ['enterprise', 'alliance'])
    .where('merged_into', 'is', null)
    .executeTakeFirst();
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
