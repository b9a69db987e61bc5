import type { Language } from '../language.ts';
import type { Period } from './quantity.ts';
import type { Reason } from './reason.ts';

/** Makes the sentence of one kind of reason from its facts. */
export type SentenceMaker = (params: Reason['params'], language: Language) => string;

type Fact = string | number | null | undefined;

// made once: a formatter costs a hundred times what it formats
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4, maximumSignificantDigits: 12 });

/** A figure as an office writes it: separators, no false decimals. */
export function figureText(value: Fact): string {
  return typeof value === 'number' ? figures.format(value) : String(value ?? '');
}

/** A converted amount: as many digits as decide something. What the firm wrote itself is not rounded. */
export function amountText(value: Fact): string {
  if (typeof value !== 'number') return figureText(value);
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return figureText(Math.abs(value) < 1 ? value : Number(value.toFixed(digits)));
}

/** `98 %`, `25 g/m²`; `φ` and nothing stay as they are. */
export function withUnit(value: Fact, unit: Fact): string {
  return unit === '' || unit === null || unit === undefined ? figureText(value) : `${figureText(value)} ${unit}`;
}

/** `吨/天`, `t/day`. A one-off lot has no period. */
export function rateText(unit: Fact, per: Fact, language: Language): string {
  const name = language === 'zh' ? String(unit ?? '') : (unitNames[String(unit)] ?? String(unit ?? ''));
  const period = isPeriod(per) ? periodNames[per][language] : '';
  return period === '' ? name : `${name}/${period}`;
}

/** `2026年9月2日`, `2 Sep 2026`. */
export function dateText(date: Fact, language: Language): string {
  const [year, month, day] = String(date ?? '')
    .split('-')
    .map(Number);
  if (year === undefined || month === undefined || day === undefined) return String(date ?? '');
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${monthNames[month - 1]} ${year}`;
}

/** `2028年5月`, `May 2028`. */
export function monthText(date: Fact, language: Language): string {
  const [year, month] = String(date ?? '')
    .split('-')
    .map(Number);
  if (year === undefined || month === undefined) return String(date ?? '');
  return language === 'zh' ? `${year}年${month}月` : `${monthNames[month - 1]} ${year}`;
}

export function isPeriod(per: Fact): per is Period {
  return typeof per === 'string' && per in periodNames;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const periodNames = {
  hour: { zh: '小时', en: 'h' },
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  once: { zh: '', en: '' },
} as const satisfies Record<Period, Record<Language, string>>;

const unitNames: Readonly<Record<string, string>> = {
  吨: 't',
  千克: 'kg',
  公斤: 'kg',
  克: 'g',
  米: 'm',
  万米: '×10k m',
  平方米: 'm²',
  立方米: 'm³',
  升: 'L',
  只: 'pcs',
  个: 'pcs',
  件: 'pcs',
  片: 'pcs',
  支: 'pcs',
  套: 'sets',
  台: 'units',
  万只: '×10k pcs',
  万件: '×10k pcs',
  万片: '×10k pcs',
  万个: '×10k pcs',
  万套: '×10k sets',
};
