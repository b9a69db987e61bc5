import { unknownCity } from '../directory/organisation.ts';
import type { Candidate } from './candidate.ts';
import type { Demand } from './match.ts';
import { isCertain } from './product-fit.ts';
import type { MatchNote } from './reason.ts';
import type { RegionMap } from './region-map.ts';
import type { Tier } from './tier.ts';

export interface OpenedTiers {
  readonly tiers: ReadonlySet<Tier>;
  readonly notes: readonly MatchNote[];
  /** said instead, when even these tiers list nobody */
  readonly nobody: MatchNote;
}

export interface OpenOptions {
  /** tiers that may be opened */
  readonly tiers: readonly Tier[];
  readonly map: RegionMap;
}

/** Tiers open in this order; the city and its districts are one step. */
const steps = [
  ['district', 'city'],
  ['circle'],
  ['province'],
  ['nation'],
  ['abroad'],
  ['unknown'],
] as const satisfies readonly (readonly Tier[])[];

/** Where a need goes by itself. The nation is asked only when the buyer says so. */
export function homeTiers(demand: Demand): readonly Tier[] {
  return demand.city === unknownCity ? ['unknown'] : ['district', 'city', 'circle', 'province'];
}

/**
 * Local firms first: the next tier opens when nobody so far fits, or when those who fit cannot make the quantity together, as far as they
 * registered a capacity. Ensures: every widening carries its reason.
 */
export function openTiers(demand: Demand, candidates: readonly Candidate[], { tiers, map }: OpenOptions): OpenedTiers {
  const circle = map.circleOf(demand.city)?.name;
  const words = { circle: circle?.zh ?? null, circleEn: circle?.en ?? null };
  const levels = steps.map((level) => level.filter((tier) => tiers.includes(tier))).filter((level) => level.length > 0);
  const opened = new Set<Tier>();
  const notes: MatchNote[] = [];
  for (const [at, level] of levels.entries()) {
    for (const tier of level) opened.add(tier);
    const note = lacking(
      demand,
      candidates.filter(({ assessment }) => opened.has(assessment.tier)),
    );
    if (note === null) break;
    const next = levels[at + 1]?.at(-1);
    if (next !== undefined)
      notes.push({ code: note.code, params: { ...note.params, ...words, from: level.at(-1) ?? null, to: next } });
  }
  const searched = levels.map((level) => level.at(-1)).join(',');
  return { tiers: opened, notes, nobody: { code: 'nobody', params: { ...words, tiers: searched } } };
}

/** What the opened tiers lack, or null when they suffice. */
function lacking({ quantity }: Demand, candidates: readonly Candidate[]): MatchNote | null {
  const fitting = candidates.filter(fits);
  if (fitting.length === 0) return { code: 'widened.none', params: {} };
  if (quantity === null) return null;
  const known = fitting.flatMap(({ assessment }) => assessment.capacity?.available ?? []);
  const sum = known.reduce((total, available) => total + available, 0);
  if (sum >= quantity.amount || fitting.some(({ assessment }) => assessment.capacity?.verdict === 'enough'))
    return null;
  if (quantity.per === 'once') return null;
  const params = {
    firms: known.length,
    unknown: fitting.length - known.length,
    sum,
    needed: quantity.amount,
    unit: quantity.unit,
    per: quantity.per,
  };
  return { code: 'widened.capacity', params };
}

/** Makes the product as far as is known, and misses nothing that was asked. */
function fits({ code, likeness, assessment }: Candidate): boolean {
  return (
    isCertain(code, likeness) &&
    assessment.limits.every(({ verdict }) => verdict !== 'not-met') &&
    assessment.certificates.every(({ verdict }) => verdict !== 'expired')
  );
}
