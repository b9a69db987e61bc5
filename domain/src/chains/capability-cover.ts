import { certificateName } from '../matching/certificate-names.ts';
import { normaliseName } from '../matching/text-normal.ts';
import type { MakerFact } from './chain-facts.ts';

/** A certificate, a machine or a process somebody is registered to have. */
export interface HoldingFact {
  readonly organisationId: string;
  readonly city: string;
  readonly kind: 'certificate' | 'machine' | 'process';
  readonly name: string;
}

/** Who has which certificates, machines and processes, as far as it is registered. */
export interface HoldingIndex {
  readonly ofFirm: ReadonlyMap<string, ReadonlySet<string>>;
  /** by what it is compared by */
  readonly names: ReadonlyMap<string, string>;
  readonly cities: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of the certificates on offers, and of what is registered with the firms. Firms elsewhere are known by their offers alone. */
export function holdingIndex(makers: Iterable<MakerFact>, registered: readonly HoldingFact[]): HoldingIndex {
  const [ofFirm, names] = [new Map<string, Set<string>>(), new Map<string, string>()];
  const cities = new Map<string, Set<string>>();
  const put = ({ organisationId, city, kind, name }: HoldingFact) => {
    const shown = kind === 'certificate' ? certificateName(name) : withoutCount(name);
    const key = `${kind} ${normaliseName(shown)}`;
    const known = names.get(key);
    // of two ways to write it the same one is shown, whoever is read first
    if (known === undefined || shown < known) names.set(key, shown);
    add(ofFirm, organisationId, key);
    add(cities, key, city);
  };
  for (const { organisationId, city, certificates } of makers)
    for (const name of certificates) put({ organisationId, city, kind: 'certificate', name });
  for (const one of registered) put(one);
  return { ofFirm, names, cities };
}

export interface CoverRules {
  /** makers of which something is registered, to say what is usual among them */
  readonly fewestMakers: number;
  /** what so large a share of them has is usual; at least two of them */
  readonly usualShare: number;
  readonly mostMissing: number;
}

export const usualCoverRules: CoverRules = { fewestMakers: 2, usualShare: 0.5, mostMissing: 10 };

export interface MissingHolding {
  readonly name: string;
  /** the nearest city in which somebody has it, and whole kilometres to there; null: not known */
  readonly nearest: { readonly city: string; readonly kilometres: number } | null;
}

/** What makers of a product usually have, and how much of it somebody in the city has. */
export interface CapabilityCover {
  readonly usual: number;
  readonly held: number;
  /** what most have first */
  readonly missing: readonly MissingHolding[];
}

/** Null: of too few makers anything is registered, or they have nothing in common. */
export function capabilityCover(
  makers: readonly MakerFact[],
  { ofFirm, names, cities }: HoldingIndex,
  {
    city,
    kilometres,
    rules = usualCoverRules,
  }: {
    readonly city: string;
    readonly kilometres: (city: string) => number | null;
    readonly rules?: CoverRules;
  },
): CapabilityCover | null {
  const firms = [...new Set(makers.map(({ organisationId }) => organisationId))].filter((id) => ofFirm.has(id));
  if (firms.length < rules.fewestMakers) return null;
  const counts = new Map<string, number>();
  for (const id of firms) for (const key of ofFirm.get(id) ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
  const enough = Math.max(2, rules.usualShare * firms.length);
  const usual = [...counts].filter(([, count]) => count >= enough).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (usual.length === 0) return null;
  const missing = usual.map(([key]) => key).filter((key) => cities.get(key)?.has(city) !== true);
  return {
    ...{ usual: usual.length, held: usual.length - missing.length },
    missing: missing.slice(0, rules.mostMissing).map((key) => ({
      name: names.get(key) ?? key,
      nearest: nearestOf(cities.get(key) ?? new Set(), kilometres),
    })),
  };
}

function nearestOf(cities: ReadonlySet<string>, kilometres: (city: string) => number | null) {
  const known = [...cities].flatMap((city) => {
    const far = kilometres(city);
    return far === null ? [] : [{ city, kilometres: far }];
  });
  known.sort((a, b) => a.kilometres - b.kilometres || (a.city < b.city ? -1 : 1));
  return known[0] ?? null;
}

/** `熔喷生产线 2 条` is a 熔喷生产线; `数控车床 CK6140` is no 数控车床 CK: a count has its measure word. */
const withoutCount = (name: string) =>
  name.replace(/(?<![\dA-Za-z.-])\d+\s*[条台套个座间辆只架]\s*$/u, '').trim() || name;

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}
