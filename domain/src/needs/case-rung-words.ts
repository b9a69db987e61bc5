import type { Language, Sentence } from '../language.ts';
import type { CaseRung } from './case-light.ts';

/** The rungs of the ladder, as notices and tasks name them. */
export const rungWords = {
  handler: { zh: '承办人', en: 'the handler' },
  deputy: { zh: 'B 角', en: 'the deputy' },
  head: { zh: '单位负责人', en: 'the head of the body' },
  bureau: { zh: '调度单位', en: 'the bureau' },
  chief: { zh: '链长办', en: 'the chief’s office' },
} as const satisfies Record<CaseRung['who'], Sentence>;

/** Who was told, in the history of a case. */
export function rungSentence(who: CaseRung['who'], language: Language): string {
  const told = rungWords[who][language];
  if (who === 'handler') return language === 'zh' ? `临期，已提醒${told}` : `due soon: ${told} was told`;
  return language === 'zh' ? `逾期，已提醒${told}` : `overdue: ${told} was told`;
}
