import { dateText } from '../matching/reason-words.ts';
import { Refusal } from '../refusal.ts';
import type { ChainVersion } from './chain-version.ts';

type Dated = Pick<ChainVersion, 'number' | 'state' | 'validFrom' | 'validTo'>;

/** The published version that comes last; undefined: the chain has none. */
export function lastPublished<Version extends Dated>(versions: readonly Version[]): Version | undefined {
  return versions
    .filter(({ state }) => state === 'published')
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
}

/**
 * From which day a new version may be in force: after the one before, and not in the past, where decisions were taken by what was in
 * force then. The first version of a chain rewrites nothing and may begin on any day.
 */
export function dayProblem(
  versions: readonly Dated[],
  { from, today }: { from: string; today: string },
): Refusal | undefined {
  const last = lastPublished(versions);
  if (!last) return undefined;
  const { number, validFrom, validTo } = last;
  if (from <= validFrom)
    return new Refusal('chains.from-before-last', { number, ...spoken('from', from), ...spoken('last', validFrom) });
  if (from < today) return new Refusal('chains.from-past', { ...spoken('from', from), ...spoken('today', today) });
  if (validTo !== null && from < validTo)
    return new Refusal('chains.overlap', { number, ...spoken('from', from), ...spoken('until', validTo) });
  return undefined;
}

const spoken = (name: string, day: string) => ({ [name]: dateText(day, 'zh'), [`${name}En`]: dateText(day, 'en') });

export function decideValidFrom(versions: readonly Dated[], day: { from: string; today: string }): void {
  const problem = dayProblem(versions, day);
  if (problem) throw problem;
}
