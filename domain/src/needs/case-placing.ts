import type { Sentence } from '../language.ts';

/**
 * Which body a matter that districts handle was given to: that of the firm's own district, or, with the reason, the one of the city that the
 * duty table names.
 */
export const casePlacings = ['district', 'no-district', 'no-district-body'] as const;
export type CasePlacing = (typeof casePlacings)[number];

export const casePlacingWords = {
  district: { zh: '企业所在区市的单位', en: 'the body of the firm’s own district' },
  'no-district': {
    zh: '企业没有登记所在区市，由市里的单位办理',
    en: 'the firm has no district on record, so a body of the city takes it',
  },
  'no-district-body': {
    zh: '企业所在区市没有对应的单位，由市里的单位办理',
    en: 'the firm’s district has no such body, so a body of the city takes it',
  },
} as const satisfies Record<CasePlacing, Sentence>;

export interface DistrictBody {
  readonly region: string;
  readonly bodyId: string;
}

export interface Placed {
  readonly bodyId: string;
  /** undefined: districts have no part in it */
  readonly placing?: CasePlacing;
}

/** Where it goes: `districts` are the bodies that stand in for the city's body, one a district. A city code is no district. */
export function placeCase(
  cityBodyId: string,
  { city, region, districts }: { city: string; region: string | null; districts: readonly DistrictBody[] },
): Placed {
  if (districts.length === 0) return { bodyId: cityBodyId };
  if (region === null || region === city) return { bodyId: cityBodyId, placing: 'no-district' };
  const own = districts.find((one) => one.region === region);
  return own ? { bodyId: own.bodyId, placing: 'district' } : { bodyId: cityBodyId, placing: 'no-district-body' };
}
