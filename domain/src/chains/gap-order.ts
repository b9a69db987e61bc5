import { type CoverageRing, coverageRings } from './chain-facts.ts';
import { type GapClass, gapClasses, isWeak } from './gap-class.ts';
import type { GapPrice } from './gap-price.ts';

/** What a list of gaps can be ordered by; 类别 is how grave it is. */
export const gapSorts = ['class', 'product', 'demand', 'coverage', 'reach', 'risk', 'date'] as const;
export type GapSort = (typeof gapSorts)[number];

/** `down` begins with what matters most: the gravest, the dearest, the least covered, the easiest to reach, what stops most without it, the youngest. */
export type GapOrder = 'down' | 'up';

/** A gap as far as its place in a list goes. */
export interface OrderedGap {
  readonly product: { readonly id: string; readonly name: string };
  readonly class: GapClass;
  readonly demand: Pick<GapPrice, 'confirmedFen' | 'declaredFen'>;
  readonly coverage: Readonly<Record<CoverageRing, number>>;
  readonly reach: { readonly score: number } | null;
  /** how many products of the chain stop without it */
  readonly stops: number;
  readonly asOf: string | null;
}

/** What is not known stands last whichever way the list is read, and never as nought; equals by class, then by price. */
export function gapsInOrder<One extends OrderedGap>(
  gaps: readonly One[],
  { sort, order }: { readonly sort: GapSort; readonly order: GapOrder },
): One[] {
  const sign = order === 'down' ? 1 : -1;
  return gaps.toSorted(
    (a, b) =>
      compare(keys[sort](a), keys[sort](b), sign) ||
      compare(keys.class(a), keys.class(b), 1) ||
      compare(keys.demand(a), keys.demand(b), 1) ||
      a.product.id.localeCompare(b.product.id),
  );
}

type Key = number | string | null;

const keys: Readonly<Record<GapSort, (gap: OrderedGap) => Key>> = {
  class: (gap) => (gap.class === 'unknown' ? null : gapClasses.indexOf(gap.class)),
  product: ({ product }) => product.name,
  demand: ({ demand }) =>
    demand.confirmedFen === null && demand.declaredFen === null
      ? null
      : -((demand.confirmedFen ?? 0) + (demand.declaredFen ?? 0)),
  coverage: ({ coverage }) => coverageRings.reduce((sum, ring) => sum * 1_000 + Math.min(coverage[ring], 999), 0),
  reach: ({ reach }) => (reach === null ? null : -reach.score),
  // what has several makers is not likely to be gone
  risk: ({ class: of, stops }) => (of === 'unknown' ? null : -Number(isWeak(of)) * (1 + stops)),
  date: ({ asOf }) => (asOf === null ? null : -Date.parse(asOf)),
};

function compare(a: Key, b: Key, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh'));
}
