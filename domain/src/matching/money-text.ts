import type { Language } from '../language.ts';
import { unitText } from './unit-words.ts';

const fenPerYuan = 100;
const wan = 10_000;
const yi = 100_000_000;

/** `8,600 元` · `86.5 万元` · `1.24 亿元`; `¥8,600` · `¥865 K` · `¥124 M`. */
export function moneyText(fen: number, language: Language): string {
  return inWords(fen / fenPerYuan, language, sumFigures);
}

/** `2.1 万元/吨`: the same words on a card, in a notice and on paper, but a price is not rounded to a hundred yuan. */
export function priceText(fen: number, unit: string, language: Language): string {
  return `${inWords(fen / fenPerYuan, language, priceFigures)}/${unitText(unit, language)}`;
}

const sumFigures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const priceFigures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

function inWords(yuan: number, language: Language, figures: Intl.NumberFormat): string {
  const size = Math.abs(yuan);
  const sign = yuan < 0 ? '−' : '';
  return `${sign}${language === 'zh' ? sizeZh(size, figures) : sizeEn(size, figures)}`;
}

function sizeZh(yuan: number, figures: Intl.NumberFormat): string {
  if (yuan >= yi) return `${figures.format(yuan / yi)} 亿元`;
  if (yuan >= wan) return `${figures.format(yuan / wan)} 万元`;
  return `${figures.format(yuan)} 元`;
}

function sizeEn(yuan: number, figures: Intl.NumberFormat): string {
  if (yuan >= 1_000_000) return `¥${figures.format(yuan / 1_000_000)} M`;
  if (yuan >= 10_000) return `¥${figures.format(yuan / 1_000)} K`;
  return `¥${figures.format(yuan)}`;
}
