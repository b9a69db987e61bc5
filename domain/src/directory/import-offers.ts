import type { Certificate, OfferLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';
import { BodyBook, type Importer, type KnownBody } from './import-bodies.ts';
import type { ImportValues } from './import-cell.ts';
import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';
import { readOfferRow } from './import-offer-facts.ts';
import { isAccepted, type PlacedRow, placed, refuseRow } from './import-placed.ts';

/** What an offer holds that a sheet can fill. */
export interface OfferContent {
  readonly capacity: Quantity | null;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
  readonly leadDays: number | null;
}

/** A published offer of the library. */
export interface KnownOffer extends OfferContent {
  readonly id: string;
  readonly organisationId: string;
  readonly productId: string | null;
  readonly productText: string;
  /** whose word it is */
  readonly source: string;
}

/** An offer as a row of a sheet makes it. */
export type TakenOffer = KnownOffer;

export interface OfferLibrary {
  readonly bodies: readonly KnownBody[];
  readonly offers: readonly KnownOffer[];
  readonly importer: Importer;
  /** the product of the graph the words stand for */
  readonly recognise: (text: string) => string | null;
}

/** Finds out of each row whether it publishes an offer or changes the one its firm has of that product. */
export function placeOffers(
  rows: readonly CheckedRow[],
  library: OfferLibrary,
  newId: () => string,
): readonly PlacedRow[] {
  const bodies = new BodyBook(library.bodies, library.importer);
  const known = Map.groupBy(library.offers, (offer) => keyOf(offer.organisationId, offer.productText));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (!isAccepted(row)) return placed(row, { newId: '' });
    const reading = bodies.read(row);
    if (reading.kind === 'refused') return refuseRow(row, reading.finding);
    const { body } = reading;
    const product = String(row.values.product);
    const key = keyOf(body.id, product);
    const line = seen.get(key);
    if (line !== undefined)
      return refuseRow(row, { column: 'product', code: 'library.offer-twice', params: { value: product, line } });
    seen.set(key, row.line);
    const productId = library.recognise(product);
    const values = { bodyId: body.id, productId };
    const unknown = productId === null ? [remark('library.product-unknown', product)] : [];
    const [only, second] = known.get(key) ?? [];
    if (second)
      return refuseRow(row, { column: 'product', code: 'library.offer-ambiguous', params: { value: product } });
    if (only === undefined) return placed(row, { values, findings: unknown, newId: newId() });
    if (isSameContent(only, offerContent(row.values, only)))
      return refuseRow(row, { column: 'product', code: 'library.offer-same', params: { value: product } });
    return placed(row, {
      values,
      known: only.id,
      findings: [...unknown, remark('library.offer-changes', product)],
      newId: '',
    });
  });
}

/** What the offer holds after the row: filled cells replace, empty ones leave what is there. */
export function offerContent(values: ImportValues, before: OfferContent | undefined): OfferContent {
  const { offer } = readOfferRow(values);
  return {
    capacity: offer.capacity ?? before?.capacity ?? null,
    limits: offer.limits ?? before?.limits ?? [],
    certificates: offer.certificates ?? before?.certificates ?? [],
    leadDays: offer.leadDays ?? before?.leadDays ?? null,
  };
}

const keyOf = (organisationId: string, product: string) =>
  `${organisationId}|${product.normalize('NFKC').replace(/\s/g, '').toLowerCase()}`;

/** Whether two offers state the same, whatever the order in which it is kept. */
export function isSameContent(one: OfferContent, other: OfferContent): boolean {
  return textOf(one) === textOf(other);
}

function textOf({ capacity, limits, certificates, leadDays }: OfferContent): string {
  return JSON.stringify([
    capacity && [capacity.amount, capacity.unit, capacity.per],
    limits.map(({ name, low, high, unit, evidence, date }) => [name, low, high, unit, evidence, date]),
    certificates.map(({ name, validUntil }) => [name, validUntil]),
    leadDays,
  ]);
}

function remark(code: ImportFinding['code'], value: string): ImportFinding {
  return { column: 'product', code, severity: 'warning', params: { value } };
}
