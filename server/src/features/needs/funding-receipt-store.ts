import type { Tx } from '#platform/database';
import { asReceipt, receiptColumns, type StoredReceipt } from './funding-receipt-row.ts';
import type { FundingAsk } from './funding-store.ts';

/** The newest receipt of an ask, held until the transaction ends: it is used once. */
export async function lockNewestReceipt(tx: Tx, { city, id }: FundingAsk): Promise<StoredReceipt | undefined> {
  const row = await tx
    .selectFrom('funding_receipt')
    .select(receiptColumns)
    .where('city', '=', city)
    .where('ask_id', '=', id)
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && asReceipt(row);
}

export async function lockReceipt(
  tx: Tx,
  { city, id, askerId }: { city: string; id: string; askerId: string },
): Promise<StoredReceipt | undefined> {
  const row = await tx
    .selectFrom('funding_receipt')
    .select(receiptColumns)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('asker_id', '=', askerId)
    .forUpdate()
    .executeTakeFirst();
  return row && asReceipt(row);
}

export async function insertReceipt(
  tx: Tx,
  ask: FundingAsk,
  given: { id: string; by: { id: string; name: string }; at: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('funding_receipt')
    .values({
      ...{ city: ask.city, id: given.id, ask_id: ask.id, bank_id: ask.bank.id, asker_id: ask.asker.id },
      ...{ given_by: given.by.id, given_by_name: given.by.name, given_at: given.at, expires_at: given.expiresAt },
    })
    .execute();
}

export async function markUsed(
  tx: Tx,
  { city, id }: { city: string; id: string },
  { at, byName, purpose }: { at: Date; byName: string; purpose: string },
): Promise<void> {
  await tx
    .updateTable('funding_receipt')
    .set({ used_at: at, used_by_name: byName, purpose })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function markTakenBack(tx: Tx, { city, id, at }: { city: string; id: string; at: Date }): Promise<void> {
  await tx
    .updateTable('funding_receipt')
    .set({ taken_back_at: at })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}
