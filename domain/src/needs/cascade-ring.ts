import type { Language } from '../language.ts';
import type { Tier } from '../matching/tier.ts';

/** How far a sourcing need has been opened, nearest first: each ring is asked after the one before it. */
export const cascadeRings = ['city', 'circle', 'province', 'nation', 'abroad'] as const;
export type CascadeRing = (typeof cascadeRings)[number];

const tiersOfRing = {
  city: ['district', 'city'],
  circle: ['circle'],
  province: ['province'],
  // a firm whose place is not known is asked only when the whole nation is
  nation: ['nation', 'unknown'],
  abroad: ['abroad'],
} as const satisfies Record<CascadeRing, readonly Tier[]>;

export function tiersIn(ring: CascadeRing): readonly Tier[] {
  return tiersOfRing[ring];
}

/** The ring a supplier of this tier is asked in. */
export function ringOfTier(tier: Tier): CascadeRing {
  return cascadeRings.find((ring) => tiersIn(ring).includes(tier)) ?? 'nation';
}

export function nextRing(ring: CascadeRing): CascadeRing | undefined {
  return cascadeRings[cascadeRings.indexOf(ring) + 1];
}

/** This ring and all outside it, in order. */
export function ringsFrom(ring: CascadeRing): readonly CascadeRing[] {
  return cascadeRings.slice(cascadeRings.indexOf(ring));
}

/** All rings inside this one, in order. */
export function ringsBefore(ring: CascadeRing): readonly CascadeRing[] {
  return cascadeRings.slice(0, cascadeRings.indexOf(ring));
}

export const ringWords = {
  city: { zh: '本市', en: 'the city' },
  circle: { zh: '都市圈', en: 'the city circle' },
  province: { zh: '省内', en: 'the province' },
  nation: { zh: '国内', en: 'the country' },
  abroad: { zh: '境外', en: 'abroad' },
} as const satisfies Record<CascadeRing, Record<Language, string>>;
