import { type GapClass, isWeak } from './gap-class.ts';

/** What a link of a chain was from one instant to the next. */
export interface KeptClass {
  readonly productId: string;
  readonly class: GapClass;
  readonly since: Date;
  /** null: still so */
  readonly until: Date | null;
}

/** Weak links at each instant; null: nothing was kept of the chain yet. */
export function weakTrend(
  states: readonly KeptClass[],
  instants: readonly Date[],
): { at: Date; weak: number | null }[] {
  return instants.map((at) => {
    const then = states.filter(({ since, until }) => since <= at && (until === null || at < until));
    return { at, weak: then.length === 0 ? null : then.filter((one) => isWeak(one.class)).length };
  });
}

/** Links that were weak, became strong since an instant, and still are. */
export function closedSince(states: readonly KeptClass[], start: Date): string[] {
  return states
    .filter((now) => now.class === 'strong' && now.until === null && now.since >= start)
    .filter((now) =>
      states.some(
        (before) =>
          before.productId === now.productId && before.until?.getTime() === now.since.getTime() && isWeak(before.class),
      ),
    )
    .map(({ productId }) => productId);
}

/** Something only the chief can decide. */
export interface Decidable {
  /** whole days it has been stuck; null: not known since when */
  readonly days: number | null;
  /** 分 a year that wait for it, as far as that is shown elsewhere */
  readonly fenAYear: number | null;
}

export const mostDecisions = 5;

/** What blocks most first: 分 times days; what has no amount that is shown comes after, by its days. Five at most. */
export function rankDecisions<One extends Decidable>(all: readonly One[]): One[] {
  return all.toSorted((a, b) => weightOf(b) - weightOf(a) || (b.days ?? -1) - (a.days ?? -1)).slice(0, mostDecisions);
}

const weightOf = ({ fenAYear, days }: Decidable): number => (fenAYear === null ? -1 : fenAYear * (days ?? 0));

/** The first day of the quarter a day of the city lies in. */
export function quarterStart(day: string): string {
  const [year = '', month = '01'] = day.split('-');
  const first = Math.floor((Number(month) - 1) / 3) * 3 + 1;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}
