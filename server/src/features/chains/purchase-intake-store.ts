import type { OpenPurchase, TakenPurchase } from '@zhitong/domain/directory/import-purchases';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** What these firms have registered and not withdrawn. */
export async function listOpenPurchases(
  tx: Tx,
  city: string,
  firms: readonly string[],
): Promise<readonly OpenPurchase[]> {
  const { rows } = await sql<OpenPurchase>`
    select organisation_id as "organisationId", product_id as "productId", fen_a_year as "fenAYear", origin from purchase
    where city = ${city} and organisation_id = any(${firms}::uuid[]) and withdrawn_at is null order by id`.execute(tx);
  return rows;
}

export async function insertPurchases(
  tx: Tx,
  city: string,
  { purchases, by, at }: { readonly purchases: readonly TakenPurchase[]; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into purchase (city, id, organisation_id, product_id, fen_a_year, quantity, unit, origin, as_of, note, level,
                          edition, created_at, created_by)
    select ${city}, w.id, w."organisationId", w."productId", w."fenAYear", w.quantity, w.unit, w.origin, w."asOf", w.note,
           'declared', 1, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(purchases)}::jsonb) as w(
      id uuid, "organisationId" uuid, "productId" text, "fenAYear" bigint, quantity double precision, unit text,
      origin text, "asOf" date, note text)`.execute(tx);
}

/** Withdraws those that stand as they were registered, and names them. */
export async function withdrawUntouched(
  tx: Tx,
  city: string,
  { ids, at }: { readonly ids: readonly string[]; readonly at: Date },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    update purchase set withdrawn_at = ${at}, edition = edition + 1
    where city = ${city} and id = any(${ids}::uuid[]) and withdrawn_at is null and edition = 1
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
