import type { Language } from '@zhitong/domain/language';

const fenPerYuan = 100;
const wan = 10_000;

/** Exactly, to the last 分: shown on hover and focus. */
export function formatMoneyExactly(fen: number, language: Language): string {
  const text = new Intl.NumberFormat('en-GB', { minimumFractionDigits: fen % fenPerYuan ? 2 : 0 }).format(
    fen / fenPerYuan,
  );
  return language === 'zh' ? `${text} 元` : `¥${text}`;
}

/** A cell of a column headed `金额（万元）` or `Amount (¥ K)`: one unit, two decimals. */
export function formatMoneyCell(fen: number, language: Language): string {
  const divisor = language === 'zh' ? wan * fenPerYuan : 1_000 * fenPerYuan;
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(fen / divisor);
}

/** `2.1 万元` from what a person types in a unit of 元 or 万元. */
export function fenOf(amount: number, unit: '元' | '万元'): number {
  return Math.round(amount * (unit === '万元' ? wan : 1) * fenPerYuan);
}
