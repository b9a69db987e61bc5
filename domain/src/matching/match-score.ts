import type { CapacityCheck } from './capacity-check.ts';
import type { CertificateCheck } from './certificate-check.ts';
import type { LimitCheck } from './limit-check.ts';
import type { Demand } from './match.ts';
import type { Supplier } from './offer.ts';
import type { ScorePart } from './reason.ts';
import type { Tier } from './tier.ts';

/** Everything that was found out about one offer for one demand. */
export interface Assessment {
  /** 0 … 1: how well the product fits */
  readonly product: number;
  readonly limits: readonly LimitCheck[];
  readonly capacity: CapacityCheck | null;
  readonly certificates: readonly CertificateCheck[];
  readonly tier: Tier;
  readonly supplier: Supplier;
}

type Part = ScorePart['part'];
const partNames = [
  'product',
  'limits',
  'capacity',
  'certificates',
  'tier',
  'record',
] as const satisfies readonly Part[];

/** Weights before those of parts that were not asked for are shared out among the rest. */
const fullWeights = {
  product: 50,
  limits: 15,
  capacity: 10,
  certificates: 10,
  tier: 10,
  record: 5,
} as const satisfies Record<Part, number>;

const limitShare = { met: 1, unknown: 0.5, 'not-met': 0 } as const;
const capacityShare = { enough: 1, unknown: 0.5, short: 0.3 } as const satisfies Record<
  CapacityCheck['verdict'],
  number
>;
const certificateShare = { held: 1, unknown: 0.5, expired: 0 } as const;
const tierShare = {
  district: 1,
  city: 0.9,
  circle: 0.7,
  province: 0.5,
  nation: 0.3,
  unknown: 0.3,
  abroad: 0.1,
} as const satisfies Record<Tier, number>;

/** `nearness: false` ranks by fit alone: neither distance nor past deals count. */
export interface ScoreOptions {
  readonly nearness: boolean;
}

/** The weights of a demand: whole numbers that sum to 100. Only what was asked for counts. */
export function weightsOf(demand: Demand, { nearness }: ScoreOptions): Record<Part, number> {
  const asked: Record<Part, boolean> = {
    product: true,
    limits: demand.limits.length > 0,
    capacity: demand.quantity !== null,
    certificates: demand.certificates.length > 0,
    tier: nearness,
    record: nearness,
  };
  const total = partNames.reduce((sum, part) => sum + (asked[part] ? fullWeights[part] : 0), 0);
  const weights = { product: 0, limits: 0, capacity: 0, certificates: 0, tier: 0, record: 0 };
  for (const part of partNames) if (asked[part]) weights[part] = Math.floor((fullWeights[part] * 100) / total);
  weights.product += 100 - partNames.reduce((sum, part) => sum + weights[part], 0);
  return weights;
}

/** The exact value for ranking, 0 … 100. */
export function exactScore(assessment: Assessment, weights: Readonly<Record<Part, number>>): number {
  return partNames.reduce((sum, part) => sum + weights[part] * shareOf(part, assessment), 0);
}

/** The parts as shown, in whole points. The score is their sum. */
export function scoreParts(assessment: Assessment, weights: Readonly<Record<Part, number>>): ScorePart[] {
  return partNames
    .filter((part) => weights[part] > 0)
    .map((part) => ({ part, weight: weights[part], points: Math.round(weights[part] * shareOf(part, assessment)) }));
}

/** How much of a part is earned, 0 … 1. What is not known earns half: it is neither a yes nor a no. */
function shareOf(part: Part, { product, limits, capacity, certificates, tier, supplier }: Assessment): number {
  switch (part) {
    case 'product':
      return product;
    case 'limits':
      return mean(limits.map(({ verdict }) => limitShare[verdict]));
    case 'capacity':
      return capacity === null ? 1 : capacityShare[capacity.verdict];
    case 'certificates':
      return mean(certificates.map(({ verdict }) => certificateShare[verdict]));
    case 'tier':
      return tierShare[tier];
    case 'record':
      return (supplier.onTime + 1) / (supplier.deliveries + 2);
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
