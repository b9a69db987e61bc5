import type { CascadeRing } from '@zhitong/domain/needs/cascade-ring';
import type { AskedOutcome, ReceiptClose, WidenCode } from '@zhitong/domain/needs/cascade-words';
import type { Tx } from '#platform/database';
import type { ReceiptSupplier } from './cascade-reading.ts';

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
  const counts = {
    quoted: count('quoted'),
    declined: count('declined'),
    silent: count('silent'),
    no_time: count('no-time'),
  };
  return {
    ...{ city, need_id: needId, ring, asker_id: askerId, from_at: from, until_at: until, closed_by: closedBy },
    ...{ hand_code: hand?.code ?? null, hand_name: hand?.by ?? null },
    ...{
      ...counts,
      asked: counts.quoted + counts.declined + counts.silent + counts.no_time,
      passed_over: count('passed-over'),
    },
    suppliers: JSON.stringify(suppliers),
  };
}
