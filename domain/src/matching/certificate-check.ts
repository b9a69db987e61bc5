import { certificateName } from './certificate-names.ts';
import type { Certificate } from './limit.ts';
import { remembered } from './remembered.ts';
import { normaliseName } from './text-normal.ts';

export interface CertificateCheck {
  readonly name: string;
  readonly verdict: 'held' | 'expired' | 'unknown';
  readonly validUntil: string | null;
}

/** Does the offer hold the certificate on that day? Not registered is unknown. The one valid longest counts. */
export function checkCertificate(name: string, held: readonly Certificate[], today: string | null): CertificateCheck {
  const [best] = held.filter((certificate) => isSameCertificate(certificate.name, name)).sort(latestFirst);
  if (best === undefined) return { name, verdict: 'unknown', validUntil: null };
  const validUntil = best.validUntil ?? null;
  const expired = today !== null && validUntil !== null && validUntil < today;
  return { name, verdict: expired ? 'expired' : 'held', validUntil };
}

/** `ISO13485:2016` is `ISO 13485`; `CE` is not `CCER`. */
export function isSameCertificate(a: string, b: string): boolean {
  return certificateKey(a) === certificateKey(b);
}

const certificateKey = remembered((name) => normaliseName(certificateName(name)));

/** a certificate without a date does not run out */
function latestFirst(a: Certificate, b: Certificate): number {
  return (b.validUntil ?? '9999').localeCompare(a.validUntil ?? '9999');
}
