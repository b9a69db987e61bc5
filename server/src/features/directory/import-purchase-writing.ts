import { readPurchaseRow } from '@zhitong/domain/directory/import-purchase-facts';
import type { TakenPurchase } from '@zhitong/domain/directory/import-purchases';
import type { Tx } from '#platform/database';
import { type KeptRow, listImportRows } from './import-store.ts';
import type { WriteCounts, Writing } from './import-writing.ts';

/** Registers the purchases of a job. */
export async function takePurchases(tx: Tx, writing: Writing): Promise<WriteCounts> {
  const created = await listTaken(tx, writing);
  if (created.length > 0) await writing.purchases.register(tx, created, authorOf(writing));
  return { created: created.length, changed: 0 };
}

/** Withdraws what a job registered. What was changed or verified since stays, and is counted. */
export async function undoPurchases(tx: Tx, writing: Writing): Promise<{ readonly kept: number }> {
  const created = await listTaken(tx, writing);
  const gone = created.length > 0 ? await writing.purchases.withdraw(tx, created, authorOf(writing)) : 0;
  return { kept: created.length - gone };
}

const authorOf = ({ viewer, origin }: Writing) => ({ viewer, why: origin.source });

async function listTaken(tx: Tx, { key }: Writing): Promise<readonly TakenPurchase[]> {
  const rows = await listImportRows(tx, key);
  return rows.filter(({ action }) => action === 'create').flatMap((row) => takenOf(row) ?? []);
}

function takenOf({ targetId, values }: KeptRow): TakenPurchase | undefined {
  const purchase = readPurchaseRow(values);
  if (purchase === undefined || targetId === null) return undefined;
  return {
    ...{ ...purchase, id: targetId, organisationId: String(values.bodyId), productId: String(values.productId) },
    origin: typeof values.originCode === 'string' ? values.originCode : null,
  };
}
