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
    select o.id, o.name, o.credit_code as "creditCode", o.kind, head.name as "mergedInto"
    from organisation o left join organisation head on head.city = o.city and head.id = o.merged_into
    where o.city = ${city} and (o.credit_code = any(${codes}::text[]) or o.name = any(${texts}::text[]) or o.id = ${own}::uuid)
    order by o.id`.execute(tx);
  return rows.map((row) => ({ ...row, kind: wordColumn<OrganisationKind>(row.kind) }));
}
