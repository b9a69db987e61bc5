import type { Language } from '../language.ts';
import { policyFacts } from '../needs/policy.ts';
import { type PaperDeed, paperDeeds } from '../needs/policy-paper.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type PolicyEventType = Extract<EventType, `policy.${string}`>;

/** Sentences about policies: for who writes them, and for the firms they find. */
export const policyNotices = {
  'policy.changed': {
    zh: (p) => `“${word(p, 'title')}”${deeds[deedOf(p)].zh(p)}`,
    en: (p) => `“${word(p, 'title')}” was ${deeds[deedOf(p)].en(p)}`,
  },
  'policy.stated': {
    zh: (p) => `已补充“${factOf(p, 'zh')}”`,
    en: (p) => `“${factOf(p, 'en')}” was stated`,
  },
  'policy.fits': {
    zh: (p) => `贵企业符合“${word(p, 'title')}”，由${word(p, 'body')}办理`,
    en: (p) => `Your firm qualifies for “${word(p, 'title')}”, handled by ${word(p, 'body')}`,
  },
  'policy.lacks': {
    zh: (p) => `“${word(p, 'title')}”只差一个事实：${factOf(p, 'zh')}。补充后即可核对`,
    en: (p) => `“${word(p, 'title')}” lacks a single fact: ${factOf(p, 'en')}. State it and it is checked`,
  },
} as const satisfies Record<PolicyEventType, Readonly<Record<Language, (facts: NoticeFacts) => string>>>;

const deeds = {
  drafted: { zh: () => '已起草，未发布', en: () => 'drafted, not published' },
  changed: { zh: () => '有修改，未发布', en: () => 'changed, not published' },
  published: { zh: () => '已发布', en: () => 'published' },
  ended: { zh: () => '已停止', en: () => 'ended' },
  // said to the body it was taken from
  moved: { zh: (p) => `改由${word(p, 'body')}办理`, en: (p) => `given to ${word(p, 'body')}` },
} as const satisfies Record<PaperDeed | 'moved', Readonly<Record<Language, (facts: NoticeFacts) => string>>>;

const deedOf = (facts: NoticeFacts): keyof typeof deeds =>
  [...paperDeeds, 'moved' as const].find((known) => known === facts.deed) ?? 'changed';

function factOf(facts: NoticeFacts, language: Language): string {
  const found = Object.entries(policyFacts).find(([name]) => name === facts.fact);
  return found ? found[1][language] : word(facts, 'fact');
}
