import type { FirmFacts } from './heat-candidate.ts';

/** A firm elsewhere that would close the gap, with what the city itself knows of it. */
export interface Candidate extends FirmFacts {
  /** a deal both sides signed says that it delivers to the chain leader */
  readonly suppliesLeader: boolean;
  /** firms of the city it has delivered to, by such deals */
  readonly buyersHere: number;
  /** between the centroids of the prefectures: approximate; null: not known */
  readonly kilometres: number | null;
}

/** In which order what is on record counts: each decides only where all before it are equal. */
export const rankRules = [
  { code: 'exact', zh: '正好做此品的弱项数', en: 'links it makes exactly' },
  { code: 'kind', zh: '做其中一种的弱项数', en: 'links it makes a kind of' },
  { code: 'leader', zh: '已供链主', en: 'supplies the chain leader' },
  { code: 'buyers', zh: '已供本市企业数', en: 'firms of the city it supplies' },
  { code: 'size', zh: '规模', en: 'size' },
  { code: 'certificates', zh: '资质数', en: 'certificates' },
  { code: 'distance', zh: '距离近', en: 'nearness' },
] as const;

const sizes: readonly (string | null)[] = ['大型', '中型', '小型', '微型'];

const countOf = ({ covers }: Candidate, fit: string) => covers.filter((one) => one.fit === fit).length;
const sizeOf = ({ size }: Candidate) => (sizes.includes(size) ? sizes.length - sizes.indexOf(size) : 0);

const figures = {
  exact: (one: Candidate) => countOf(one, 'exact'),
  kind: (one: Candidate) => countOf(one, 'kind'),
  leader: (one: Candidate) => Number(one.suppliesLeader),
  buyers: (one: Candidate) => one.buyersHere,
  size: sizeOf,
  certificates: (one: Candidate) => one.certificates.length,
  // not known stands behind every known distance
  distance: ({ kilometres }: Candidate) => (kilometres === null ? Number.NEGATIVE_INFINITY : -kilometres),
} as const satisfies Record<(typeof rankRules)[number]['code'], (one: Candidate) => number>;

/** Negative when `a` stands before `b`; equal ones by name, then by id, so that a list never jumps. */
export function rankOrder(a: Candidate, b: Candidate): number {
  for (const { code } of rankRules) {
    const [left, right] = [figures[code](a), figures[code](b)];
    if (left !== right) return right > left ? 1 : -1;
  }
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.organisationId < b.organisationId ? -1 : Number(a.organisationId > b.organisationId);
}

export function rankCandidates(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted(rankOrder);
}
