import type { KnownBody } from '@zhitong/domain/directory/import-bodies';
import type { OrganisationKind } from '@zhitong/domain/directory/organisation';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** Organisations under these names and codes, and the importer's own. */
export async function listKnownBodies(
  tx: Tx,
  city: string,
  { texts, own }: { readonly texts: readonly string[]; readonly own: string },
): Promise<readonly KnownBody[]> {
  const codes = texts.map((text) => text.toUpperCase());
  const { rows } = await sql<Omit<KnownBody, 'kind'> & { kind: string }>`
    select id, name, credit_code as "creditCode", kind from organisation
    where city = ${city} and (credit_code = any(${codes}::text[]) or name = any(${texts}::text[]) or id = ${own}::uuid)
    order by id`.execute(tx);
  return rows.map((row) => ({ ...row, kind: wordColumn<OrganisationKind>(row.kind) }));
}
