import type { Language, Sentence } from '../language.ts';
import type { MatterField, RouteReason } from './request-reasons.ts';
import type { DeskReason } from './request-router.ts';

const fieldWords = {
  title: { zh: '事项名称', en: 'the name of the matter' },
  words: { zh: '企业常用说法', en: 'how firms say it' },
  description: { zh: '事项说明', en: 'what the matter covers' },
  body: { zh: '单位名称', en: 'the name of the body' },
  basis: { zh: '依据', en: 'its legal basis' },
} as const satisfies Record<MatterField, Sentence>;

/** Why a matter is proposed, said with words of the request itself. */
export function routeReasonText(reason: RouteReason, language: Language): string {
  const zh = language === 'zh';
  if (reason.kind === 'synonym')
    return zh ? `“${reason.said}”即“${reason.official}”` : `“${reason.said}” means “${reason.official}”`;
  const words = reason.words.map((word) => `“${word}”`).join(zh ? '、' : ', ');
  if (reason.kind === 'example')
    return zh ? `以前有类似的诉求归这一项：${words}` : `A request like this one came under it before: ${words}`;
  const field = fieldWords[reason.field][language];
  return zh ? `${field}里有${words}` : `${words} in ${field}`;
}

/** Why nobody but the bureau's desk decides, and what that means for the firm. */
export const deskSentences = {
  empty: { zh: '还没有内容', en: 'Nothing is written yet' },
  'no-known-word': {
    zh: '没认出是哪类事项，将由调度单位人工分派，计时照常开始',
    en: 'No matter is recognised: the bureau finds the body by hand; the clock starts all the same',
  },
  unsure: {
    zh: '把握不大，将由调度单位确认承办单位，计时照常开始',
    en: 'Too unsure to decide: the bureau confirms the body; the clock starts all the same',
  },
} as const satisfies Record<DeskReason, Sentence>;
