import type { ClaimAction, ClaimActionKind } from '@zhitong/domain/directory/claim';
import type { ClaimReturnCode } from '@zhitong/domain/directory/claim-return';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface NewClaim {
  readonly id: string;
  readonly organisationId: string | null;
  readonly firmName: string;
  readonly creditCode: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly claimantOrganisationId: string | null;
  readonly contest: boolean;
  readonly at: Date;
}

export async function insertClaim(tx: Tx, claim: NewClaim): Promise<void> {
  await tx
    .insertInto('claim')
    .values({
      ...{ city: enteredContext(tx).city, id: claim.id, organisation_id: claim.organisationId },
      ...{ firm_name: claim.firmName, credit_code: claim.creditCode, contest: claim.contest, at: claim.at },
      ...{ person_id: claim.personId, person_name: claim.personName },
      claimant_organisation_id: claim.claimantOrganisationId,
    })
    .execute();
}

export interface NewClaimAction {
  readonly id: string;
  readonly claimId: string;
  readonly kind: ClaimActionKind;
  readonly personId: string;
  readonly personName: string;
  readonly code: ClaimReturnCode | null;
  readonly words: string;
  readonly fileIds: readonly string[];
  readonly at: Date;
}

export async function insertClaimAction(tx: Tx, action: NewClaimAction): Promise<void> {
  await tx
    .insertInto('claim_action')
    .values({
      ...{ city: enteredContext(tx).city, id: action.id, claim_id: action.claimId, kind: action.kind, at: action.at },
      ...{ person_id: action.personId, person_name: action.personName, code: action.code, words: action.words },
      file_ids: sql`${`{${action.fileIds.join(',')}}`}::uuid[]`,
    })
    .execute();
}

export interface LockedClaim extends NewClaim {
  readonly actions: readonly ClaimAction[];
}

/** The claim with its actions; nobody else acts on it until the transaction ends. */
export async function lockClaim(tx: Tx, id: string): Promise<LockedClaim> {
  const { city } = enteredContext(tx);
  const row = await tx
    .selectFrom('claim')
    .select(['id', 'organisation_id', 'firm_name', 'credit_code', 'person_id', 'person_name', 'contest', 'at'])
    .select('claimant_organisation_id')
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found');
  const actions = await tx
    .selectFrom('claim_action')
    .select(['kind', 'file_ids'])
    .where('city', '=', city)
    .where('claim_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    ...{ id: row.id, organisationId: row.organisation_id, firmName: row.firm_name, creditCode: row.credit_code },
    ...{ personId: row.person_id, personName: row.person_name, contest: row.contest, at: row.at },
    claimantOrganisationId: row.claimant_organisation_id,
    actions: actions.map((action) => ({ kind: wordColumn<ClaimActionKind>(action.kind), fileIds: action.file_ids })),
  };
}

/** Files of these that stand in a claim already. */
export async function listClaimedFiles(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const wanted = sql`${`{${ids.join(',')}}`}::uuid[]`;
  const { rows } = await sql<{ id: string }>`
    select unnest(file_ids) as id from claim_action
    where city = ${enteredContext(tx).city} and file_ids && ${wanted}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** When this person last claimed the firm without the claim having been settled. */
export async function findOpenClaim(
  tx: Tx,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select c.at from claim c
    where c.city = ${enteredContext(tx).city} and c.person_id = ${personId} and c.organisation_id = ${organisationId}
      and (select kind from claim_action a where a.city = c.city and a.claim_id = c.id order by at desc, id desc limit 1)
          not in ('withdrawn', 'approved', 'verified')
    order by c.at desc limit 1`.execute(tx);
  return rows[0]?.at;
}

/** Claims of this person that are not settled yet. */
export async function countOpenClaims(tx: Tx, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from claim c
    where c.city = ${enteredContext(tx).city} and c.person_id = ${personId}
      and (select kind from claim_action a where a.city = c.city and a.claim_id = c.id order by at desc, id desc limit 1)
          not in ('withdrawn', 'approved', 'verified')`.execute(tx);
  return rows[0]?.count ?? 0;
}
