/** What the reader of names needs of a region (GB/T 2260). */
export interface PlaceRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly aliases?: readonly string[];
  /** of an abolished one: what it is part of now */
  readonly replacedBy?: string | null;
}

/** Words that name a place, and the codes they may mean: 朝阳 is a city in Liaoning and districts elsewhere. */
export interface PlaceNames {
  readonly longest: number;
  /** may open a name */
  readonly strong: ReadonlyMap<string, readonly string[]>;
  /** names of counties without 市, 区 or 县: 东方, 长安, 新华 are brands more often, so they count only behind the city they lie in */
  readonly weak: ReadonlyMap<string, readonly string[]>;
}

/** 中国 stands before any place: it narrows nothing down. */
const nation = '';

/** `home`: the city whose directory it is; its counties are known there by their short names (文登, 荣成). */
export function newPlaceNames(regions: readonly PlaceRow[], home?: string): PlaceNames {
  const atHome = home === undefined ? undefined : codeStem(home);
  const strong = new Map<string, string[]>([['中国', [nation]]]);
  const weak = new Map<string, string[]>();
  for (const { name, aliases = [], ...row } of regions) {
    for (const word of [name, ...aliases]) put(strong, word, stemOf(row));
  }
  for (const { word, level, stem } of shortWords(regions)) {
    const known = level !== 'county' || (atHome !== undefined && stem.startsWith(atHome));
    put(known ? strong : weak, word, stem);
  }
  const longest = Math.max(...[...strong.keys(), ...weak.keys()].map((word) => word.length));
  return { longest, strong: withFormerWords(strong, regions), weak };
}

function shortWords(regions: readonly PlaceRow[]): readonly { word: string; level: string; stem: string }[] {
  return regions
    .map((row) => ({ name: row.name, word: shortPlace(row.name, row.level), level: row.level, stem: stemOf(row) }))
    .filter(({ name, word }) => word !== name && word.length >= 2);
}

/** 即墨市 became 即墨区 and is still written the old way. */
function withFormerWords(
  strong: ReadonlyMap<string, readonly string[]>,
  regions: readonly PlaceRow[],
): ReadonlyMap<string, readonly string[]> {
  const former = new Map<string, string[]>();
  for (const { word, level, stem } of shortWords(regions)) {
    if (level === 'county')
      for (const old of ['市', '县', '区']) if (!strong.has(word + old)) put(former, word + old, stem);
  }
  return new Map([...former, ...strong]);
}

function stemOf({ code, replacedBy }: Pick<PlaceRow, 'code' | 'replacedBy'>): string {
  return codeStem(replacedBy ?? code);
}

/** 荣成 at the start of a name outside 威海: a county written short, or a brand. */
export function countyAtStart(text: string, { longest, weak }: PlaceNames): PlaceWord | undefined {
  for (let length = Math.min(longest, text.length); length >= 2; length -= 1) {
    const word = text.slice(0, length);
    const codes = weak.get(word);
    if (codes !== undefined) return { word, codes };
  }
  return undefined;
}

export interface PlaceWord {
  readonly word: string;
  readonly codes: readonly string[];
}

/** The longest place the text begins with. Behind another place it must lie in it: 广州白云, but not 中山白云. */
export function placeAtStart(text: string, names: PlaceNames, before?: PlaceWord): PlaceWord | undefined {
  for (let length = Math.min(names.longest, text.length); length >= 2; length -= 1) {
    const place = placeNamed(text.slice(0, length), names, before);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** 惠而浦中国股份有限公司: a place that stood in brackets, now at the end. */
export function placeAtEnd(text: string, names: PlaceNames): PlaceWord | undefined {
  for (let length = Math.min(names.longest, text.length); length >= 2; length -= 1) {
    const place = placeNamed(text.slice(-length), names, undefined);
    if (place !== undefined) return place;
  }
  return undefined;
}

function placeNamed(word: string, { strong, weak }: PlaceNames, before: PlaceWord | undefined): PlaceWord | undefined {
  const codes = strong.get(word);
  if (before === undefined) return codes === undefined ? undefined : { word, codes };
  const inside = [...(codes ?? []), ...(weak.get(word) ?? [])].filter((code) => codesAgree([code], before.codes));
  return inside.length === 0 ? undefined : { word, codes: inside };
}

/** Places of two names: 山东 and 山东威海 can be one firm, 威海 and 烟台 cannot. */
export function placesAgree(a: readonly PlaceWord[], b: readonly PlaceWord[]): boolean {
  const [one, other] = [narrowest(a), narrowest(b)];
  return liesIn(one, other) || liesIn(other, one);
}

/** Of 山东 and 威海 only 威海 says more than the other. */
function narrowest(places: readonly PlaceWord[]): readonly PlaceWord[] {
  return places.filter((place) => !places.some((other) => other !== place && holds(place.codes, other.codes)));
}

function holds(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((code) => wide.some((stem) => code !== stem && code.startsWith(stem)));
}

function liesIn(places: readonly PlaceWord[], others: readonly PlaceWord[]): boolean {
  return places.every(({ codes }) => others.some((other) => codesAgree(codes, other.codes)));
}

export function codesAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.some((other) => one.startsWith(other) || other.startsWith(one)));
}

/** 371000 → 3710, 370000 → 37: a region lies in another when its stem begins with the other's. */
export function codeStem(code: string): string {
  return code.replace(/(?:00)+$/, '');
}

const endings: Readonly<Record<string, RegExp>> = {
  province: /(?:省|市|(?:维吾尔|壮族|回族)?自治区|特别行政区)$/,
  prefecture: /(?:市|地区|盟|(?:[\u4e00-\u9fff]{1,3}族)*自治州)$/,
  county: /(?:市|区|县|旗|(?:[\u4e00-\u9fff]{1,3}族)*自治县)$/,
};

function shortPlace(name: string, level: string): string {
  const ending = endings[level];
  return ending === undefined ? name : name.replace(ending, '');
}

function put(words: Map<string, string[]>, word: string, stem: string): void {
  const codes = words.get(word);
  if (codes === undefined) words.set(word, [stem]);
  else if (!codes.includes(stem)) codes.push(stem);
}
