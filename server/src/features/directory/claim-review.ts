import type { Claim } from '@zhitong/contract/directory/claim-contract';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import type { Language } from '@zhitong/domain/language';
import { sql } from 'kysely';
import { enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { type DuplicateDeps, findDuplicates } from './duplicate-service.ts';

/** Who speaks for the firm now. */
export async function listFirmHolders(tx: Tx, claim: Claim, on: string): Promise<NonNullable<Claim['holders']>> {
  return claim.firm.id === null ? [] : listHolders(tx, claim.firm.id, on);
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

async function listHolders(tx: Tx, organisationId: string, on: string): Promise<NonNullable<Claim['holders']>> {
  const { rows } = await sql<{ name: string; role: string; since: string }>`
    select person.name, post.role, post.valid_from as since
    from post join person on person.city = post.city and person.id = post.person_id
    where post.city = ${enteredContext(tx).city} and post.organisation_id = ${organisationId}
      and post.valid_from <= ${on}::date and (post.valid_to is null or post.valid_to > ${on}::date)
    order by post.valid_from, post.id limit 20`.execute(tx);
  return rows.map((row) => ({ ...row, role: wordColumn<PostRole>(row.role) }));
}

/** Which firms of the directory may be the one claimed, by the matcher that finds doubles everywhere else. */
export async function findAlike(
  deps: DuplicateDeps,
  viewer: Viewer,
  { claim, language }: { readonly claim: Claim; readonly language: Language },
): Promise<NonNullable<Claim['alike']>> {
  const { id, name, creditCode } = claim.firm;
  const known = await inContext(deps.database, contextOf(viewer), (tx) => findIdentity(tx, id));
  const entered = { kind: 'enterprise' as const, name, creditCode, except: id ?? undefined, ...known };
  return findDuplicates(deps, viewer, { entered, language });
}

/** What the directory knows of the firm beside its name; of one that is not in it yet, nothing. */
async function findIdentity(tx: Tx, id: string | null) {
  const row =
    id === null
      ? undefined
      : await tx
          .selectFrom('organisation')
          .select(['short_name', 'registered_address', 'working_address', 'region'])
          .where('city', '=', enteredContext(tx).city)
          .where('id', '=', id)
          .executeTakeFirst();
  return {
    ...{ shortName: row?.short_name ?? null, region: row?.region ?? null },
    addresses: [row?.registered_address, row?.working_address].filter((text) => typeof text === 'string'),
  };
}
