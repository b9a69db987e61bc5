import { oldestPurchaseDay, purchaseYears } from '@zhitong/domain/chains/purchase';
import { mergedRecords } from '#features/directory/public';
import type { Tx } from '#platform/database';
import { listBought, listDelivered, listNeedFacts, listRejectionFacts } from './fact-store.ts';

/**
 * What is known of the demand for these products, of all when none are named. A merge moves the purchases of a firm, what was asked
 * and signed under the old record stays there: both are one firm, counted once, under the record that stands for it now.
 */
export async function readDemandRows(
  tx: Tx,
  { city, since }: { city: string; since: string },
  products: readonly string[] | undefined,
) {
  const of = { city, since };
  // since: a year ago; what is registered as bought counts longer
  const said = { city, since: oldestPurchaseDay(since, purchaseYears - 1) };
  const bought = [...(await listBought(tx, said, products)), ...(await listDelivered(tx, of, products))];
  const needs = await listNeedFacts(tx, of, products);
  const rejections = await listRejectionFacts(tx, of, products);
  const named = [...bought, ...needs, ...rejections].map(({ organisationId }) => organisationId);
  const heads = await mergedRecords.heads(tx, city, [...named, ...rejections.map(({ buyerId }) => buyerId)]);
  const standing = (id: string) => heads.get(id) ?? id;
  const one = <Row extends { readonly organisationId: string }>(row: Row): Row => ({
    ...row,
    organisationId: standing(row.organisationId),
  });
  return {
    bought: bought.map(one),
    needs: needs.map(one),
    rejections: rejections.map((row) => ({ ...one(row), buyerId: standing(row.buyerId) })),
  };
}
