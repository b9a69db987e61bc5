import { gapClasses, gapClassWords } from '../chains/gap-class.ts';
import { gapTaskKinds, gapTaskSteps } from '../chains/gap-task.ts';
import { gapTaskKindWords, gapTaskStepWords } from '../chains/gap-task-words.ts';
import type { Language } from '../language.ts';
import type { EventType } from './event.ts';
import { count, type NoticeFacts, word } from './notice-facts.ts';
import { dateText } from './reason-words.ts';

type ChainEventType = Extract<EventType, `gap${string}` | `purchase.${string}` | `chain.${string}` | `drill${string}`>;

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

const draftDeeds = {
  sent: { zh: '已送审，请另一位同事审核', en: 'was handed in: another colleague is to review it' },
  returned: { zh: '被退回', en: 'was sent back' },
  discarded: { zh: '已作废', en: 'was thrown away' },
} as const;
export type DraftDeedNews = keyof typeof draftDeeds;

function draftDeed(facts: NoticeFacts, language: Language): string {
  const said = word(facts, 'deed');
  return (Object.entries(draftDeeds).find(([name]) => name === said)?.[1] ?? draftDeeds.sent)[language];
}

function taskWords(facts: NoticeFacts, language: Language): { readonly kind: string; readonly step: string } {
  const kind = gapTaskKinds.find((one) => one === facts.kind) ?? 'order';
  const step = gapTaskSteps.find((one) => one === facts.step) ?? 'given';
  return { kind: gapTaskKindWords[kind][language], step: gapTaskStepWords[step][language] };
}

/** Sentences about links of chains and what firms buy. */
export const chainNotices = {
  'chain.drafted': {
    zh: (p) => `${word(p, 'chain')}第 ${count(p, 'number')} 版${draftDeed(p, 'zh')}（${word(p, 'by')}）`,
    en: (p) => `${word(p, 'chain')}, version ${count(p, 'number')}, ${draftDeed(p, 'en')} (${word(p, 'by')})`,
  },
  'chain.published': {
    zh: (p) =>
      `${word(p, 'chain')}第 ${count(p, 'number')} 版已发布，${dateText(word(p, 'from'), 'zh')}起生效：${count(p, 'products')} 个产品，弱项 ${count(p, 'weak')}`,
    en: (p) =>
      `${word(p, 'chain')}: version ${count(p, 'number')} is published, in force from ${dateText(word(p, 'from'), 'en')}: ${count(p, 'products')} products, ${count(p, 'weak')} weak`,
  },
  'gap.changed': {
    zh: (p) =>
      `${word(p, 'chain')}：${word(p, 'product')}由${classWord(p, 'before', 'zh')}变为${classWord(p, 'class', 'zh')}`,
    en: (p) =>
      `${word(p, 'chain')}: ${word(p, 'product')} went from ${classWord(p, 'before', 'en')} to ${classWord(p, 'class', 'en')}`,
  },
  'gap-task.acted': {
    zh: (p) =>
      `${word(p, 'chain')}“${word(p, 'product')}”${taskWords(p, 'zh').kind}：${word(p, 'by')}${taskWords(p, 'zh').step}`,
    en: (p) =>
      `${word(p, 'chain')}, ${word(p, 'product')}: ${taskWords(p, 'en').kind}, ${taskWords(p, 'en').step} by ${word(p, 'by')}`,
  },
  'drill-rules.changed': {
    zh: (p) => `${word(p, 'by')}修改了断供演练的假设，${word(p, 'from')}起执行`,
    en: (p) => `${word(p, 'by')} changed what the drills assume, from ${word(p, 'from')} on`,
  },
  'purchase.changed': {
    zh: (p) => `${word(p, 'by')}${deed(p, 'zh')}：${word(p, 'product')}`,
    en: (p) => `${word(p, 'by')} ${deed(p, 'en')}: ${word(p, 'product')}`,
  },
} as const satisfies Record<ChainEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;
