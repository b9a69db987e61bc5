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
  const doubt = doubtOf(features);
  if (features.code === 'near' && doubt === undefined) return { verdict: 'same', by: 'code.near' };
  return { atMost: doubt === undefined ? 'same' : 'review', by: doubt };
}

/** A code stays with a firm through every rename; but codes are also typed beside the wrong name. */
function sameCode({ branch, brand, trade, address }: IdentityFeatures): DuplicateRuling {
  if (branch === 'different') return { verdict: 'review', by: 'branch.different' };
  if (address === 'same') return { verdict: 'same', by: 'code.same' };
  if (brand === 'different' || brand === 'missing') return { verdict: 'review', by: `brand.${brand}` };
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
  // 宏达渔具有限公司 without its place may be that of another city, unless its region or its house says which.
  const placed = address === 'same' || region === 'same' || region === 'inside';
  if (place === 'missing' && brand !== 'equal-rare' && !placed) return 'place.missing';
  // 宏达 alone: which of them?
  if (!isFull(written) && trade === 'none' && brand !== 'equal-rare' && address !== 'same') return `brand.${brand}`;
  return undefined;
}

function isBrandEqual(brand: IdentityFeatures['brand']): boolean {
  return brand === 'equal-rare' || brand === 'equal-some' || brand === 'equal-common';
}

function isFull(written: IdentityFeatures['written']): boolean {
  return written !== 'one-short' && written !== 'short-equal';
}
