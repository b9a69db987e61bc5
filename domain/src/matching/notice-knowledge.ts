import type { Language } from '../language.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type KnowledgeEventType = Extract<
  EventType,
  `article.${string}` | 'case-template.changed' | `${'case' | 'order' | 'sourcing'}-terms.changed`
>;

const deeds = {
  drafted: { zh: '起草了知识条目', en: 'drafted an article' },
  changed: { zh: '修改了知识条目，等待发布', en: 'changed an article; it waits to be published' },
  published: { zh: '发布了知识条目', en: 'published an article' },
  'taken-back': { zh: '撤下了知识条目', en: 'took an article back' },
} as const;
export type ArticleDeed = keyof typeof deeds;

const templateDeeds = {
  added: { zh: '新增了答复模板', en: 'added the answer template' },
  changed: { zh: '修改了答复模板', en: 'changed the answer template' },
  removed: { zh: '删去了答复模板', en: 'removed the answer template' },
} as const;
export type TemplateDeed = keyof typeof templateDeeds;

function templateDeed(facts: NoticeFacts, language: Language): string {
  const said = word(facts, 'deed');
  const known = Object.entries(templateDeeds).find(([name]) => name === said)?.[1] ?? templateDeeds.changed;
  return known[language];
}

function deed(facts: NoticeFacts, language: Language): string {
  const said = word(facts, 'deed');
  const known = Object.entries(deeds).find(([name]) => name === said)?.[1] ?? deeds.changed;
  return known[language];
}

/** Sentences about what bodies have answered before, for the body; and about the terms of the clocks, for the bureau. */
export const knowledgeNotices = {
  'article.changed': {
    zh: (p) => `${word(p, 'by')}${deed(p, 'zh')}“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'by')} ${deed(p, 'en')}: “${word(p, 'title')}”`,
  },
  // which firm it was is not said
  'article.accepted': {
    zh: (p) => `一家企业提交前看到“${word(p, 'title')}”，已得到答案`,
    en: (p) => `A firm found its answer in “${word(p, 'title')}” before sending anything`,
  },
  'case-template.changed': {
    zh: (p) => `${word(p, 'by')}${templateDeed(p, 'zh')}“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'by')} ${templateDeed(p, 'en')} “${word(p, 'title')}”`,
  },
  'case-terms.changed': {
    zh: (p) => `${word(p, 'by')}修改了时限规则，自 ${word(p, 'from')} 起执行`,
    en: (p) => `${word(p, 'by')} changed the terms of the clocks, in force from ${word(p, 'from')}`,
  },
  'order-terms.changed': {
    zh: (p) => `${word(p, 'by')}修改了督办时限，自 ${word(p, 'from')} 起执行`,
    en: (p) => `${word(p, 'by')} changed the terms of supervision orders, in force from ${word(p, 'from')}`,
  },
  'sourcing-terms.changed': {
    zh: (p) => `${word(p, 'by')}修改了询源时限和定额，自 ${word(p, 'from')} 起执行`,
    en: (p) => `${word(p, 'by')} changed the times and quotas of sourcing, in force from ${word(p, 'from')}`,
  },
} as const satisfies Record<KnowledgeEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;
