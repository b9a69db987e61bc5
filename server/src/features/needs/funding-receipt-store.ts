import type { ReceiptFacts } from '@zhitong/domain/needs/funding';
import type { Tx } from '#platform/database';
import type { FundingAsk } from './funding-store.ts';

export interface StoredReceipt extends ReceiptFacts {
  readonly id: string;
  readonly askId: string;
  readonly bankId: string;
  readonly askerId: string;
  readonly givenAt: Date;
  readonly purpose: string | null;
}

export const receiptColumns = [
  ...(['id', 'ask_id', 'bank_id', 'asker_id', 'given_at', 'expires_at', 'used_at'] as const),
  ...(['purpose', 'taken_back_at'] as const),
] as const;

export interface ReceiptRow {
  id: string;
  ask_id: string;
  bank_id: string;
  asker_id: string;
  given_at: Date;
  expires_at: Date;
  used_at: Date | null;
  purpose: string | null;
  taken_back_at: Date | null;
}

export function asReceipt(row: ReceiptRow): StoredReceipt {
  return {
    ...{ id: row.id, askId: row.ask_id, bankId: row.bank_id, askerId: row.asker_id, givenAt: row.given_at },
    ...{ expiresAt: row.expires_at, usedAt: row.used_at, purpose: row.purpose, takenBackAt: row.taken_back_at },
  };
}

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
