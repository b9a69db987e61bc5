import type { Language, Sentence } from '../language.ts';
import type { TargetAction, TargetActionKind } from './target-history.ts';
import { targetLossWords, targetStatusWords } from './target-stage.ts';

export const targetActionWords = {
  registered: { zh: '登记', en: 'Registered' },
  stepped: { zh: '记录进展', en: 'Noted a step' },
  given: { zh: '移交', en: 'Given on' },
  entered: { zh: '参与', en: 'Takes part' },
  wished: { zh: '登记载体要求', en: 'Wrote down the premises wished for' },
  absorbed: { zh: '并入了重复的一条', en: 'A second record was joined to it' },
  joined: { zh: '并入另一条', en: 'Joined to another' },
  lost: { zh: '未成', en: 'Lost' },
} as const satisfies Record<TargetActionKind, Sentence>;

/** What was done, for the history: the stage it came to, or why it was lost. */
export function targetActionText(action: TargetAction, language: Language): string {
  const colon = language === 'zh' ? '：' : ': ';
  if (action.kind === 'stepped') return targetStatusWords[action.stage][language];
  const said = targetActionWords[action.kind][language];
  return action.kind === 'lost' ? `${said}${colon}${targetLossWords[action.code][language]}` : said;
}
