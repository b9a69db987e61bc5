import { Refusal } from '../refusal.ts';

/** `declared`: the firm says so. `confirmed`: the bureau has seen an invoice or a contract. */
export const purchaseLevels = ['declared', 'confirmed'] as const;
export type PurchaseLevel = (typeof purchaseLevels)[number];

export interface PurchaseContent {
  readonly productId: string;
  /** 分 a year */
  readonly fenAYear: number;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly origin: string | null;
  /** ISO date */
  readonly asOf: string;
}

/** ten billion yuan a year: nobody in a city buys more of one product, and a slip of the pen does */
const mostFen = 1_000_000_000_000;

/** A purchase that can stand, looked at on a day of the city; `isPlace` knows prefectures. */
export function decidePurchase(
  content: PurchaseContent,
  known: { readonly today: string; readonly isProduct: boolean; readonly isPlace: boolean },
): void {
  const { fenAYear, quantity, unit, asOf, productId, origin } = content;
  if (!known.isProduct) throw new Refusal('purchases.unknown-product', { product: productId });
  if (fenAYear > mostFen) throw new Refusal('purchases.too-much');
  if ((quantity === null) !== (unit === null)) throw new Refusal('purchases.quantity-without-unit');
  if (asOf > known.today) throw new Refusal('purchases.future', { date: asOf });
  if (origin !== null && !known.isPlace) throw new Refusal('purchases.unknown-origin', { origin });
}

/** The purchase somebody has seen must be the one there is, and still be bought. */
export function decidePurchaseDeed(
  purchase: { readonly edition: number; readonly level: PurchaseLevel; readonly withdrawn: boolean },
  deed: 'change' | 'verify' | 'withdraw',
  seen: number,
): void {
  if (purchase.withdrawn) throw new Refusal('purchases.withdrawn');
  if (deed === 'verify' && purchase.level === 'confirmed') throw new Refusal('purchases.confirmed-already');
  if (purchase.edition !== seen) throw new Refusal('purchases.changed-meanwhile', { edition: purchase.edition });
}
