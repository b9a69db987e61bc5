import type { ChainContent, Segment } from './chain-map.ts';
import { chainStandings } from './chain-standing.ts';
import { stoppedBy, withStandIns } from './chain-structure.ts';
import { hasSourceBeside, sourcesOf } from './drill-source.ts';
import type { FactBook } from './fact-book.ts';
import { diagnoseLink, type Gap, type GapRules, usualGapRules } from './gap.ts';
import { type GapClass, gapClasses, isWeak } from './gap-class.ts';
import { toldFen } from './gap-price.ts';

/** A link of a chain with the segment it stands in. */
export interface ChainGap extends Gap {
  readonly segment: Segment;
}

export interface Diagnosing {
  readonly book: FactBook;
  /** ISO date of the city */
  readonly today: string;
  readonly rules?: GapRules;
}

/**
 * Every link of a chain, in the order of its map. O(products × their facts); the structure of the chain is read once.
 * `only`: just these products, e.g. those whose facts have changed.
 */
export function diagnoseChain(
  { segments }: Pick<ChainContent, 'segments'>,
  { book, today, rules = usualGapRules }: Diagnosing,
  only?: ReadonlySet<string>,
): ChainGap[] {
  const products = segments.flatMap((segment) => segment.products);
  const registered = book.structureOf(products);
  const standingOf = chainStandings(new Set(products), registered);
  // what takes every source of a material away must leave one of its substitute
  const structure = withStandIns(registered, (material, other) =>
    hasSourceBeside(book.factsOf(other, today), sourcesOf(book.factsOf(material, today))),
  );
  return segments.flatMap((segment) =>
    segment.products
      .filter((productId) => only?.has(productId) ?? true)
      .map((productId) => {
        const facts = book.factsOf(productId, today);
        const replaceable = (structure.substitutes.get(productId) ?? []).length > 0;
        const stops = stoppedBy(structure, productId);
        const link = { productId, facts, stops, replaceable, standing: standingOf(productId) };
        return { ...diagnoseLink(link, rules), segment };
      }),
  );
}

/** Worst class first, then the greater price, then the name of the product: the list of gaps reads from the top. */
export function worstFirst(a: ChainGap, b: ChainGap): number {
  return (
    gapClasses.indexOf(a.class) - gapClasses.indexOf(b.class) ||
    knownFen(b) - knownFen(a) ||
    a.productId.localeCompare(b.productId)
  );
}

/** The weak link with the greatest price shown; where none is shown, the first of the worst class. */
export function largestGap(gaps: readonly ChainGap[]): ChainGap | undefined {
  const weak = gaps.filter((gap) => isWeak(gap.class));
  return weak.toSorted((a, b) => knownFen(b) - knownFen(a) || worstFirst(a, b))[0];
}

/** What is shown of the price of a gap, 分 a year; 0 where nothing is. */
export const knownFen = ({ demand }: Pick<Gap, 'demand'>): number => toldFen(demand);

export function worstClass(classes: readonly GapClass[]): GapClass {
  return gapClasses.find((one) => classes.includes(one)) ?? 'unknown';
}

export function countClasses(classes: readonly GapClass[]): Record<GapClass, number> {
  const count = (of: GapClass) => classes.filter((one) => one === of).length;
  return {
    missing: count('missing'),
    short: count('short'),
    'single-source': count('single-source'),
    'outside-dependent': count('outside-dependent'),
    fragile: count('fragile'),
    unknown: count('unknown'),
    strong: count('strong'),
  };
}
