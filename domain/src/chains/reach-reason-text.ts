import type { Language, Sentence } from '../language.ts';
import { fillCounted } from './counted-words.ts';

/** Why a link is to be grown here or brought in. */
export const reachReasonCodes = [
  'near',
  'far',
  'unsure',
  'equipped',
  'lacks',
  'lacks-nearest',
  'holdings-unknown',
  'asked',
  'bought',
  'bought-by-few',
  'used',
  'not-asked',
] as const;
export type ReachReasonCode = (typeof reachReasonCodes)[number];

export interface ReachReason {
  readonly code: ReachReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

const sentences = {
  near: {
    zh: '与它相近的产品，本市已有 {percent}%，不低于各类产品的平均 {average}%',
    en: 'Of what is near to it the city makes {percent} %, no less than the {average} % of an average product',
  },
  far: {
    zh: '与它相近的产品，本市只有 {percent}%，低于各类产品的平均 {average}%',
    en: 'Of what is near to it the city makes only {percent} %, less than the {average} % of an average product',
  },
  unsure: {
    zh: '90% 区间为 {low}%–{high}%，含平均水平：是否相近还不能确定',
    en: 'The 90 % interval, {low} to {high} %, holds the average: whether it is near is not certain',
  },
  equipped: {
    zh: '同类企业通常具备的 {usual} 项资质、设备和工艺，本市有企业登记的有 {held} 项',
    en: 'Of {usual} certificates, machines and processes its makers usually have, {held|# is|# are} registered here',
  },
  lacks: { zh: '本市没有企业登记“{name}”', en: 'No firm of the city has registered “{name}”' },
  'lacks-nearest': {
    zh: '本市没有企业登记“{name}”，最近的在{city}，约 {kilometres} 公里',
    en: 'No firm of the city has registered “{name}”; the nearest is in {city}, about {kilometres} km away',
  },
  'holdings-unknown': {
    zh: '同类企业登记的资质、设备和工艺太少，还缺什么说不清，未计入得分',
    en: 'Too little is registered of what its makers have: what is missing cannot be said and does not count',
  },
  asked: { zh: '有 {count} 条求购还没有着落', en: '{count|# need for it is|# needs for it are} still open' },
  bought: { zh: '本地有 {count} 家企业从外地采购', en: '{count|# local firm buys|# local firms buy} it elsewhere' },
  'bought-by-few': {
    zh: '有本地企业从外地采购，家数太少，不公开',
    en: 'Some local firms buy it elsewhere; too few to count them aloud',
  },
  used: {
    zh: '本地有 {count} 家企业的产品用得到它',
    en: '{count|# local firm makes|# local firms make} something from it',
  },
  'not-asked': { zh: '没有求购，也没有已知的外地采购', en: 'No need is open, and no purchase from elsewhere is known' },
} as const satisfies Record<ReachReasonCode, Sentence>;

/** The sentence of a reason; `placeOf` says what a city is called in that language. */
export function reachReasonText(
  { code, params }: ReachReason,
  { language, placeOf }: { readonly language: Language; readonly placeOf: (city: string) => string },
): string {
  const { city } = params;
  return fillCounted(
    sentences[code][language],
    city === undefined ? params : { ...params, city: placeOf(String(city)) },
  );
}
