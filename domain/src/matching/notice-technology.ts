import type { Language } from '../language.ts';
import { passedOverWords, readPassedOver } from '../needs/answer-choice.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type TechnologyEventType = Extract<EventType, `technology.${string}`>;
type Telling = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

/** Sentences about target sheets. An answerer is told of nothing but its own: no other answerer, and no number of them. */
export const technologyNotices = {
  'technology.sent': {
    zh: (p) => `${word(p, 'asker')}的技术需求请您单位逐项应答：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'asker')} asks you to answer a technology need target by target: “${word(p, 'title')}”`,
  },
  'technology.nobody': {
    zh: (p) => `“${word(p, 'title')}”没有方向相符的创新平台或高校，请物色并送达`,
    en: (p) => `No centre or university fits “${word(p, 'title')}”; please find one and send it the sheet`,
  },
  'technology.answered': {
    zh: (p) => `${word(p, 'body')}更新了逐项应答：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'body')} changed its answer: “${word(p, 'title')}”`,
  },
  'technology.ended': {
    zh: (p) => `“${word(p, 'title')}”已结束，不用再应答`,
    en: (p) => `“${word(p, 'title')}” is over; no answer is needed any more`,
  },
  'technology.chosen': {
    zh: (p) => `${word(p, 'asker')}采用了您单位的应答：“${word(p, 'title')}”`,
    en: (p) => `${word(p, 'asker')} took your answer: “${word(p, 'title')}”`,
  },
  'technology.passed-over': {
    zh: (p) => `感谢您单位为“${word(p, 'title')}”费心，这次没有采用：${passedOverWords[readPassedOver(p.code)].zh}`,
    en: (p) =>
      `Thank you for your work on “${word(p, 'title')}”; your answer was not taken this time: ${passedOverWords[readPassedOver(p.code)].en}`,
  },
  'technology.goes-on': {
    zh: (p) => `“${word(p, 'title')}”还没有解决，您单位可以再应答`,
    en: (p) => `“${word(p, 'title')}” is not solved yet; you can answer again`,
  },
} as const satisfies Record<TechnologyEventType, Telling>;
