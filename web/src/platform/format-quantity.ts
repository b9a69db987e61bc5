import type { Language } from '@zhitong/domain/language';
import type { LimitOperator, NeedLimit, OfferLimit } from '@zhitong/domain/matching/limit';
import { propertyText } from '@zhitong/domain/matching/property-words';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import { rateText, unitText } from '@zhitong/domain/matching/unit-words';
import { formatAmount } from './format-number.ts';

const operatorSigns: Record<LimitOperator, string> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=', '±': '±' };

/** `5 吨/天` · `5 t/day`; a one-off lot has no period. */
export function formatQuantity({ amount, unit, per }: Quantity, language: Language): string {
  return `${formatAmount(amount, language)} ${rateText(unit, per, language)}`;
}

/** `BFE ≥ 95 %` · `公差 ±0.02 mm` */
export function formatNeedLimit(limit: NeedLimit, language: Language): string {
  return `${propertyText(limit.name, language)} ${formatDemand(limit, language)}`;
}

/** The same without its name: `≥ 95 %` · `±0.02 mm` */
export function formatDemand({ op, value, unit }: NeedLimit, language: Language): string {
  const figure = `${formatAmount(value, language)}${unit ? ` ${unitText(unit, language)}` : ''}`;
  return op === '±' ? `±${figure}` : `${operatorSigns[op]} ${figure}`;
}

/** What a maker states: a tested value, a range, or one end of it. */
export function formatOfferLimit(limit: OfferLimit, language: Language): string {
  return `${propertyText(limit.name, language)} ${statedRange(limit, language)}${limit.unit ? ` ${unitText(limit.unit, language)}` : ''}`;
}

function statedRange({ low, high }: OfferLimit, language: Language): string {
  const say = (value: number) => formatAmount(value, language);
  if (low !== undefined && high !== undefined) return low === high ? say(low) : `${say(low)}–${say(high)}`;
  if (low !== undefined) return `≥ ${say(low)}`;
  return high === undefined ? '—' : `≤ ${say(high)}`;
}
