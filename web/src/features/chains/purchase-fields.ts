import type { PurchaseInput, PurchaseRow } from '@zhitong/contract/chains/purchase-contract';
import { isRefused } from '#platform/query';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** What stands in the form. */
export interface PurchaseFields {
  readonly firm: Chosen | null;
  readonly product: Chosen | null;
  /** 万元 a year */
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly unit: string;
  readonly origin: Chosen | null;
  readonly asOf: string;
  readonly note: string;
}
export type PurchaseField = keyof PurchaseFields;
export type PurchaseProblem = 'needProduct' | 'needFirm' | 'needAmount' | 'needDate' | 'needBoth';

const fenInWan = 1_000_000;

export function firstFields(purchase: PurchaseRow | undefined, today: string): PurchaseFields {
  if (!purchase) return { ...empty, asOf: today };
  const { organisation, product, fenAYear, quantity, unit, origin, asOf, note } = purchase;
  return {
    ...{ firm: organisation, product, amount: fenAYear / fenInWan, quantity, unit: unit ?? '' },
    ...{ origin: origin && { id: origin.code, name: origin.name }, asOf, note: note ?? '' },
  };
}

const empty: PurchaseFields = {
  ...{ firm: null, product: null, amount: null, quantity: null, unit: '', origin: null, asOf: '', note: '' },
};

/** What the person should correct before sending; everything else the server judges. */
export function problemsOf(
  { firm, product, amount, quantity, unit, asOf }: PurchaseFields,
  asksFirm: boolean,
): Readonly<Partial<Record<PurchaseField, PurchaseProblem>>> {
  return {
    ...(asksFirm && firm === null && { firm: 'needFirm' }),
    ...(product === null && { product: 'needProduct' }),
    ...((amount === null || Math.round(amount * fenInWan) < 1) && { amount: 'needAmount' }),
    ...((quantity === null) !== (unit.trim() === '') && { quantity: 'needBoth' }),
    ...(asOf === '' && { asOf: 'needDate' }),
  };
}

/** What is sent; undefined while something is missing. */
export function contentOf(fields: PurchaseFields): PurchaseInput | undefined {
  const { product, amount, quantity, unit, origin, asOf, note } = fields;
  if (product === null || amount === null) return undefined;
  return {
    ...{ productId: product.id, fenAYear: Math.round(amount * fenInWan), asOf, origin: origin?.id ?? null },
    ...{ quantity, unit: unit.trim() || null, note: note.trim() || null },
  };
}

/** Which field a refusal is about; the others stand above the form. */
const about: Readonly<Record<string, PurchaseField>> = {
  'purchases.unknown-product': 'product',
  'purchases.already-registered': 'product',
  'purchases.unknown-organisation': 'firm',
  'purchases.unknown-origin': 'origin',
  'purchases.too-much': 'amount',
  'purchases.quantity-without-unit': 'quantity',
  'purchases.future': 'asOf',
};

export function refusedField(error: unknown): { readonly field: PurchaseField; readonly sentence: string } | undefined {
  const field = isRefused(error) ? about[error.code] : undefined;
  return field && isRefused(error) ? { field, sentence: error.message } : undefined;
}
