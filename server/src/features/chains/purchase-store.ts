import type { PurchaseContent, PurchaseLevel } from '@zhitong/domain/chains/purchase';
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
