import type { Offer, Supplier } from './offer.ts';

/**
 * A hash of everything an index holds that does not depend on the order of changes: equal content, equal digest.
 * It tells a live index from a rebuild; it is no protection against somebody who wants a collision.
 */
export function contentDigest(offers: Iterable<Offer>, suppliers: Iterable<Supplier>): string {
  let [low, high, count] = [0, 0, 0];
  const take = (row: string) => {
    low = (low + hash(row, 0x811c9dc5)) >>> 0;
    high = (high + hash(row, 0x9747b28c)) >>> 0;
    count += 1;
  };
  for (const offer of offers) take(`offer ${offerRow(offer)}`);
  for (const supplier of suppliers) take(`supplier ${supplierRow(supplier)}`);
  return `${count}-${hexadecimal(high)}${hexadecimal(low)}`;
}

function offerRow({
  id,
  city,
  organisationId,
  productId,
  productText,
  capacity,
  limits,
  certificates,
  source,
}: Offer): string {
  return JSON.stringify([
    [id, city, organisationId, productId, productText, source],
    capacity === null ? null : [capacity.amount, capacity.unit, capacity.per],
    limits.map(({ name, low, high, unit, evidence, date }) => [
      name,
      low ?? null,
      high ?? null,
      unit,
      evidence ?? null,
      date ?? null,
    ]),
    certificates.map(({ name, validUntil }) => [name, validUntil ?? null]),
  ]);
}

function supplierRow({ id, name, city, region, longitude, latitude, deliveries, onTime }: Supplier): string {
  return JSON.stringify([id, name, city, region, longitude, latitude, deliveries, onTime]);
}

/** FNV-1a over UTF-16 units, finished by a mixer so that similar rows do not sum alike. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function hexadecimal(value: number): string {
  return value.toString(16).padStart(8, '0');
}
