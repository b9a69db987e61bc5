import type { KnownOrganisation } from '@zhitong/domain/directory/import-organisations';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { ImportKey } from './import-store.ts';

/** What the library has under these codes and names, with everything above them in the tree. */
export async function listKnownOrganisations(
  tx: Tx,
  city: string,
  { codes, names }: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Promise<readonly KnownOrganisation[]> {
  const found = await sql<KnownOrganisation>`
    with recursive found as (
      select id, name, credit_code, parent_id, merged_into from organisation
      where city = ${city} and (credit_code = any(${codes}::text[]) or name = any(${names}::text[]))
      union
      select up.id, up.name, up.credit_code, up.parent_id, up.merged_into from organisation up
      join found on up.id = found.parent_id where up.city = ${city})
    select found.id, found.name, found.credit_code as "creditCode", found.parent_id as "parentId", kept.name as "mergedInto"
    from found left join organisation kept on kept.city = ${city} and kept.id = found.merged_into order by found.id`.execute(
    tx,
  );
  return found.rows;
}

export async function listCodesElsewhere(tx: Tx, city: string, codes: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ code: string }>`
    select code from credit_code where code = any(${codes}::text[]) and city <> ${city}`.execute(tx);
  return found.rows.map(({ code }) => code);
}

/** Who brings the rows in, when, and where the facts come from when a row does not say it. */
export interface ImportOrigin {
  readonly personId: string;
  readonly personName: string;
  readonly source: string;
  readonly today: string;
  readonly at: Date;
}

/** What the bureau brings in from a register has papers behind it; it has not been verified one by one. */
export const importedLevel = 'documented';

/** Enters all new organisations of a job at once, with their contacts. */
export async function createOrganisations(tx: Tx, { city, id }: ImportKey, origin: ImportOrigin): Promise<number> {
  const made = await sql`
    insert into organisation (city, id, name, short_name, kind, credit_code, parent_id, region, registered_address,
                              working_address, industry, size, duty, source, as_of, level, created_at)
    select city, target_id, value->>'name', value->>'shortName', value->>'kind', value->>'creditCode',
           (value->>'parentId')::uuid, value->>'region', value->>'registeredAddress', value->>'workingAddress',
           value->>'industry', value->>'size', value->>'duty', coalesce(value->>'source', ${origin.source}),
           coalesce(value->>'asOf', ${origin.today})::date, ${importedLevel}, ${origin.at}
    from import_row where city = ${city} and job_id = ${id} and action = 'create'`.execute(tx);
  return Number(made.numAffectedRows ?? 0);
}

/** Claims the codes of all rows. False when one of them has gone to another organisation in this very moment. */
export async function claimCodes(tx: Tx, { city, id }: ImportKey): Promise<boolean> {
  const rows = sql`import_row where city = ${city} and job_id = ${id} and action <> 'none' and value->>'creditCode' is not null`;
  const wanted = await sql<{ count: number }>`select count(*) as count from ${rows}`.execute(tx);
  const claimed = await sql`
    insert into credit_code (code, city, organisation_id)
    select value->>'creditCode', city, target_id from ${rows}
    on conflict (code) do update set code = excluded.code
      where credit_code.city = excluded.city and credit_code.organisation_id = excluded.organisation_id`.execute(tx);
  return Number(claimed.numAffectedRows ?? 0) === wanted.rows[0]?.count;
}

/** Codes that an undo brings back are claimed again; one that is another's by now stays away. */
export async function claimReturned(tx: Tx, { city }: ImportKey): Promise<void> {
  const back = sql`imported_change i where i.field = 'creditCode' and i.after is not null`;
  await sql`
    insert into credit_code (code, city, organisation_id) select i.after #>> '{}', ${city}, i.target_id from ${back}
    on conflict (code) do nothing`.execute(tx);
  await sql`
    delete from imported_change i using credit_code c
    where i.field = 'creditCode' and c.code = i.after #>> '{}' and (c.city, c.organisation_id) <> (${city}, i.target_id)`.execute(
    tx,
  );
}

/** Codes that the rows replace are free for whom they belong to. */
export async function releaseCodes(tx: Tx, { city }: ImportKey): Promise<void> {
  await sql`
    delete from credit_code c using imported_change i
    where i.field = 'creditCode' and c.code = i.before #>> '{}' and c.city = ${city} and c.organisation_id = i.target_id
      and not exists (select 1 from organisation away
        where away.city = ${city} and away.merged_into is not null and away.credit_code = c.code)`.execute(tx);
}

/** Contacts of new and changed organisations; they are never copied into the history. */
export async function putContacts(tx: Tx, { city, id }: ImportKey): Promise<void> {
  await sql`
    insert into organisation_contact (city, organisation_id, name, phone)
    select city, target_id, value->>'contactName', value->>'contactPhone'
    from import_row where city = ${city} and job_id = ${id} and action <> 'none' and value->>'contactName' is not null
    on conflict (city, organisation_id) do update set name = excluded.name, phone = excluded.phone`.execute(tx);
}
