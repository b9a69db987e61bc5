import type { FundingOutcomes, listReceipts } from '@zhitong/contract/needs/funding-contract';
import type { Language } from '@zhitong/domain/language';
import {
  fundingDeclineCodes,
  fundingDeclineWords,
  fundingLostCodes,
  fundingLostWords,
} from '@zhitong/domain/needs/funding-codes';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { asReceipt, type ReceiptRow } from './funding-receipt-row.ts';
import { receiptReply } from './funding-row-views.ts';

interface OutcomeRow {
  state: string;
  lost_code: string | null;
  decline_code: string | null;
  count: number;
  fen: number;
}

/** How the bank’s own answers ended, by reason: of its own rows, and of nobody else’s. */
export function viewFundingOutcomes(
  deps: CaseDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
): Promise<FundingOutcomes> {
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<OutcomeRow>`
      select a.state, a.lost_code, a.decline_code, count(*)::int as count, coalesce(sum(o.amount_fen), 0)::bigint as fen
      from funding_ask a
      left join funding_offer o on o.city = a.city and o.ask_id = a.id and o.replaced_at is null
      where a.city = ${city} and a.bank_id = ${organisationId}::uuid
      group by a.state, a.lost_code, a.decline_code`.execute(tx);
    const count = (is: (row: OutcomeRow) => boolean) => rows.reduce((sum, row) => sum + (is(row) ? row.count : 0), 0);
    return {
      ...{ asked: count(() => true), open: count(({ state }) => state === 'open') },
      offered: count(({ state }) => state === 'offered'),
      won: {
        count: count(({ state }) => state === 'won'),
        fen: rows.reduce((sum, row) => sum + (row.state === 'won' ? Number(row.fen) : 0), 0),
      },
      lost: fundingLostCodes
        .map((code) => ({
          code,
          reason: fundingLostWords[code][language],
          count: count((row) => row.lost_code === code),
        }))
        .filter((one) => one.count > 0),
      declined: fundingDeclineCodes
        .map((code) => ({
          ...{ code, reason: fundingDeclineWords[code][language] },
          count: count((row) => row.decline_code === code),
        }))
        .filter((one) => one.count > 0),
    };
  });
}

/** Receipts firms gave the bank, newest first. */
export function viewReceipts(
  deps: CaseDeps,
  viewer: Viewer,
  { limit }: { limit: number },
): Promise<z.input<typeof listReceipts.reply>> {
  const now = deps.effects.now();
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<ReceiptRow & { title: string; asker_name: string }>`
      select r.id, r.ask_id, r.bank_id, r.asker_id, r.given_at, r.expires_at, r.used_at, r.purpose, r.taken_back_at,
             a.title, a.asker_name
      from funding_receipt r join funding_ask a on a.city = r.city and a.id = r.ask_id
      where r.city = ${city} and r.bank_id = ${organisationId}::uuid
      order by r.given_at desc, r.id desc limit ${limit}`.execute(tx);
    return {
      receipts: rows.map((row) => ({
        ...receiptReply(asReceipt(row), now),
        ...{ ask: { id: row.ask_id, title: row.title }, asker: { id: row.asker_id, name: row.asker_name } },
      })),
    };
  });
}
