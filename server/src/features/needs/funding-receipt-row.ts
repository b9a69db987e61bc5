import type { ReceiptFacts } from '@zhitong/domain/needs/funding';

/** A receipt as its row keeps it, for whoever writes it and for the screens. */
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
