import type { IdentityFeatures } from './duplicate-features.ts';
import type { FeatureLevel } from './duplicate-weights.ts';

/** What the law or plain sense says before any weight: a fixed verdict, or the most a machine may say by itself. */
export type DuplicateRuling =
  | { readonly verdict: 'same' | 'review' | 'different'; readonly by: FeatureLevel }
  | { readonly atMost: 'same' | 'review'; readonly by: FeatureLevel | undefined };

export function duplicateRuling(features: IdentityFeatures): DuplicateRuling {
  if (features.code === 'same') return sameCode(features);
  // A branch has a code and a licence of its own (公司法), the second factory is not the first.
  if (features.branch === 'different') return { verdict: 'different', by: 'branch.different' };
  if (features.code === 'different') return differentCodes(features);
  if (features.code === 'near') return nearCode(features);
  if (isShortAtHome(features)) return { verdict: 'same', by: 'address.same' };
  const doubt = doubtOf(features);
  if (doubt !== undefined && isLookWorthwhile(features)) return { verdict: 'review', by: doubt };
  return { atMost: doubt === undefined ? 'same' : 'review', by: doubt };
}

/** One code with a slip beside a right one: nearly the same code, unless the name is another. */
function nearCode(features: IdentityFeatures): DuplicateRuling {
  const { brand, address } = features;
  const doubt = doubtOf(features);
  const likely = isBrandEqual(brand) || brand === 'longer' || brand === 'abbreviation';
  const slipped = brand === 'one-off' && (address === 'same' || doubt === 'brand.one-off');
  if (doubt === undefined || ((likely || slipped) && features.place !== 'conflict'))
    return { verdict: 'same', by: 'code.near' };
  return { verdict: 'review', by: doubt };
}

/** 宏达精密 at the house of 宏达精密机械有限公司, and few others are called 宏达: the same said shorter. */
function isShortAtHome({ brand, place, written, form, region, address }: IdentityFeatures): boolean {
  const named = brand === 'equal-rare' || brand === 'equal-some' || brand === 'longer';
  const said = written === 'shorter' && form === 'unknown' && named;
  return said && address === 'same' && place !== 'conflict' && region !== 'different';
}

/** At the same house a slip in the brand, a brand said longer or another legal form may well be the same firm: a person looks. */
function isLookWorthwhile({ brand, place, form, trade, address }: IdentityFeatures): boolean {
  if (address !== 'same' || place === 'conflict') return false;
  if (isBrandEqual(brand)) return form === 'different' && (trade === 'equal' || trade === 'none');
  return brand === 'longer' || brand === 'one-off';
}

/** A code stays with a firm through every rename; but codes are also typed beside the wrong name. */
function sameCode({ branch, brand, trade, address }: IdentityFeatures): DuplicateRuling {
  if (branch === 'different') return { verdict: 'review', by: 'branch.different' };
  if (address === 'same') return { verdict: 'same', by: 'code.same' };
  if (brand === 'different' || (brand === 'missing' && trade !== 'equal'))
    return { verdict: 'review', by: `brand.${brand}` };
  // 中国建筑 and 中国银行 share what stands where a 字号 would: a common one and another trade are no rename.
  const otherTrade = trade === 'different' || trade === 'overlap';
  if (otherTrade && (brand === 'equal-common' || brand === 'one-off'))
    return { verdict: 'review', by: `trade.${trade}` };
  return { verdict: 'same', by: 'code.same' };
}

/** One body has one code. Only where everything else is equal is one of the codes worth a look. */
function differentCodes(features: IdentityFeatures): DuplicateRuling {
  const { brand, trade, filler, place, form, region } = features;
  const sameName =
    isBrandEqual(brand) && (trade === 'equal' || trade === 'none') && filler === 'equal' && form === 'equal';
  const sameHome = place === 'equal' && region !== 'different';
  return { verdict: sameName && sameHome ? 'review' : 'different', by: 'code.different' };
}

/** Without a code a machine never joins two on its own where the names differ in what tells firms apart. */
function doubtOf(features: IdentityFeatures): FeatureLevel | undefined {
  const { brand, trade, filler, place, form, written, region, address } = features;
  if (place === 'conflict') return 'place.conflict';
  if (region === 'different') return 'region.different';
  if (!isBrandEqual(brand)) return `brand.${brand}`;
  if (form === 'different' || form === 'group') return `form.${form}`;
  if (trade === 'different' || trade === 'overlap' || trade === 'part') return `trade.${trade}`;
  if (isFull(written) && filler !== 'equal') return `filler.${filler}`;
  // 宏达 alone: which of them?
  if (!isFull(written) && trade === 'none' && brand !== 'equal-rare' && address !== 'same') return `brand.${brand}`;
  return placeDoubt(features);
}

function placeDoubt({ brand, place, written, region, address }: IdentityFeatures): FeatureLevel | undefined {
  // 山东宏达 and 宏达（青岛） may be two; 威海市商务局 and 荣成市商务局, 山东大学 and 山东大学（威海） are.
  if (place === 'inside' && (address === 'different' || !isFull(written))) return 'place.inside';
  // 宏达渔具有限公司 without its place may be that of another city, unless its region or its house says which.
  const placed = address === 'same' || region === 'same' || region === 'inside';
  return place === 'missing' && brand !== 'equal-rare' && !placed ? 'place.missing' : undefined;
}

function isBrandEqual(brand: IdentityFeatures['brand']): boolean {
  return brand === 'equal-rare' || brand === 'equal-some' || brand === 'equal-common';
}

function isFull(written: IdentityFeatures['written']): boolean {
  return written !== 'one-short' && written !== 'shorter' && written !== 'short-equal';
}
