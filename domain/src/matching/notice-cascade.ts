import type { Language } from '../language.ts';
import { holdCodes, holdWords } from '../needs/cascade-words.ts';
import { needClasses, needClassWords } from '../needs/need-class.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, subject, word } from './notice-facts.ts';

type CascadeEventType = Extract<EventType, `cascade.${string}`> | 'need.kept-back' | 'need.review-asked' | 'need.ruled';

/** Sentences about how far a sourcing need is asked, and about needs that are kept back. */
export const cascadeNotices = {
  'cascade.held': {
    zh: (p) => `${subject(p, 'zh')}：暂不扩大询源范围（${held(p, 'zh')}）`,
    en: (p) => `${subject(p, 'en')}: no further ring is asked for now (${held(p, 'en')})`,
  },
  'cascade.released': {
    zh: (p) => `${subject(p, 'zh')}：继续逐级询源`,
    en: (p) => `${subject(p, 'en')}: the cascade goes on`,
  },
  'cascade.exhausted': {
    zh: (p) => `${subject(p, 'zh')}：各级都问过，没有可用的报价，已请${word(p, 'body')}协助`,
    en: (p) => `${subject(p, 'en')}: every ring was asked without a quote; ${word(p, 'body')} was asked to help`,
  },
  'need.kept-back': {
    zh: (p) => `“${word(p, 'title')}”暂缓送达：${className(p, 'zh')}。可看原因并申请复核`,
    en: (p) => `“${word(p, 'title')}” is kept back: ${className(p, 'en')}. Read why, and ask for a review`,
  },
  'need.review-asked': {
    zh: (p) => `${word(p, 'by')}申请复核“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'by')} asks for a review of “${word(p, 'title')}”`,
  },
  'need.ruled': {
    zh: (p) => `“${word(p, 'title')}”${p.ruling === 'release' ? '已放行，开始送达供应商' : '复核后仍不送达'}`,
    en: (p) => `“${word(p, 'title')}” ${p.ruling === 'release' ? 'was let through to suppliers' : 'stays kept back'}`,
  },
} as const satisfies Record<CascadeEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;

function held(facts: NoticeFacts, language: Language): string {
  return holdWords[holdCodes.find((code) => code === facts.code) ?? 'other'][language];
}

function className(facts: NoticeFacts, language: Language): string {
  return needClassWords[needClasses.find((one) => one === facts.class) ?? 'junk'][language];
}
