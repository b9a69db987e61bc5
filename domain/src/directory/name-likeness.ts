/** How two 字号 compare, from nearest to farthest. */
export type BrandLikeness = 'equal' | 'longer' | 'abbreviation' | 'one-off' | 'missing' | 'different';

export function compareBrands(a: string, b: string): BrandLikeness {
  if (a === '' || b === '') return 'missing';
  if (a === b) return 'equal';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && (long.startsWith(short) || long.endsWith(short))) return 'longer';
  if (isOneOff(short, long)) return 'one-off';
  return isAbbreviation(short, long) ? 'abbreviation' : 'different';
}

/** 宏达 and 鸿达, 海澜 and 海阑. Near, and mostly another firm. */
function isOneOff(short: string, long: string): boolean {
  return long.length >= 2 && slipAt(short, long) !== undefined;
}

/** Where two texts part that are one slip from each other: a character exchanged, added, left out or two neighbours swapped. */
export function slipAt(a: string, b: string): number | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return undefined;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const [restShort, restLong] = [short.slice(start), long.slice(start)];
  if (short.length < long.length) return restShort === restLong.slice(1) ? start : undefined;
  const swapped = `${restLong[1] ?? ''}${restLong[0] ?? ''}${restLong.slice(2)}`;
  return restShort.slice(1) === restLong.slice(1) || restShort === swapped ? start : undefined;
}

/** 华瓷 for 华联瓷业: characters of the longer in order, the first one first. */
export function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 2 || short[0] !== long[0]) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/** How the trades of two names compare; `part` when one says more than the other. */
export type TradeLikeness = 'equal' | 'none' | 'part' | 'overlap' | 'different';

export function compareTrades(a: readonly string[], b: readonly string[]): TradeLikeness {
  if (a.length === 0 && b.length === 0) return 'none';
  if (a.join('') === b.join('')) return 'equal';
  if (a.length === 0 || b.length === 0) return 'part';
  const [one, other] = [a.join(''), b.join('')];
  if (one.includes(other) || other.includes(one)) return 'part';
  return a.some((word) => b.includes(word)) ? 'overlap' : 'different';
}
