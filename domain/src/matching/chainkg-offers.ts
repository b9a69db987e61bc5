import { repairName } from './chainkg-name.ts';
import type { ProductNames } from './chainkg-products.ts';
import type { CleaningTally } from './chainkg-report.ts';
import type { ChainkgRow, ChainkgRows, StockCode } from './chainkg-rows.ts';

export interface ImportedOffer {
  readonly code: StockCode;
  readonly productId: string;
  readonly productText: string;
  /** share of the product in the company's revenue, 0 to 1; null when the file's figure cannot be a share */
  readonly revenueShare: number | null;
}

interface OfferContext {
  readonly codes: ReadonlySet<StockCode>;
  readonly products: ProductNames;
  readonly tally: CleaningTally;
}

/** One offer a company and product; of several rows the largest possible share is kept. */
export function cleanOffers(rows: ChainkgRows, context: OfferContext): ImportedOffer[] {
  const offers = new Map<string, ImportedOffer>();
  for (const row of rows.company_product) {
    const offer = cleanOffer(row, context);
    if (offer === undefined) continue;
    const key = `${offer.code} ${offer.productId}`;
    const before = offers.get(key);
    if (before) context.tally.note('offer.duplicate', `${row.code} ${offer.productText}`);
    offers.set(key, before && (before.revenueShare ?? -1) >= (offer.revenueShare ?? -1) ? before : offer);
  }
  return [...offers.values()];
}

function cleanOffer(
  row: ChainkgRow<'company_product'>,
  { codes, products, tally }: OfferContext,
): ImportedOffer | undefined {
  const productText = repairName(row.product);
  if (!codes.has(row.code)) return void tally.note('offer.company-missing', `${row.code} ${productText}`);
  const product = products.find(row.product);
  if (product === undefined) return void tally.note('offer.product-empty', row.code);
  return { code: row.code, productId: product.id, productText, revenueShare: readShare(row, tally) };
}

function readShare(row: ChainkgRow<'company_product'>, tally: CleaningTally): number | null {
  if (row.revenue_share.trim() === '') return null;
  const share = Number(row.revenue_share);
  if (share >= 0 && share <= 1) return share;
  tally.note('offer.share-impossible', `${row.code} ${repairName(row.product)}: ${row.revenue_share}`);
  return null;
}
