import type { CapacityCheck } from './capacity-check.ts';
import type { CertificateCheck } from './certificate-check.ts';
import type { LimitCheck } from './limit-check.ts';
import type { Demand } from './match.ts';
import type { Assessment } from './match-score.ts';
import type { Quantity } from './quantity.ts';
import { type Reason, type ReasonCode, type Verdict, verdicts } from './reason.ts';
import type { Tier } from './tier.ts';

/** The product part of a reason, as found by the graph or by the words. */
export interface ProductEvidence {
  readonly code: Extract<ReasonCode, `product.${string}`>;
  /** what was wanted, what is registered, the shared material */
  readonly wanted: string;
  readonly registered: string;
  readonly via: string | null;
  /** the same in English, where the product graph has it */
  readonly wantedEn: string | null;
  readonly registeredEn: string | null;
  readonly viaEn: string | null;
}

/** Where the firm is, in words. */
export interface PlaceEvidence {
  readonly tier: Tier;
  readonly kilometres: number | null;
  readonly placeZh: string | null;
  readonly placeEn: string | null;
  readonly circleZh: string | null;
  readonly circleEn: string | null;
}

/** What is told beside the checks. */
export interface Evidence {
  readonly product: ProductEvidence;
  readonly place: PlaceEvidence;
}

/** All reasons of one match: not met, unknown, met, then plain facts. */
export function matchReasons(demand: Demand, assessment: Assessment, { product, place }: Evidence): Reason[] {
  const reasons = [
    productReason(product),
    ...assessment.limits.map(limitReason),
    ...(demand.quantity === null || assessment.capacity === null
      ? []
      : [capacityReason(demand.quantity, assessment.capacity)]),
    ...assessment.certificates.map(certificateReason),
    tierReason(place),
    recordReason(assessment.supplier),
  ];
  return verdicts.flatMap((verdict) => reasons.filter((reason) => reason.verdict === verdict));
}

const productVerdicts = {
  'product.same': 'met',
  'product.kind': 'met',
  'product.broader': 'unknown',
  'product.substitute': 'unknown',
  'product.material': 'unknown',
  'product.text': 'unknown',
} as const satisfies Record<ProductEvidence['code'], Verdict>;

function productReason({ code, ...params }: ProductEvidence): Reason {
  return { code, verdict: productVerdicts[code], params };
}

function limitReason({ limit, stated, verdict }: LimitCheck): Reason {
  const params = {
    name: limit.name,
    op: limit.op,
    value: limit.value,
    unit: limit.unit,
    low: stated?.low ?? null,
    high: stated?.high ?? null,
    statedUnit: stated?.unit ?? null,
    evidence: stated?.evidence ?? null,
    date: stated?.date ?? null,
  };
  return { code: `limit.${verdict}`, verdict, params };
}

function capacityReason(asked: Quantity, { verdict, registered, available }: CapacityCheck): Reason {
  const params = {
    needed: asked.amount,
    unit: asked.unit,
    per: asked.per,
    available,
    registered: registered?.amount ?? null,
    registeredUnit: registered?.unit ?? null,
    registeredPer: registered?.per ?? null,
  };
  const verdictOf = { enough: 'met', short: 'not-met', unknown: 'unknown' } as const;
  return { code: `capacity.${verdict}`, verdict: verdictOf[verdict], params };
}

function certificateReason({ name, verdict, validUntil }: CertificateCheck): Reason {
  const verdictOf = { held: 'met', expired: 'not-met', unknown: 'unknown' } as const;
  return { code: `certificate.${verdict}`, verdict: verdictOf[verdict], params: { name, validUntil } };
}

function tierReason({ tier, kilometres, placeZh, placeEn, circleZh, circleEn }: PlaceEvidence): Reason {
  return {
    code: 'tier',
    verdict: 'fact',
    params: { tier, km: kilometres, place: placeZh, placeEn, circle: circleZh, circleEn },
  };
}

function recordReason({ deliveries, onTime }: { readonly deliveries: number; readonly onTime: number }): Reason {
  return deliveries === 0
    ? { code: 'record.none', verdict: 'fact', params: {} }
    : { code: 'record', verdict: 'fact', params: { deliveries, onTime } };
}
