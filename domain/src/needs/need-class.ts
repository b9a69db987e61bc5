import type { Language } from '../language.ts';

type Words = Readonly<Record<Language, string>>;

/** What a text on the sourcing list is, when it is no wish to buy. */
export const needClasses = ['advert', 'fishing', 'junk'] as const;
export type NeedClass = (typeof needClasses)[number];

export const needClassWords = {
  advert: { zh: '像推销广告', en: 'reads like an advert' },
  fishing: { zh: '像询价不买', en: 'looks like price fishing' },
  junk: { zh: '没有可办的内容', en: 'holds nothing that could be supplied' },
} as const satisfies Record<NeedClass, Words>;

export const classReasonCodes = [
  'offers-itself',
  'promotes',
  'gives-contact',
  'no-wish',
  'no-product',
  'gibberish',
  'too-short',
  'asked-again',
  'only-prices',
] as const;
export type ClassReasonCode = (typeof classReasonCodes)[number];

export const classReasonWords = {
  'offers-itself': { zh: '在介绍自己能供应什么', en: 'It says what the firm itself supplies' },
  promotes: { zh: '推销用语', en: 'Words of promotion' },
  'gives-contact': { zh: '留了联系方式让人来找', en: 'It gives contact data to be called at' },
  'no-wish': { zh: '没有说要买什么', en: 'It does not say what is wanted' },
  'no-product': { zh: '没有产品或材料', en: 'No product or material in it' },
  gibberish: { zh: '文字无法读懂', en: 'The words cannot be read' },
  'too-short': { zh: '太短', en: 'Too short' },
  'asked-again': {
    zh: '同一产品多次询价，收到的报价都没有处理',
    en: 'Asked repeatedly for one product, and no quote was decided on',
  },
  'only-prices': { zh: '只要价格，说明不买', en: 'Asks for prices only and says that nothing is bought' },
} as const satisfies Record<ClassReasonCode, Words>;

/** A coded reason and what it was read from: a stretch of the text, or so many earlier needs. */
export interface ClassReason {
  readonly code: ClassReasonCode;
  /** the stretch of the text, UTF-16 units; null: read from behaviour or from the text as a whole */
  readonly span: { readonly start: number; readonly end: number; readonly quote: string } | null;
  readonly count: number | null;
}

export interface NeedClassing {
  readonly class: NeedClass;
  readonly reasons: readonly ClassReason[];
}
