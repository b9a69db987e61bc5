import type { Language } from '../language.ts';
import type { Reason } from './reason.ts';
import { unitText } from './unit-words.ts';

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
export function withUnit(value: Fact, unit: Fact, language: Language): string {
  return `${figureText(value)} ${unitText(unit, language)}`.trimEnd();
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

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
