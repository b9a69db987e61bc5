import type { Language } from '@zhitong/domain/language';

const fenPerYuan = 100;
const wan = 10_000;
const yi = 100_000_000;

/** `8,600 元` · `86.5 万元` · `1.24 亿元`; `¥8,600` · `¥865 K` · `¥124 M`. */
export function formatMoney(fen: number, language: Language): string {
  const yuan = fen / fenPerYuan;
  return language === 'zh' ? moneyZh(yuan) : moneyEn(yuan);
}

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

function moneyZh(yuan: number): string {
  const size = Math.abs(yuan);
  if (size >= yi) return `${short(yuan / yi)} 亿元`;
  if (size >= wan) return `${short(yuan / wan)} 万元`;
  return `${short(yuan)} 元`;
}

function moneyEn(yuan: number): string {
  const size = Math.abs(yuan);
  const sign = yuan < 0 ? '−' : '';
  if (size >= 1_000_000) return `${sign}¥${short(size / 1_000_000)} M`;
  if (size >= 10_000) return `${sign}¥${short(size / 1_000)} K`;
  return `${sign}¥${short(size)}`;
}

function short(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value).replace('-', '−');
}
