import { type FirmFacts, provinceOf } from './heat-candidate.ts';
import type { HeatLevel } from './heat-question.ts';

/** 热区：an area with firms in it. An area that is not there has none on record, which is not the same as none. */
export interface HeatArea {
  readonly code: string;
  readonly firms: number;
  /** firms × wanted products they make exactly or a kind of: what is proven, without broader words */
  readonly value: number;
  /** firms whose working place nobody has said: they count where they are registered */
  readonly unknownWorking: number;
  /** youngest fact of it */
  readonly asOf: string | null;
}

/** The areas of a level, most firms first; a firm without a place is in none. O(firms). */
export function heatAreas(firms: readonly FirmFacts[], level: HeatLevel): HeatArea[] {
  const placed = firms.flatMap((firm) => {
    const code = areaOf(firm, level);
    return code === null ? [] : [{ firm, code }];
  });
  return [...Map.groupBy(placed, ({ code }) => code)]
    .map(([code, rows]) => ({
      ...{ code, firms: rows.length },
      value: rows.reduce((sum, { firm }) => sum + provenOf(firm), 0),
      unknownWorking: rows.filter(({ firm }) => firm.place.working === 'unknown').length,
      asOf: rows.reduce<string | null>((latest, { firm }) => later(latest, firm.asOf), null),
    }))
    .sort((a, b) => b.firms - a.firms || b.value - a.value || (a.code < b.code ? -1 : 1));
}

/** Where a firm counts at a level; null: nowhere. */
export function areaOf({ place }: FirmFacts, level: HeatLevel): string | null {
  const { city, region } = place;
  if (city === null) return null;
  if (level === 'province') return provinceOf(city);
  if (level === 'district') return region ?? city;
  // a county directly under its province belongs to no prefecture: it stands for itself
  return city.endsWith('9000') && region !== null ? region : city;
}

const provenOf = ({ covers }: FirmFacts) => covers.filter(({ fit }) => fit !== 'broader').length;

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
