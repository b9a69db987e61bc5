import type { Language } from '@zhitong/domain/language';

const spoken = { zh: 'zh-CN', en: 'en-GB' } as const;

/** `2,318` */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(spoken[language], { maximumFractionDigits: 0 }).format(count);
}

/** `5`, `0.02`, `1,000,000`: as the firm wrote it, separators added. */
export function formatAmount(amount: number, language: Language): string {
  return new Intl.NumberFormat(spoken[language], { maximumFractionDigits: 6 }).format(amount);
}

/** `6/7` while there are fewer than 20 cases, a percentage from then on. */
export function formatShare(part: number, whole: number, language: Language): string {
  if (whole >= 20) return `${Math.round((part / whole) * 100)} %`;
  return language === 'zh' ? `${part}/${whole}` : `${part} of ${whole}`;
}
