import { Refusal, type RefusalDetails } from '../refusal.ts';
import type { Certificate, OfferLimit } from './limit.ts';
import type { OfferRefusalCode } from './offer-refusals.ts';
import type { Quantity } from './quantity.ts';

/** What a firm states about a product it makes. */
export interface OfferFacts {
  readonly capacity: Quantity | null;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
}

const mostCapacity = 1e12;
/** Papers older than this are scanning or typing faults, and so are certificates that outlive their owner. */
const firstDate = '1990-01-01';
const longestCertificate = 50;

/** Can these facts be published? Throws the refusal that names the one that cannot. */
export function decideOffer({ capacity, limits, certificates }: OfferFacts, today: string): void {
  if (capacity) decideCapacity(capacity.amount);
  for (const limit of limits) decideLimit(limit, today);
  for (const certificate of certificates) decideCertificate(certificate, today);
}

function decideCapacity(amount: number): void {
  if (amount <= 0) throw refuse('offers.capacity-not-positive', { amount });
  if (amount > mostCapacity) throw refuse('offers.capacity-too-large', { amount });
}

function decideLimit({ name, low, high, date }: OfferLimit, today: string): void {
  if (low === undefined && high === undefined) throw refuse('offers.limit-empty', { name });
  if (low !== undefined && high !== undefined && low > high) throw refuse('offers.limit-reversed', { name, low, high });
  if (date !== undefined && (date < firstDate || date > today))
    throw refuse('offers.evidence-date-implausible', { name, date, from: firstDate, to: today });
}

/** An expired certificate is a fact worth publishing; one that runs for a century is a slip of the keyboard. */
function decideCertificate({ name, validUntil }: Certificate, today: string): void {
  const to = `${Number(today.slice(0, 4)) + longestCertificate}${today.slice(4)}`;
  if (validUntil !== undefined && (validUntil < firstDate || validUntil > to))
    throw refuse('offers.certificate-date-implausible', { name, date: validUntil, from: firstDate, to });
}

function refuse(code: OfferRefusalCode, details: RefusalDetails): Refusal {
  return new Refusal(code, details);
}
