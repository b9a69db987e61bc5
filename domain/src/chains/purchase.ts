import type { Sentence } from '../language.ts';
import { moneyText } from '../matching/money-text.ts';
import { Refusal } from '../refusal.ts';
import { unknownOrigin } from './purchase-origin.ts';

/** `declared`: the firm says so. `confirmed`: the bureau has seen an invoice or a contract. */
export const purchaseLevels = ['declared', 'confirmed'] as const;
export type PurchaseLevel = (typeof purchaseLevels)[number];
export const purchaseLevelWords = {
  declared: { zh: '企业自述', en: 'Declared' },
  confirmed: { zh: '已核实', en: 'Confirmed' },
} as const satisfies Record<PurchaseLevel, Sentence>;

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

/** A purchase says what is bought now: older than so many years it has to be renewed, and counts for no link any more. */
export const purchaseYears = 3;

/** The first day whose purchases still count on a day of the city; ISO dates. */
export function oldestPurchaseDay(today: string, years: number = purchaseYears): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}

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

/** What is registered already, and what its product and origin are called. */
export interface RegisteredPurchase extends Pick<PurchaseContent, 'fenAYear' | 'asOf'> {
  readonly id: string;
}

/** A firm says once what it buys of a product from a place: a second row would count it twice. */
export function decideFirst(
  first: RegisteredPurchase | undefined,
  names: { readonly product: Sentence; readonly origin: Sentence | undefined },
): void {
  if (first === undefined) return;
  const { id, fenAYear, asOf } = first;
  const { product, origin = unknownOrigin } = names;
  throw new Refusal('purchases.already-registered', {
    ...{ id, date: asOf, product: product.zh, productEn: product.en, origin: origin.zh, originEn: origin.en },
    ...{ amount: moneyText(fenAYear, 'zh'), amountEn: moneyText(fenAYear, 'en') },
  });
}
