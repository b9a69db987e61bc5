import type { Language } from '../language.ts';
import { spokenDay } from '../needs/city-day.ts';
import { fundingLostWords, readFundingLost } from '../needs/funding-codes.ts';
import type { EventType } from './event.ts';
import { money, type NoticeFacts, word } from './notice-facts.ts';

type FundingEventType = Extract<EventType, `funding.${string}` | `deal.payment-${string}`>;
type Telling = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

/** Sentences about bank offers and payments. A bank is told of nothing but its own: no other bank, and no number of them. */
export const fundingNotices = {
  'funding.asked': {
    zh: (p) => `${word(p, 'asker')}请您报价：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'asker')} asks you for an offer: “${word(p, 'title')}”`,
  },
  'funding.accepted': {
    zh: (p) => `${word(p, 'asker')}接受了您的报价：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'asker')} took your offer: “${word(p, 'title')}”`,
  },
  'funding.lost': {
    zh: (p) => `感谢您为“${word(p, 'title')}”费心，这次没有选您：${fundingLostWords[readFundingLost(p.code)].zh}`,
    en: (p) =>
      `Thank you for your work on “${word(p, 'title')}”; you were not chosen this time: ${fundingLostWords[readFundingLost(p.code)].en}`,
  },
  'funding.ended': {
    zh: (p) => `“${word(p, 'title')}”已结束，不用再报价`,
    en: (p) => `“${word(p, 'title')}” is over; no offer is needed any more`,
  },
  'funding.offer-changed': {
    zh: (p) => `${word(p, 'bank')}更新了报价：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'bank')} changed its offer: “${word(p, 'title')}”`,
  },
  'funding.receipt-given': {
    zh: (p) => `${word(p, 'asker')}授权您查看一次付款记录，${dayOf(p).date}失效`,
    en: (p) => `${word(p, 'asker')} lets you read its payment record once, until ${dayOf(p).dateEn}`,
  },
  'funding.receipt-taken-back': {
    zh: (p) => `${word(p, 'asker')}收回了查看付款记录的授权`,
    en: (p) => `${word(p, 'asker')} took back the permission to read its payment record`,
  },
  'funding.record-read': {
    zh: (p) => `${word(p, 'bank')}按您的授权查看了付款记录，授权已用完`,
    en: (p) => `${word(p, 'bank')} read your payment record as you permitted; the permission is used up`,
  },
  'deal.payment-noted': {
    zh: (p) => `${word(p, 'by')}登记了${word(p, 'product')}付款 ${money(p, 'zh')}，请确认`,
    en: (p) => `${word(p, 'by')} noted a payment of ${money(p, 'en')} for ${word(p, 'product')}; please confirm`,
  },
  'deal.payment-confirmed': {
    zh: (p) => `${word(p, 'by')}确认了${word(p, 'product')}付款 ${money(p, 'zh')}`,
    en: (p) => `${word(p, 'by')} confirmed a payment of ${money(p, 'en')} for ${word(p, 'product')}`,
  },
} as const satisfies Record<FundingEventType, Telling>;

function dayOf(facts: NoticeFacts): { readonly date: string; readonly dateEn: string } {
  const at = new Date(word(facts, 'until'));
  return Number.isNaN(at.getTime()) ? { date: '', dateEn: '' } : spokenDay(at);
}
