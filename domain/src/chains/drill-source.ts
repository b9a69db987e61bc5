import { type CoverageRing, coverageRingOf, isElsewhere, isLocal, type ProductFacts } from './chain-facts.ts';

/** What is taken out in a drill: a local maker, or a place outside the city that local firms buy from. */
export type DrillSource =
  | { readonly kind: 'firm'; readonly id: string; readonly name: string }
  | { readonly kind: 'region'; readonly id: string };

export const sourceKey = ({ kind, id }: Pick<DrillSource, 'kind' | 'id'>): string => `${kind} ${id}`;

/**
 * Where local firms are known to get a product: its local makers, and the outside places it is bought from. A maker elsewhere whom
 * nobody buys from is no source; a purchase whose origin is not known names none.
 */
export function sourcesOf({ makers, bought }: ProductFacts): ReadonlyMap<string, DrillSource> {
  const firms = makers
    .filter(({ ring }) => isLocal(ring))
    .map(({ organisationId, name }): DrillSource => ({ kind: 'firm', id: organisationId, name }));
  const regions = bought
    .filter(({ ring }) => isElsewhere(ring))
    .flatMap(({ origin }): DrillSource[] => (origin === null ? [] : [{ kind: 'region', id: origin }]));
  return new Map([...firms, ...regions].map((source) => [sourceKey(source), source]));
}

/** A registered substitute stands in only where a source of it is known that is not gone with what it stands in for. */
export function hasSourceBeside(facts: ProductFacts, gone: { has(key: string): boolean }): boolean {
  return [...sourcesOf(facts).keys()].some((key) => !gone.has(key));
}

/** Local firms that are known to buy a product from elsewhere: from few of them on a place is not named. */
export function outsideBuyers({ bought }: ProductFacts): number {
  return new Set(bought.filter(({ ring }) => isElsewhere(ring)).map(({ organisationId }) => organisationId)).size;
}

/** Another maker that could be qualified; `days`: until it delivers, at least, where its lead time is not known. */
export interface Replacement {
  readonly maker: { readonly id: string; readonly name: string; readonly ring: CoverageRing | null } | null;
  readonly days: number;
  /** false: a lead time is missing, it may take longer */
  readonly certain: boolean;
}

/** The maker that delivers soonest without what is taken out. A place that is not known is taken for the nearest: it is a lower bound. */
export function replacementOf(
  { makers }: ProductFacts,
  taken: DrillSource,
  qualifyDays: Readonly<Record<CoverageRing | 'none', number>>,
): Replacement {
  const others = makers
    .filter(({ organisationId, city }) => taken.id !== (taken.kind === 'firm' ? organisationId : city))
    .map(({ organisationId, name, ring: tier, leadDays }): Replacement => {
      const ring = coverageRingOf(tier);
      const wait = ring === null ? Math.min(...Object.values(qualifyDays)) : qualifyDays[ring];
      const certain = ring !== null && leadDays !== null;
      return { maker: { id: organisationId, name, ring }, days: wait + (leadDays ?? 0), certain };
    });
  const [soonest] = others.toSorted(soonestFirst);
  return soonest ?? { maker: null, days: qualifyDays.none, certain: false };
}

function soonestFirst(a: Replacement, b: Replacement): number {
  return a.days - b.days || Number(b.certain) - Number(a.certain) || nameOf(a).localeCompare(nameOf(b));
}

const nameOf = ({ maker }: Replacement) => (maker === null ? '' : `${maker.name} ${maker.id}`);
