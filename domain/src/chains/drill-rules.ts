import type { CoverageRing } from './chain-facts.ts';

/**
 * What the drill assumes where no row says better, in days; data of the city (data/drill-rules). Assumptions, and shown as such.
 */
export interface DrillRules {
  /** how long users of a product go on when it comes no more */
  readonly stockDays: number;
  /** the same for single products */
  readonly stockDaysOf: Readonly<Record<string, number>>;
  /** samples, tests and papers until another maker may deliver, by how far away it is; `none`: nobody is known to make it */
  readonly qualifyDays: Readonly<Record<CoverageRing | 'none', number>>;
}

export const stockDaysIn = ({ stockDays, stockDaysOf }: DrillRules, productId: string): number =>
  stockDaysOf[productId] ?? stockDays;
