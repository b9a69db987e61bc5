import type { Language } from '../language.ts';
import { needSubject } from '../needs/need-subject.ts';
import { type DeclineCode, declineCodes, type RejectionCode, rejectionCodes } from './answer.ts';
import { type DealStepKind, dealStepKinds } from './deal.ts';
import { moneyText, priceText } from './money-text.ts';
import { type Tier, tiers } from './tier.ts';
import { isPeriod } from './unit-words.ts';

/** What an event carries for its sentence. It comes back from the log as JSON, so each fact is asked for by name. */
export type NoticeFacts = Readonly<Record<string, unknown>>;

export function word(facts: NoticeFacts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
}

export function count(facts: NoticeFacts, name: string): number {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
}

/** `熔喷布 5 吨/天`, from the facts product, amount, unit and per. */
export function subject(facts: NoticeFacts, language: Language): string {
  const { amount, per } = facts;
  const known = typeof amount === 'number' && isPeriod(per);
  const quantity = known ? { amount, unit: word(facts, 'unit'), per } : null;
  return needSubject({ product: word(facts, 'product'), quantity }, language);
}

export function price(facts: NoticeFacts, language: Language): string {
  return priceText(count(facts, 'priceFen'), word(facts, 'priceUnit'), language);
}

export function money(facts: NoticeFacts, language: Language): string {
  return moneyText(count(facts, 'amountFen'), language);
}

export function declineWord(facts: NoticeFacts, language: Language): string {
  return declineWords[declineCodes.find((code) => code === facts.declined) ?? 'other'][language];
}

export function rejectionWord(facts: NoticeFacts, language: Language): string {
  return rejectionWords[rejectionCodes.find((code) => code === facts.code) ?? 'other'][language];
}

export function stepWord(facts: NoticeFacts, language: Language): string {
  return stepWords[dealStepKinds.find((kind) => kind === facts.kind) ?? 'order'][language];
}

export function reachWord(facts: NoticeFacts, language: Language): string {
  return reachWords[tiers.find((tier) => tier === facts.reach) ?? 'unknown'][language];
}

const declineWords = {
  product: { zh: '不做这个产品', en: 'does not make it' },
  capacity: { zh: '产能已满', en: 'no capacity left' },
  tolerance: { zh: '达不到指标', en: 'cannot reach the limits' },
  'lead-time': { zh: '交期赶不上', en: 'cannot deliver in time' },
  price: { zh: '价格做不到', en: 'cannot meet the price' },
  'too-small': { zh: '量太小', en: 'quantity too small' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<DeclineCode, Record<Language, string>>;

const rejectionWords = {
  price: { zh: '价格', en: 'price' },
  certificate: { zh: '资质证书', en: 'certificate' },
  tolerance: { zh: '精度指标', en: 'tolerance' },
  'lead-time': { zh: '交货期', en: 'lead time' },
  'minimum-lot': { zh: '起订量', en: 'minimum lot' },
  capacity: { zh: '产能', en: 'capacity' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<RejectionCode, Record<Language, string>>;

const stepWords = {
  sample: { zh: '样品', en: 'sample' },
  order: { zh: '订单', en: 'order' },
  delivery: { zh: '交货', en: 'delivery' },
  reversal: { zh: '冲正', en: 'reversal' },
} as const satisfies Record<DealStepKind, Record<Language, string>>;

const reachWords = {
  district: { zh: '本区', en: 'the district' },
  city: { zh: '本市', en: 'the city' },
  circle: { zh: '城市圈', en: 'the city circle' },
  province: { zh: '省内', en: 'the province' },
  nation: { zh: '国内', en: 'the nation' },
  abroad: { zh: '境外', en: 'abroad' },
  unknown: { zh: '未知', en: 'unknown' },
} as const satisfies Record<Tier, Record<Language, string>>;
