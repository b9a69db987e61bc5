import { type AddressLikeness, compareAddresses } from './duplicate-address.ts';
import type { IdentityRecord } from './duplicate-record.ts';
import { alignNames } from './name-alignment.ts';
import {
  type BrandLikeness,
  compareBrands,
  compareTrades,
  isAbbreviation,
  slipAt,
  type TradeLikeness,
} from './name-likeness.ts';
import type { NameParts } from './name-parts.ts';
import { placesAgree } from './name-places.ts';

/** Everything two records are compared by; each value is one level of one feature. */
export interface IdentityFeatures {
  readonly code: 'same' | 'near' | 'different' | 'missing';
  readonly brand: Exclude<BrandLikeness, 'equal'> | 'equal-rare' | 'equal-some' | 'equal-common';
  readonly trade: TradeLikeness;
  readonly filler: 'equal' | 'part' | 'different';
  readonly place: 'equal' | 'inside' | 'missing' | 'conflict';
  readonly form: 'equal' | 'group' | 'unknown' | 'different';
  /** a full name is unique where it is registered (企业名称登记管理规定 art. 17); a short one is not */
  readonly written: 'identical' | 'same-core' | 'both-full' | 'short-equal' | 'shorter' | 'one-short';
  readonly address: AddressLikeness;
  readonly region: 'same' | 'inside' | 'city' | 'different' | 'missing';
  /** branch or number: a branch is not its body, the second factory not the first */
  readonly branch: 'equal' | 'different';
}

/** How many organisations of the population carry a 字号. A rare one tells much, 宏达 tells little (Winkler 2000). */
export type BrandCount = (brand: string) => number;

export function compareIdentities(a: IdentityRecord, b: IdentityRecord, brandCount: BrandCount): IdentityFeatures {
  const aligned = alignNames(...namesToCompare(a, b));
  const [one, other] = aligned.names;
  const names = compareNames(one, other);
  const address = compareAddresses(a.addresses, b.addresses);
  const brand = brandLevel(one, other, brandCount);
  return {
    code: compareCodes(a.code, b.code),
    ...names,
    // A slip in the trade is believed at the same house only: elsewhere two full names stay two.
    written: aligned.slip && address !== 'same' ? 'both-full' : names.written,
    brand,
    address,
    region: compareRegions(a.region, b.region),
  };
}

type NameFeatures = Pick<IdentityFeatures, 'trade' | 'filler' | 'place' | 'form' | 'written' | 'branch'>;

function compareNames(one: NameParts, other: NameParts): NameFeatures {
  const features = {
    trade: compareTrades(one.trades, other.trades),
    filler: compareFillers(one.fillers, other.fillers),
    place: comparePlaces(one, other),
    form: compareForms(one, other),
  } as const;
  const branch = one.branch === other.branch && one.ordinals === other.ordinals ? 'equal' : 'different';
  return { ...features, branch, written: writtenLevel([one, other], { ...features, branch }) };
}

function writtenLevel(
  [one, other]: readonly [NameParts, NameParts],
  { place, form, branch }: Omit<NameFeatures, 'written'>,
): NameFeatures['written'] {
  const sameCore = one.core === other.core && branch === 'equal' && place !== 'conflict';
  if (!one.full || !other.full) return sameCore ? 'short-equal' : shortLevel(one, other);
  if (!sameCore || form !== 'equal') return 'both-full';
  return place === 'equal' ? 'identical' : 'same-core';
}

function shortLevel(one: NameParts, other: NameParts): NameFeatures['written'] {
  if (one.full !== other.full && (one.full ? saysLess(other, one) : saysLess(one, other))) return 'shorter';
  // 威海甲公司 and 威海乙公司 leave out only which kind of 公司.
  const isWhole = ({ full, form }: NameParts) => full || form === 'company';
  return isWhole(one) && isWhole(other) ? 'both-full' : 'one-short';
}

/** 宏达精密 says less than 宏达精密机械, 宏达国贸 less than 宏达国际贸易: the same characters in order, the brand whole. */
function saysLess(short: NameParts, { core, brand }: NameParts): boolean {
  if (core.startsWith(short.core)) return short.core.length >= 3 || short.core === brand;
  return brand.length >= 2 && short.core.startsWith(brand) && isAbbreviation(short.core, core);
}

/** Two full names are compared as they are: short names of namesakes are alike. A short one is held against both of the other's. */
function namesToCompare(a: IdentityRecord, b: IdentityRecord): readonly [NameParts, NameParts] {
  if (a.name.full && b.name.full) return [a.name, b.name];
  const ofA = a.name.full ? [a.name, a.shortName] : [a.name];
  const ofB = b.name.full ? [b.name, b.shortName] : [b.name];
  let best: readonly [NameParts, NameParts] = [a.name, b.name];
  for (const one of ofA) {
    for (const other of ofB) if (one && other && nearness(one, other) > nearness(...best)) best = [one, other];
  }
  return best;
}

const nearnessOf = { equal: 3, longer: 2, abbreviation: 1, 'one-off': 0, missing: 0, different: 0 } as const;

function nearness(a: NameParts, b: NameParts): number {
  if (a.core === b.core) return 10;
  const trades = compareTrades(a.trades, b.trades);
  return nearnessOf[compareBrands(a.brand, b.brand)] * 2 + (trades === 'equal' || trades === 'none' ? 1 : 0);
}

function brandLevel(a: NameParts, b: NameParts, brandCount: BrandCount): IdentityFeatures['brand'] {
  if (a.brand === '' && a.core === b.core) return 'equal-some';
  const likeness = compareBrands(a.brand, b.brand);
  if (likeness === 'different' && (isAbbreviation(a.brand, b.core) || isAbbreviation(b.brand, a.core)))
    return 'abbreviation';
  if (likeness !== 'equal') return likeness;
  const count = brandCount(a.brand);
  if (count <= 1) return 'equal-rare';
  return count <= 4 ? 'equal-some' : 'equal-common';
}

function compareCodes(a: IdentityRecord['code'], b: IdentityRecord['code']): IdentityFeatures['code'] {
  if (a === undefined || b === undefined) return 'missing';
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
  if (short.text.length < 18) return comparePartCode(short.text, long.text);
  if (a.text === b.text) return 'same';
  // Two right check digits one slip apart are two firms; a wrong one beside it is a slip of the pen.
  return (!a.valid || !b.valid) && slipAt(a.text, b.text) !== undefined ? 'near' : 'different';
}

/** The 组织机构代码 is the ninth to the seventeenth character; a code with one character lost is near, any other says nothing. */
function comparePartCode(part: string, whole: string): IdentityFeatures['code'] {
  if (part === whole || (part.length === 9 && whole.slice(8, 17) === part)) return 'same';
  return part.length === 17 && slipAt(part, whole) !== undefined && whole.length === 18 ? 'near' : 'missing';
}

function compareFillers(a: readonly string[], b: readonly string[]): IdentityFeatures['filler'] {
  if (a.join('') === b.join('')) return 'equal';
  return a.length === 0 || b.length === 0 ? 'part' : 'different';
}

function comparePlaces(a: NameParts, b: NameParts): IdentityFeatures['place'] {
  if (a.places.length === 0 && b.places.length === 0) return 'equal';
  if (a.places.length === 0 || b.places.length === 0) return 'missing';
  if (!placesAgree(a.places, b.places)) return 'conflict';
  return narrowestWord(a) === narrowestWord(b) ? 'equal' : 'inside';
}

function narrowestWord(name: NameParts): string {
  return name.places
    .map(({ codes }) => codes[0] ?? '')
    .reduce((one, other) => (other.length > one.length ? other : one), '');
}

function compareForms(a: NameParts, b: NameParts): IdentityFeatures['form'] {
  if (a.form === 'none' || b.form === 'none' || a.form === 'company' || b.form === 'company') return 'unknown';
  if (a.form !== b.form) return 'different';
  return a.group === b.group ? 'equal' : 'group';
}

function compareRegions(a: string | undefined, b: string | undefined): IdentityFeatures['region'] {
  if (a === undefined || b === undefined) return 'missing';
  if (a === b) return 'same';
  if (a.startsWith(b) || b.startsWith(a)) return 'inside';
  return a.slice(0, 4) === b.slice(0, 4) ? 'city' : 'different';
}
