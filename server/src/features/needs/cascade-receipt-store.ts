import type { DeclineCode } from '@zhitong/domain/matching/answer';
import type { Tier } from '@zhitong/domain/matching/tier';
import { type CascadeRing, ringOfTier } from '@zhitong/domain/needs/cascade-ring';
import type { AskedOutcome, PassedOverCode, ReceiptClose, WidenCode } from '@zhitong/domain/needs/cascade-words';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

/** One supplier in a receipt, as it stood when the time of its ring was over. */
export interface ReceiptSupplier {
  readonly id: string;
  readonly name: string;
  readonly outcome: AskedOutcome;
  /** why it declined, or was not asked */
  readonly code: DeclineCode | PassedOverCode | null;
  readonly answeredAt: string | null;
}

export interface Receipt {
  readonly city: string;
  readonly needId: string;
  readonly askerId: string;
  readonly ring: CascadeRing;
  readonly from: Date;
  readonly until: Date;
  readonly closedBy: ReceiptClose;
  readonly hand: { readonly code: WidenCode; readonly by: string } | null;
  readonly suppliers: readonly ReceiptSupplier[];
}

/** Written once; nobody, the platform included, may change it afterwards. */
export async function insertReceipts(tx: Tx, receipts: readonly Receipt[]): Promise<void> {
  if (receipts.length === 0) return;
  await tx.insertInto('cascade_receipt').values(receipts.map(receiptRow)).execute();
}

export function receiptRow({ city, needId, askerId, ring, from, until, closedBy, hand, suppliers }: Receipt) {
  const count = (outcome: AskedOutcome) => suppliers.filter((one) => one.outcome === outcome).length;
  const counts = { quoted: count('quoted'), declined: count('declined'), silent: count('silent') };
  return {
    ...{ city, need_id: needId, ring, asker_id: askerId, from_at: from, until_at: until, closed_by: closedBy },
    ...{ hand_code: hand?.code ?? null, hand_name: hand?.by ?? null },
    ...{ ...counts, asked: counts.quoted + counts.declined + counts.silent, passed_over: count('passed-over') },
    suppliers: JSON.stringify(suppliers),
  };
}

export interface AskedSupplier extends ReceiptSupplier {
  readonly ring: CascadeRing;
}

/** Every supplier that was asked about a need so far, best first, and what it said. */
export async function listAsked(
  tx: Tx,
  { city, needId }: { city: string; needId: string },
): Promise<readonly AskedSupplier[]> {
  const rows = await tx
    .selectFrom('match as m')
    .leftJoin('response as r', (join) => join.onRef('r.city', '=', 'm.city').onRef('r.match_id', '=', 'm.id'))
    .select(['m.organisation_id', 'm.organisation_name', 'm.tier', 'r.id as response_id', 'r.declined', 'r.at'])
    .where('m.city', '=', city)
    .where('m.need_id', '=', needId)
    .orderBy('m.score', 'desc')
    .orderBy('m.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.organisation_id, name: row.organisation_name, ring: ringOfTier(wordColumn<Tier>(row.tier)) },
    outcome: outcomeOf(row),
    code: row.declined === null ? null : wordColumn<DeclineCode>(row.declined),
    answeredAt: row.at?.toISOString() ?? null,
  }));
}

function outcomeOf({ response_id: said, declined }: { response_id: string | null; declined: string | null }) {
  if (said === null) return 'silent';
  return declined === null ? 'quoted' : 'declined';
}
