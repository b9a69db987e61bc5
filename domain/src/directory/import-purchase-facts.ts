import { decidePurchase, type PurchaseContent } from '../chains/purchase.ts';
import { Refusal } from '../refusal.ts';
import type { ImportValues } from './import-cell.ts';
import { fenIn } from './import-columns-purchase.ts';
import type { ImportFaultCode, ImportFinding } from './import-finding.ts';

/** What a row says of a purchase; product and origin are found in the library. */
export interface RowPurchase extends Omit<PurchaseContent, 'productId' | 'origin'> {
  readonly note: string | null;
}

/** undefined where the cells do not make one; their own findings say why. */
export function readPurchaseRow({ amount, money, quantity, unit, asOf, note }: ImportValues): RowPurchase | undefined {
  if (typeof amount !== 'number' || (money !== 'wan' && money !== 'yuan') || typeof asOf !== 'string') return undefined;
  return {
    ...{ fenAYear: Math.round(amount * fenIn[money]), asOf },
    quantity: typeof quantity === 'number' ? quantity : null,
    unit: typeof unit === 'string' ? unit : null,
    note: typeof note === 'string' ? note : null,
  };
}

/** What a firm may register by hand it may register by sheet, and nothing else. */
export function judgePurchaseRow(values: ImportValues, today: string): readonly ImportFinding[] {
  // what another column is still wrong about is taken as harmless here, so that all faults of a row show at once
  const { money, amount, asOf } = values;
  const judged = { ...values, ...(amount === null && { amount: 1 }), ...(asOf === null && { asOf: today }) };
  const purchase = readPurchaseRow({ ...judged, ...(money === null && { money: 'yuan' }) });
  if (purchase === undefined) return [];
  if (purchase.fenAYear < 1) return [fault('amount', 'number.not-positive', String(values.amount))];
  try {
    decidePurchase({ ...purchase, productId: '', origin: null }, { today, isProduct: true, isPlace: true });
    return [];
  } catch (error) {
    return [meaningOf(error)];
  }
}

/** The refusals of the form, as findings of the sheet. */
const meanings: Readonly<Record<string, readonly [string, ImportFaultCode]>> = {
  'purchases.too-much': ['amount', 'amount.too-large'],
  'purchases.quantity-without-unit': ['quantity', 'quantity.half'],
};

function meaningOf(error: unknown): ImportFinding {
  const meaning = error instanceof Refusal ? meanings[error.code] : undefined;
  if (meaning === undefined) throw error;
  return fault(meaning[0], meaning[1], '');
}

function fault(column: string, code: ImportFaultCode, value: string): ImportFinding {
  return { column, code, severity: 'error', params: { value } };
}
