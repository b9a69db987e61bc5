import { type GapClass, gapClasses, isWeak } from '@zhitong/domain/chains/gap-class';

type Classes = Readonly<Record<GapClass, number>>;

/** Links that ask for an action. */
export function weakOf(classes: Classes): number {
  return gapClasses.filter(isWeak).reduce((sum, of) => sum + classes[of], 0);
}

/** What a sentence over several chains or segments says. */
export function sumsOf(rows: readonly { readonly classes: Classes }[]) {
  const sum = (part: (classes: Classes) => number) => rows.reduce((all, { classes }) => all + part(classes), 0);
  return { weak: sum(weakOf), strong: sum(({ strong }) => strong), unknown: sum(({ unknown }) => unknown) };
}

export function countOf(classes: Classes): number {
  return gapClasses.reduce((sum, of) => sum + classes[of], 0);
}

/** The same over a list of links. */
export function gapSums(gaps: readonly { readonly class: GapClass | null }[]) {
  const count = (fits: (of: GapClass) => boolean) => gaps.filter((gap) => gap.class !== null && fits(gap.class)).length;
  return {
    notKept: gaps.filter((gap) => gap.class === null).length,
    ...{ total: gaps.length, weak: count(isWeak) },
    ...{ strong: count((of) => of === 'strong'), unknown: count((of) => of === 'unknown') },
  };
}
