import type { PurchaseContent } from '../chains/purchase.ts';
import type { Origin } from '../chains/purchase-origin.ts';
import { moneyText } from '../matching/money-text.ts';
import { BodyBook, type Importer, type KnownBody } from './import-bodies.ts';
import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import { isAccepted, type PlacedRow, placed, refuseRow } from './import-placed.ts';

/** A purchase that is registered and not withdrawn. */
export interface OpenPurchase extends Pick<PurchaseContent, 'productId' | 'fenAYear' | 'origin'> {
  readonly organisationId: string;
}

/** A purchase as a row of a sheet makes it. */
export interface TakenPurchase extends PurchaseContent {
  readonly id: string;
  readonly organisationId: string;
  readonly note: string | null;
}

export interface PurchaseLibrary {
  readonly bodies: readonly KnownBody[];
  readonly open: readonly OpenPurchase[];
  readonly importer: Importer;
  /** the product of the graph the words stand for */
  readonly recognise: (text: string) => string | null;
  readonly readOrigin: (text: string) => Origin | undefined;
}

type Found =
  | { readonly kind: 'found'; readonly bodyId: string; readonly productId: string; readonly originCode: string | null }
  | { readonly kind: 'refused'; readonly finding: Omit<ImportFinding, 'severity'> };

/** Finds firm, product and origin of each row; what is registered already is not registered a second time. */
export function placePurchases(
  rows: readonly CheckedRow[],
  library: PurchaseLibrary,
  newId: () => string,
): readonly PlacedRow[] {
  const bodies = new BodyBook(library.bodies, library.importer);
  const open = new Map(library.open.map((one) => [keyOf(one), one]));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (!isAccepted(row)) return placed(row, { newId: '' });
    const found = findParts(row, bodies, library);
    if (found.kind === 'refused') return refuseRow(row, found.finding);
    const { bodyId, productId, originCode } = found;
    const key = keyOf({ organisationId: bodyId, productId, origin: originCode });
    const line = seen.get(key);
    if (line !== undefined) return refuseRow(row, no('product', 'library.purchase-twice', { line }));
    seen.set(key, row.line);
    const first = open.get(key);
    if (first) return refuseRow(row, no('product', 'library.purchase-there', amountOf(row, first)));
    return placed(row, { values: { bodyId, productId, originCode }, newId: newId() });
  });
}

function findParts(row: CheckedRow, bodies: BodyBook, { recognise, readOrigin }: PurchaseLibrary): Found {
  const reading = bodies.read(row);
  if (reading.kind === 'refused') return reading;
  const { body } = reading;
  if (body.kind !== 'enterprise')
    return { kind: 'refused', finding: no('body', 'library.firm-only', { value: body.name }) };
  const product = String(row.values.product);
  const productId = recognise(product);
  if (productId === null)
    return { kind: 'refused', finding: no('product', 'library.product-missing', { value: product }) };
  const { origin } = row.values;
  const place = typeof origin === 'string' ? readOrigin(origin) : undefined;
  if (typeof origin === 'string' && place === undefined)
    return { kind: 'refused', finding: no('origin', 'library.origin-unknown', { value: origin }) };
  return { kind: 'found', bodyId: body.id, productId, originCode: place?.code ?? null };
}

const keyOf = ({ organisationId, productId, origin }: Omit<OpenPurchase, 'fenAYear'>) =>
  `${organisationId}|${productId}|${origin ?? ''}`;

const amountOf = ({ values }: CheckedRow, { fenAYear }: OpenPurchase) => ({
  ...{ value: String(values.product), amount: moneyText(fenAYear, 'zh'), amountEn: moneyText(fenAYear, 'en') },
});

function no(column: string, code: ImportFinding['code'], params: ImportFinding['params']) {
  return { column, code, params };
}
