import type { FundingOffer, FundingReceipt } from '@zhitong/contract/needs/funding-values';
import type { Language } from '@zhitong/domain/language';
import { receiptState } from '@zhitong/domain/needs/funding';
import {
  type FundingDeclineCode,
  type FundingGuarantee,
  type FundingLostCode,
  fundingDeclineWords,
  fundingLostWords,
} from '@zhitong/domain/needs/funding-codes';
import { yearlyCostFen } from '@zhitong/domain/needs/funding-cost';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { asReceipt, receiptColumns, type StoredReceipt } from './funding-receipt-row.ts';

/** Offers that stand, by ask. */
export async function readStandingOffers(
  tx: Tx,
  city: string,
  askIds: readonly string[],
): Promise<ReadonlyMap<string, FundingOffer>> {
  if (askIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('funding_offer')
    .select(['id', 'ask_id', 'amount_fen', 'rate_bp', 'term_months', 'guarantee', 'fees_fen', 'valid_until'])
    .select(['note', 'at'])
    .where('city', '=', city)
    .where('ask_id', 'in', [...askIds])
    .where('replaced_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => {
      const loan = {
        ...{ amountFen: Number(row.amount_fen), rateBp: row.rate_bp, termMonths: row.term_months },
        feesFen: Number(row.fees_fen),
      };
      const offer = {
        ...{ ...loan, id: row.id, guarantee: wordColumn<FundingGuarantee>(row.guarantee) },
        ...{ validUntil: row.valid_until, note: row.note, at: row.at.toISOString() },
        yearlyCostFen: yearlyCostFen(loan),
      };
      return [row.ask_id, offer];
    }),
  );
}

/** Receipts of some asks, newest first. */
export async function readReceipts(tx: Tx, city: string, askIds: readonly string[]): Promise<readonly StoredReceipt[]> {
  if (askIds.length === 0) return [];
  const rows = await tx
    .selectFrom('funding_receipt')
    .select(receiptColumns)
    .where('city', '=', city)
    .where('ask_id', 'in', [...askIds])
    .orderBy('given_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map(asReceipt);
}

export function receiptReply(stored: StoredReceipt, now: Date): FundingReceipt {
  return {
    ...{ id: stored.id, state: receiptState(stored, now), purpose: stored.purpose },
    ...{ givenAt: stored.givenAt.toISOString(), expiresAt: stored.expiresAt.toISOString() },
    ...{ usedAt: stored.usedAt?.toISOString() ?? null, takenBackAt: stored.takenBackAt?.toISOString() ?? null },
  };
}

export function declineReply(row: { decline_code: string | null; decline_change: string | null }, language: Language) {
  if (row.decline_code === null || row.decline_change === null) return null;
  const code = wordColumn<FundingDeclineCode>(row.decline_code);
  return { code, reason: fundingDeclineWords[code][language], change: row.decline_change };
}

export function lostReply(row: { lost_code: string | null }, language: Language) {
  if (row.lost_code === null) return null;
  const code = wordColumn<FundingLostCode>(row.lost_code);
  return { code, reason: fundingLostWords[code][language] };
}
