import type { PurchaseContent, PurchaseLevel, RegisteredPurchase } from '@zhitong/domain/chains/purchase';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface StoredPurchase {
  readonly city: string;
  readonly id: string;
  readonly organisationId: string;
  readonly content: PurchaseContent & { readonly note: string | null };
  readonly level: PurchaseLevel;
  readonly edition: number;
  readonly withdrawn: boolean;
}

/** What the bureau has seen, and who saw it. */
export interface Verification {
  readonly evidence: string;
  readonly by: string;
  readonly at: Date;
}

/** Those of them that are firms, held until the transaction ends: of two clicks one registers after the other. */
export async function holdFirms(tx: Tx, city: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation where city = ${city} and id = any(${ids}::uuid[]) and kind = 'enterprise'
    order by id for no key update`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function insertPurchase(
  tx: Tx,
  { city, id, organisationId, content }: Pick<StoredPurchase, 'city' | 'id' | 'organisationId' | 'content'>,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('purchase')
    .values({
      ...{ city, id, organisation_id: organisationId, ...columnsOf(content), level: 'declared', edition: 1 },
      ...{ created_at: at, created_by: by },
    })
    .execute();
}

/** Whose purchase it is, without holding it. */
export async function findHolder(tx: Tx, { city, id }: { city: string; id: string }): Promise<string | undefined> {
  const row = await tx
    .selectFrom('purchase')
    .select('organisation_id')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.organisation_id;
}

/** The open row of the same product from the same place, but for `id` itself. */
export async function findSame(
  tx: Tx,
  { city, id, organisationId, content }: Pick<StoredPurchase, 'city' | 'id' | 'organisationId' | 'content'>,
): Promise<RegisteredPurchase | undefined> {
  const row = await tx
    .selectFrom('purchase')
    .select(['id', 'fen_a_year', 'as_of'])
    .where('city', '=', city)
    .where('organisation_id', '=', organisationId)
    .where('product_id', '=', content.productId)
    .where('withdrawn_at', 'is', null)
    .where('origin', 'is not distinct from', content.origin)
    .where('id', '!=', id)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, fenAYear: Number(row.fen_a_year), asOf: row.as_of };
}

/** Locked, so that of two who change it one reads what the other has written. */
export async function lockPurchase(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredPurchase | undefined> {
  const row = await tx
    .selectFrom('purchase')
    .select([
      'organisation_id',
      'product_id',
      'fen_a_year',
      'quantity',
      'unit',
      'origin',
      'as_of',
      'note',
      'level',
      'edition',
      'withdrawn_at',
    ])
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...{ city, id, organisationId: row.organisation_id, edition: row.edition, withdrawn: row.withdrawn_at !== null },
      level: wordColumn<PurchaseLevel>(row.level),
      content: {
        ...{ productId: row.product_id, fenAYear: Number(row.fen_a_year), quantity: row.quantity, unit: row.unit },
        ...{ origin: row.origin, asOf: row.as_of, note: row.note },
      },
    }
  );
}

/** Another edition: what was verified is the firm’s own word again. */
export async function writePurchase(tx: Tx, { city, id, content, edition }: StoredPurchase): Promise<void> {
  await tx
    .updateTable('purchase')
    .set({
      ...{ ...columnsOf(content), edition, level: 'declared', evidence: null, verified_by: null, verified_at: null },
    })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function writeVerification(
  tx: Tx,
  { city, id, edition }: StoredPurchase,
  { evidence, by, at }: Verification,
): Promise<void> {
  await tx
    .updateTable('purchase')
    .set({ level: 'confirmed', edition, evidence, verified_by: by, verified_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function endPurchase(tx: Tx, { city, id, edition }: StoredPurchase, at: Date): Promise<void> {
  await tx
    .updateTable('purchase')
    .set({ withdrawn_at: at, edition })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

function columnsOf({ productId, fenAYear, quantity, unit, origin, asOf, note }: StoredPurchase['content']) {
  return { product_id: productId, fen_a_year: fenAYear, quantity, unit, origin, as_of: asOf, note };
}
