import type { Language, Sentence } from '../language.ts';
import type { CaseRung } from './case-light.ts';
import type { CaseMarkKind } from './case-mark.ts';

/** The rungs of the ladder, as notices and tasks name them. */
export const rungWords = {
  handler: { zh: '承办人', en: 'the handler' },
  deputy: { zh: 'B 角', en: 'the deputy' },
  head: { zh: '单位负责人', en: 'the head of the body' },
  bureau: { zh: '调度单位', en: 'the bureau' },
  chief: { zh: '链长办', en: 'the chief’s office' },
} as const satisfies Record<CaseRung['who'], Sentence>;

/** What a task in a case is about: a rung of the ladder, a cascade that has asked everybody, a firm that does not answer on an order. */
export type CaseTaskKind = 'rung' | keyof typeof taskWords;

/** Tasks of the bureau that are no rung, in the history of a case: the word of what was done, and the sentence. */
const taskWords = {
  exhausted: {
    word: { zh: '请求协助', en: 'asked to help' },
    sentence: {
      zh: '各级都已询问，没有可用的报价，已请调度单位协助寻找',
      en: 'every ring was asked without a quote that holds: the bureau was asked to help',
    },
  },
  'silent-firm': {
    word: { zh: '电话联系', en: 'asked to call' },
    sentence: {
      zh: '督办已审核通过，企业一直没有答复是否同意销号，已请调度单位电话联系',
      en: 'the feedback on the order was accepted and the firm has not answered: the bureau was asked to call it',
    },
  },
} as const satisfies Record<string, { readonly word: Sentence; readonly sentence: Sentence }>;

const rungWord: Sentence = { zh: '提醒', en: 'told' };

/** A task of a case, as its history names it. */
export function taskSentence(
  { kind, rung, mark }: { kind: CaseTaskKind; rung: CaseRung['who']; mark: CaseMarkKind | null },
  language: Language,
): { readonly word: string; readonly sentence: string } {
  if (kind === 'rung') return { word: rungWord[language], sentence: rungSentence(rung, language, mark) };
  const { word, sentence } = taskWords[kind];
  return { word: word[language], sentence: sentence[language] };
}

const missed = {
  sign: { zh: '逾期未签收', en: 'not signed for in time' },
  'first-answer': { zh: '逾期未首次回应', en: 'no first answer in time' },
} as const satisfies Record<CaseMarkKind, Sentence>;

/** Who was told, in the history of a case: of its due instant, or of a mark that was missed. */
export function rungSentence(who: CaseRung['who'], language: Language, mark: CaseMarkKind | null = null): string {
  const told = rungWords[who][language];
  if (mark) return language === 'zh' ? `${missed[mark].zh}，已提醒${told}` : `${missed[mark].en}: ${told} was told`;
  if (who === 'handler') return language === 'zh' ? `临期，已提醒${told}` : `due soon: ${told} was told`;
  return language === 'zh' ? `逾期，已提醒${told}` : `overdue: ${told} was told`;
}
