import type { Certificate } from './limit.ts';
import { normaliseName } from './text-normal.ts';

export interface CertificateCheck {
  readonly name: string;
  readonly verdict: 'held' | 'expired' | 'unknown';
  readonly validUntil: string | null;
}

/** Does the offer hold the certificate on that day? Not registered is unknown. The one valid longest counts. */
export function checkCertificate(name: string, held: readonly Certificate[], today: string | null): CertificateCheck {
  const same = held.filter((certificate) => isSameCertificate(certificate.name, name)).sort(latestFirst);
  const [best] = same;
  if (best === undefined) return { name, verdict: 'unknown', validUntil: null };
  const validUntil = best.validUntil ?? null;
  return {
    name,
    verdict: today !== null && validUntil !== null && validUntil < today ? 'expired' : 'held',
    validUntil,
  };
}

/** `ISO13485:2016 质量管理体系认证` is `ISO 13485`; `CE` is not `CCER`. */
export function isSameCertificate(a: string, b: string): boolean {
  const first = certificateKey(a);
  const second = certificateKey(b);
  return (
    first === second ||
    (Math.min(first.length, second.length) >= 4 && (first.startsWith(second) || second.startsWith(first)))
  );
}

function certificateKey(name: string): string {
  return normaliseName(name)
    .replace(/[-:_()]/g, '')
    .replace(/(?<=\d{4})20\d\d(?!\d)/, '')
    .replace(/质量管理体系|管理体系|体系|认证|证书|资质|标志/g, '');
}

/** a certificate without a date does not run out */
function latestFirst(a: Certificate, b: Certificate): number {
  return (b.validUntil ?? '9999').localeCompare(a.validUntil ?? '9999');
}
