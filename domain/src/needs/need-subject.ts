import type { Language, Sentence } from '../language.ts';
import type { Period, Quantity } from '../matching/quantity.ts';

/** What a need is about in a few words: `熔喷布 5 吨/天`. */
export function needSubject(need: { product: string; quantity: Quantity | null }, language: Language): string {
  if (need.quantity === null) return need.product;
  const { amount, unit, per } = need.quantity;
  const words = periodWords[per][language];
  return `${need.product} ${figures.format(amount)} ${unit}${words === '' ? '' : `/${words}`}`;
}

const figures = new Intl.NumberFormat('en-US');

const periodWords = {
  hour: { zh: '小时', en: 'hour' },
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  once: { zh: '', en: '' },
} as const satisfies Record<Period, Sentence>;
