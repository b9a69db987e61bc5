import { gapClasses, gapClassWords } from '../chains/gap-class.ts';
import type { Language } from '../language.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type ChainEventType = Extract<EventType, `gap.${string}` | `purchase.${string}`>;

function classWord(facts: NoticeFacts, name: 'before' | 'class', language: Language): string {
  return gapClassWords[gapClasses.find((one) => one === facts[name]) ?? 'unknown'][language];
}

const deeds = {
  entered: { zh: '登记了采购', en: 'registered a purchase' },
  changed: { zh: '修改了采购', en: 'changed a purchase' },
  verified: { zh: '核实了采购', en: 'verified a purchase' },
  withdrawn: { zh: '撤销了采购', en: 'withdrew a purchase' },
} as const;
export type PurchaseDeed = keyof typeof deeds;

function deed(facts: NoticeFacts, language: Language): string {
  const said = word(facts, 'deed');
  return (Object.entries(deeds).find(([name]) => name === said)?.[1] ?? deeds.changed)[language];
}

/** Sentences about links of chains and what firms buy. */
export const chainNotices = {
  'gap.changed': {
    zh: (p) =>
      `${word(p, 'chain')}：${word(p, 'product')}由${classWord(p, 'before', 'zh')}变为${classWord(p, 'class', 'zh')}`,
    en: (p) =>
      `${word(p, 'chain')}: ${word(p, 'product')} went from ${classWord(p, 'before', 'en')} to ${classWord(p, 'class', 'en')}`,
  },
  'purchase.changed': {
    zh: (p) => `${word(p, 'by')}${deed(p, 'zh')}：${word(p, 'product')}`,
    en: (p) => `${word(p, 'by')} ${deed(p, 'en')}: ${word(p, 'product')}`,
  },
} as const satisfies Record<ChainEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;
