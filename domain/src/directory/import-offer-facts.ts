import { certificateName } from '../matching/certificate-names.ts';
import type { Certificate, NeedLimit, OfferLimit } from '../matching/limit.ts';
import type { Quantity } from '../matching/quantity.ts';
import { normaliseText } from '../matching/text-normal.ts';
import { isPeriod } from '../matching/unit-words.ts';
import { readLimits } from '../needs/parse-limit.ts';
import type { ImportValues } from './import-cell.ts';
import { readImportDate } from './import-date.ts';

/** What a row says of a product; null where the cells are empty and the library keeps what it has. */
export interface RowOffer {
  readonly capacity: Quantity | null;
  readonly limits: readonly OfferLimit[] | null;
  readonly certificates: readonly Certificate[] | null;
  readonly leadDays: number | null;
}

export interface OfferReading {
  readonly offer: RowOffer;
  /** pieces of the cells that could not be read */
  readonly unread: { readonly limits: readonly string[]; readonly certificates: readonly string[] };
}

const most = { limits: 30, certificates: 20 };

/** The facts of an offer out of the cells of its row. Nothing is guessed: what is not understood is named. */
export function readOfferRow(values: ImportValues): OfferReading {
  const limits = piecesOf(values.limits).map((piece) => ({ piece, read: readLimit(piece) }));
  const certificates = piecesOf(values.certificates).map((piece) => ({ piece, read: readCertificate(piece) }));
  return {
    offer: {
      capacity: capacityOf(values),
      limits: limits.length > 0 ? limits.flatMap(({ read }) => read ?? []).slice(0, most.limits) : null,
      certificates:
        certificates.length > 0 ? certificates.flatMap(({ read }) => read ?? []).slice(0, most.certificates) : null,
      leadDays: typeof values.leadDays === 'number' ? values.leadDays : null,
    },
    unread: {
      limits: [...unreadOf(limits), ...limits.slice(most.limits).map(({ piece }) => piece)],
      certificates: [...unreadOf(certificates), ...certificates.slice(most.certificates).map(({ piece }) => piece)],
    },
  };
}

const unreadOf = (pieces: readonly { piece: string; read: unknown }[]) =>
  pieces.flatMap(({ piece, read }) => (read === undefined ? [piece] : []));

function piecesOf(cell: ImportValues[string] | undefined): readonly string[] {
  return String(cell ?? '')
    .split(/[;；\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function capacityOf({ capacity, unit, per }: ImportValues): Quantity | null {
  if (typeof capacity !== 'number' || typeof unit !== 'string' || !isPeriod(per)) return null;
  return { amount: capacity, unit, per };
}

/** `BFE ≥ 95 %`, `克重 20-30 g/m²`, `厚度 0.5 mm`: read by the parser of needs, turned to what the maker reaches. */
function readLimit(piece: string): OfferLimit | undefined {
  const found = readLimits(normaliseText(piece).text).map(({ value }) => value);
  const [first] = found;
  if (first === undefined || found.some(({ name }) => name !== first.name)) return undefined;
  return { name: first.name, unit: first.unit, ...ends(found) };
}

function ends(found: readonly NeedLimit[]): Pick<OfferLimit, 'low' | 'high'> {
  const at = (operators: readonly string[]) => found.find(({ op }) => operators.includes(op))?.value;
  const low = at(['>=', '>', '=']);
  const high = at(['<=', '<', '=', '±']);
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** `ISO 13485（至 2027-12-31）`; undefined where brackets hold something that is no day. */
function readCertificate(piece: string): Certificate | undefined {
  const plain = piece.normalize('NFKC');
  const dated = /^(.+?)\s*\((?:有效期)?(?:至|到|until|to)?\s*([\d\-/.年月日]{6,})\s*\)$/i.exec(plain);
  const written = dated?.[1] ?? plain;
  // a bracket that promises an end and names no day
  if (written.length > 80 || (dated === null && /\((?:有效期|至|到|until|to)[^)]*\)$/i.test(plain))) return undefined;
  const name = certificateName(written);
  if (dated?.[2] === undefined) return { name };
  const reading = readImportDate({ kind: 'text', text: dated[2] });
  return reading.kind === 'date' ? { name, validUntil: reading.date } : undefined;
}
