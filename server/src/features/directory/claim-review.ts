import type { Claim } from '@zhitong/contract/directory/claim-contract';
import { firmCore } from '@zhitong/domain/directory/claim-alike';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { containsPattern } from '#platform/search-text';

type Review = Required<Pick<Claim, 'holders' | 'alike'>>;

/** What the bureau needs beside the papers: who speaks for the firm now, and which firms look like it. */
export async function viewReview(tx: Tx, claim: Claim, on: string): Promise<Review> {
  return {
    holders: claim.firm.id === null ? [] : await listHolders(tx, claim.firm.id, on),
    alike: await listAlike(tx, claim),
  };
}

/** The telephone number of somebody who registered. */
export async function findRegisteredPhone(tx: Tx, claimId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('registration')
    .select('phone')
    .where('city', '=', enteredContext(tx).city)
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return row?.phone;
}

async function listHolders(tx: Tx, organisationId: string, on: string): Promise<Review['holders']> {
  const { rows } = await sql<{ name: string; role: string; since: string }>`
    select person.name, post.role, post.valid_from as since
    from post join person on person.city = post.city and person.id = post.person_id
    where post.city = ${enteredContext(tx).city} and post.organisation_id = ${organisationId}
      and post.valid_from <= ${on}::date and (post.valid_to is null or post.valid_to > ${on}::date)
    order by post.valid_from, post.id limit 20`.execute(tx);
  return rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
}

async function listAlike(tx: Tx, { firm }: Claim): Promise<Review['alike']> {
  const { city } = enteredContext(tx);
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organisation
    where city = ${city} and merged_into is null and kind = 'enterprise' and id <> coalesce(${firm.id}::uuid, '00000000-0000-0000-0000-000000000000')
      and (name ilike ${containsPattern(firmCore(firm.name))} or credit_code = ${firm.creditCode})
    order by case when credit_code = ${firm.creditCode} then 0 else 1 end, name collate "zh-x-icu", id
    limit 6`.execute(tx);
  return rows;
}
