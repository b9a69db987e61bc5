import type { IdentityFeatures } from './duplicate-features.ts';

/** One level of one feature: `code.same`, `brand.one-off`. */
export type FeatureLevel = { [F in keyof IdentityFeatures]: `${F}.${IdentityFeatures[F]}` }[keyof IdentityFeatures];

/**
 * Agreement weights log2(m / u) in bits after Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969): m is how often a level
 * occurs among records of one organisation, u among records of two. A rare 字号 weighs more than a common one (Winkler, Frequency-Based
 * Matching in Fellegi-Sunter Model of Record Linkage, US Census Bureau RR2000/06). Counted on the training half of the pairs that
 * `npm run bench -- identity-quality` makes, which prints what it would count today. As u is counted among near-namesakes, not among
 * strangers, a level that only says "alike" weighs little. Levels of `region` that no pair had are set by hand.
 */
export const featureWeights: Readonly<Record<FeatureLevel, number>> = {
  'code.same': 11.7,
  'code.near': 9,
  'code.missing': -0.1,
  'code.different': -11.2,
  'brand.equal-rare': 0.9,
  'brand.equal-some': 0.1,
  'brand.equal-common': 0,
  'brand.longer': -3,
  'brand.abbreviation': 5.3,
  'brand.one-off': -5.4,
  'brand.missing': 0.6,
  'brand.different': -4.5,
  'trade.equal': 0.7,
  'trade.none': 0.6,
  'trade.part': -2.9,
  'trade.overlap': -3.5,
  'trade.different': -4.3,
  'filler.equal': 0.3,
  'filler.part': -2.9,
  'filler.different': -3.8,
  'place.equal': 0.2,
  'place.inside': -0.8,
  'place.missing': 0,
  'place.conflict': -5.9,
  'form.equal': 0.5,
  'form.group': -2.7,
  'form.unknown': 0.5,
  'form.different': -7.2,
  'written.identical': 6.6,
  'written.same-core': 8.8,
  'written.both-full': -5,
  'written.short-equal': 6.9,
  'written.shorter': -2.2,
  'written.one-short': -2.2,
  'address.same': 1.2,
  'address.street': 0,
  'address.different': -2.2,
  'address.missing': 0,
  'region.same': 0,
  'region.inside': 0,
  'region.city': 0,
  'region.different': -3,
  'region.missing': -0.1,
  'branch.equal': 0.4,
  'branch.different': -10.1,
};
