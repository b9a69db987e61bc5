import type { ReasonCode } from './reason.ts';
import { monthText, type SentenceMaker } from './reason-words.ts';

/** Is the paper there, and does it still hold? */
export const certificateText = {
  'certificate.held': ({ name, validUntil }, language) => {
    if (validUntil === null || validUntil === undefined) return language === 'zh' ? `持有 ${name}` : `Holds ${name}`;
    return language === 'zh'
      ? `持有 ${name}，有效至 ${monthText(validUntil, language)}`
      : `Holds ${name} until ${monthText(validUntil, language)}`;
  },
  'certificate.expired': ({ name, validUntil }, language) =>
    language === 'zh'
      ? `${name} 已于 ${monthText(validUntil, language)} 到期`
      : `${name} expired ${monthText(validUntil, language)}`,
  'certificate.unknown': ({ name }, language) => (language === 'zh' ? `${name} 未登记` : `${name} not registered`),
} as const satisfies Record<Extract<ReasonCode, `certificate.${string}`>, SentenceMaker>;
