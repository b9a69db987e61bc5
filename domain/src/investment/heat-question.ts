import { Refusal } from '../refusal.ts';

export const heatLevels = ['province', 'city', 'district'] as const;
export type HeatLevel = (typeof heatLevels)[number];

/** How far the map looks: everywhere, within the province, or within the city circle. */
export const heatRings = ['nation', 'province', 'circle'] as const;
export type HeatRing = (typeof heatRings)[number];

/** 热力图：what the map is asked about. */
export type HeatQuestion =
  | { readonly kind: 'chain'; readonly chain: string }
  | { readonly kind: 'gap'; readonly chain: string; readonly product: string }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'firm'; readonly firm: string };

export interface HeatWords {
  readonly chain?: string | undefined;
  readonly gap?: string | undefined;
  readonly product?: string | undefined;
  readonly firm?: string | undefined;
}

/** Exactly one thing is asked about; a gap is named by its chain and its product, `chain:product`. */
export function readHeatQuestion({ chain, gap, product, firm }: HeatWords): HeatQuestion {
  const count = [chain, gap, product, firm].filter((one) => one !== undefined && one !== '').length;
  if (count !== 1) throw new Refusal('heat.one-question', { count });
  if (chain) return { kind: 'chain', chain };
  if (product) return { kind: 'product', product };
  if (firm) return { kind: 'firm', firm };
  return readGap(gap ?? '');
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function readGap(gap: string): HeatQuestion {
  const colon = gap.indexOf(':');
  const [chain, product] = [gap.slice(0, colon), gap.slice(colon + 1)];
  if (colon < 0 || !uuid.test(chain) || product === '') throw new Refusal('heat.unknown-gap');
  return { kind: 'gap', chain, product };
}
