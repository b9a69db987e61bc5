import type { Language } from '@zhitong/domain/language';
import type { LimitOperator, NeedLimit, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Period, Quantity } from '@zhitong/domain/matching/quantity';
import { formatAmount } from './format-number.ts';

const periodWords: Record<Language, Record<Period, string>> = {
  zh: { hour: '小时', day: '天', week: '周', month: '月', quarter: '季', year: '年', once: '' },
  en: { hour: 'h', day: 'd', week: 'wk', month: 'mo', quarter: 'qtr', year: 'yr', once: '' },
};

const unitsEn: Readonly<Record<string, string>> = {
  吨: 't',
  公斤: 'kg',
  千克: 'kg',
  克: 'g',
  米: 'm',
  平方米: 'm²',
  立方米: 'm³',
  升: 'L',
  件: 'pcs',
  个: 'pcs',
  只: 'pcs',
  片: 'pcs',
  根: 'pcs',
  条: 'pcs',
  枚: 'pcs',
  块: 'pcs',
  支: 'pcs',
  张: 'sheets',
  卷: 'rolls',
  套: 'sets',
  台: 'units',
  艘: 'vessels',
};

const operatorSigns: Record<LimitOperator, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '±': '±' };

/** `5 吨/天` · `5 t/d`; a one-off lot has no period. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  const unit = formatUnit(quantity.unit, language);
  const amount = `${formatAmount(quantity.amount, language)} ${unit}`;
  return quantity.per === 'once' ? amount : `${amount}/${periodWords[language][quantity.per]}`;
}

export function formatUnit(unit: string, language: Language): string {
  return language === 'en' ? (unitsEn[unit] ?? unit) : unit;
}

/** `BFE ≥ 95 %` · `公差 ±0.02 mm` */
export function formatNeedLimit(limit: NeedLimit, language: Language): string {
  return `${limit.name} ${formatDemand(limit, language)}`;
}

/** The same without its name: `≥ 95 %` · `±0.02 mm` */
export function formatDemand({ op, value, unit }: NeedLimit, language: Language): string {
  const figure = `${formatAmount(value, language)}${unit ? ` ${unit}` : ''}`;
  return op === '±' ? `±${figure}` : `${operatorSigns[op]} ${figure}`;
}

/** What a maker states: a tested value, a range, or one end of it. */
export function formatOfferLimit(limit: OfferLimit, language: Language): string {
  return `${limit.name} ${statedRange(limit, language)}${limit.unit ? ` ${limit.unit}` : ''}`;
}

function statedRange({ low, high }: OfferLimit, language: Language): string {
  const say = (value: number) => formatAmount(value, language);
  if (low !== undefined && high !== undefined) return low === high ? say(low) : `${say(low)}–${say(high)}`;
  if (low !== undefined) return `≥ ${say(low)}`;
  return high === undefined ? '—' : `≤ ${say(high)}`;
}
