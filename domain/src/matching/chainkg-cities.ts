/** What the finder reads of a region. */
export interface RegionName {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
}

export interface Place {
  /** the prefecture, or what stands in its row: 北京 → 110100 */
  readonly city: string;
  /** the place itself; the same unless it is a county */
  readonly region: string;
}

/** `('山东', '威海市')` → 371000; undefined when no such place is in the table. */
export type CityFinder = (province: string, city: string) => Place | undefined;

/** Counties directly under a province (澄迈县) count with what their row names as parent. */
export function newCityFinder(regions: readonly RegionName[]): CityFinder {
  const provinces = regions.filter((region) => region.level === 'province');
  const places = new Map<string, Place>();
  for (const { code, name, level, parent } of regions) {
    if (level === 'prefecture') places.set(placeKey(code, name), { city: code, region: code });
    else if (level === 'county' && isDirect(code))
      places.set(placeKey(code, name), { city: parent ?? code, region: code });
  }
  return (province, city) => {
    const code = province === '' ? undefined : provinces.find(({ name }) => name.startsWith(province))?.code;
    return code === undefined ? undefined : places.get(placeKey(code, city));
  };
}

/** Names repeat between provinces, never inside one; the first two digits of a code are its province (GB/T 2260). */
function placeKey(code: string, name: string): string {
  return `${code.slice(0, 2)} ${name.replace(/(?<=..)市$/, '')}`;
}

/** Counties directly under a province are numbered 90 in the third and fourth digit (GB/T 2260). */
function isDirect(code: string): boolean {
  return code.slice(2, 4) === '90';
}
