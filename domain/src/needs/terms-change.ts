import type { TermsProblem } from './case-terms-change.ts';

interface Change<Terms> {
  readonly terms: Terms;
  /** ISO date from which they hold */
  readonly from: string;
  readonly today: string;
  /** what would hold on that day without the change */
  readonly before: Terms;
  /** what stands against the terms by themselves */
  readonly own: TermsProblem | undefined;
}

/** What stands against a change of any terms of a city; undefined: nothing does. */
export function termsProblem<Terms extends object>(change: Change<Terms>): TermsProblem | undefined {
  const { terms, from, today, before, own } = change;
  if (from <= today) return 'case-terms.not-ahead';
  if (own) return own;
  return changedTerms(before, terms).length === 0 ? 'case-terms.nothing-changed' : undefined;
}

/** Which parts of the terms differ. */
export function changedTerms<Terms extends object>(before: Terms, after: Terms): readonly (keyof Terms)[] {
  const parts = Object.keys(after) as (keyof Terms)[];
  return parts.filter((part) => spelt(before[part]) !== spelt(after[part]));
}

/** The same whatever order the fields of an object come in: a database keeps none. */
function spelt(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spelt).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, each]) => `${name}:${spelt(each)}`).join(',')}}`;
}
