/** A place whose name, or short name, stands in an address. */
export interface NamedRegion {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county' | 'zone';
  readonly aliases: readonly string[];
}

/**
 * 工作地：where an address lies, as far as it says so in full names: the county or zone where one is named within its prefecture, else the
 * prefecture. Where no prefecture is named, one of the firm's own (`home`): `荣成市…` of a firm of 威海; null where neither is. Short names
 * count for counties and zones only: `吉林` alone is a province or a city.
 */
export function regionOfAddress(address: string, regions: readonly NamedRegion[], home: string): string | null {
  const placed = regions.filter(({ level }) => level === 'prefecture');
  const named = firstNamed(address, placed)?.code;
  const city = named ?? home;
  const within = regions.filter(
    ({ code, level }) => (level === 'county' || level === 'zone') && code.slice(0, 4) === city.slice(0, 4),
  );
  return firstNamed(address, within)?.code ?? named ?? null;
}

/** The region named first; of several beginning there the longest name. */
function firstNamed(address: string, regions: readonly NamedRegion[]): NamedRegion | undefined {
  const found = regions.flatMap((region) =>
    wordsOf(region)
      .filter((word) => address.includes(word))
      .map((word) => ({ region, at: address.indexOf(word), length: word.length })),
  );
  return found.sort((a, b) => a.at - b.at || b.length - a.length || (a.region.code < b.region.code ? -1 : 1))[0]
    ?.region;
}

const shortest = 3;

function wordsOf({ name, level, aliases }: NamedRegion): string[] {
  const short = level === 'county' || level === 'zone' ? aliases.filter(({ length }) => length >= shortest) : [];
  return [name, ...short];
}
