import type { Quantity } from '../matching/quantity.ts';
import { dateText } from '../matching/reason-words.ts';
import type { NeedChips } from './need.ts';
import type { ParseIssue } from './parse-result.ts';

/** The largest amount anybody means. */
export const largestAmount = 1_000_000_000_000;

/** Why a quantity cannot stand; null when it can. */
export function quantityIssue({ amount }: Quantity): ParseIssue | null {
  if (Number.isNaN(amount) || amount <= 0)
    return { code: 'needs.quantity-not-positive', details: { amount: shownAmount(amount) } };
  return amount > largestAmount ? { code: 'needs.quantity-too-large', details: { amount: shownAmount(amount) } } : null;
}

/** Why a day cannot be a deadline; null when it can. */
export function deadlineIssue(date: string | null, written: string, today: string): ParseIssue | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date))
    return { code: 'needs.deadline-invalid', details: { date: written } };
  if (date >= today) return null;
  return {
    code: 'needs.deadline-passed',
    details: { date, dateZh: shortDate(date, today), dateEn: dateText(date, 'en') },
  };
}

/** The same rules for chips that a person corrected. */
export function chipIssues(
  { quantity, deadline, limits }: Pick<NeedChips, 'quantity' | 'deadline' | 'limits'>,
  today: string,
): ParseIssue[] {
  const bad = limits.filter(({ value }) => !Number.isFinite(value));
  return [
    quantity === null ? null : quantityIssue(quantity),
    deadline === null ? null : deadlineIssue(deadline, deadline, today),
    ...bad.map(
      ({ name, value }): ParseIssue => ({ code: 'needs.limit-not-a-number', details: { name, value: String(value) } }),
    ),
  ].filter((issue) => issue !== null);
}

/** A minus sign as it is printed; a huge figure in powers of ten. JSON knows no infinity. */
function shownAmount(amount: number): string {
  const size = Math.abs(amount) >= 1e15 ? String(amount) : amount.toLocaleString('en-US', { maximumFractionDigits: 6 });
  return size.replace('-', '−');
}

/** The year is said only where it is another one. */
function shortDate(date: string, today: string): string {
  const whole = dateText(date, 'zh');
  return date.slice(0, 4) === today.slice(0, 4) ? whole.slice(whole.indexOf('年') + 1) : whole;
}
