import type { Language } from '../language.ts';
import { type Area, type PremisesFacts, type PremisesWish, premisesKindWords } from './premises.ts';

const areaUnit = { mu: { zh: '亩', en: 'mu' }, m2: { zh: 'm²', en: 'm²' } } as const;

const figure = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

export function areaText({ amount, unit }: Area, language: Language): string {
  return `${figure.format(amount)} ${areaUnit[unit][language]}`;
}

/** `60 亩、10 kV、承重 2 吨/m²`: what is said and nothing else, in the order in which premises are asked for. */
export function premisesText(of: PremisesWish | PremisesFacts, language: Language): string {
  const { kind, area, powerKv, powerKw, water, floorLoad, exhaust } = of;
  const zh = language === 'zh';
  const parts = [
    kind && premisesKindWords[kind][language],
    area && areaText(area, language),
    powerKv !== null && `${figure.format(powerKv)} kV`,
    powerKw !== null && `${figure.format(powerKw)} kW`,
    water !== null && (zh ? `用水 ${figure.format(water)} 吨/天` : `water ${figure.format(water)} t/day`),
    floorLoad !== null &&
      (zh ? `承重 ${figure.format(floorLoad)} 吨/m²` : `floor load ${figure.format(floorLoad)} t/m²`),
    exhaust !== null && exhaustText(exhaust, language),
  ];
  return parts.filter((part) => part !== null && part !== false).join(zh ? '、' : ', ');
}

function exhaustText(exhaust: boolean, language: Language): string {
  if (language === 'zh') return exhaust ? '可排烟' : '不可排烟';
  return exhaust ? 'exhaust' : 'no exhaust';
}

/** `要 60 亩、10 kV、承重 2 吨/m²：符合 2 处`, and how many are not known well enough to say. */
export function wishFinding(
  wish: PremisesWish,
  { fits, open }: { readonly fits: number; readonly open: number },
  language: Language,
): string {
  const wished = premisesText(wish, language);
  if (language === 'zh') return `要 ${wished}：符合 ${fits} 处${open > 0 ? `，${open} 处待核` : ''}`;
  return `Wants ${wished}: ${fits} fit${fits === 1 ? 's' : ''}${open > 0 ? `, ${open} to be checked` : ''}`;
}
