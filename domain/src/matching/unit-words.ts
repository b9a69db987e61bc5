import type { Language, Sentence } from '../language.ts';
import { type Period, periods } from './quantity.ts';

type Word = string | number | null | undefined;

/** `吨` reads `t` in English; a unit that is in no table stays as the firm wrote it. */
export function unitText(unit: Word, language: Language): string {
  const written = String(unit ?? '');
  if (language === 'zh') return written;
  const known = english.get(written);
  if (known !== undefined) return known;
  const counted = written.startsWith('万') ? english.get(written.slice(1)) : undefined;
  return counted === undefined ? written : `×10k ${counted}`;
}

/** `吨/天`, `t/day`. A one-off lot has no period. */
export function rateText(unit: Word, per: Word, language: Language): string {
  const period = isPeriod(per) ? periodNames[per][language] : '';
  return period === '' ? unitText(unit, language) : `${unitText(unit, language)}/${period}`;
}

export function isPeriod(per: unknown): per is Period {
  return periods.some((period) => period === per);
}

const periodNames = {
  hour: { zh: '小时', en: 'h' },
  day: { zh: '天', en: 'day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  year: { zh: '年', en: 'year' },
  once: { zh: '', en: '' },
} as const satisfies Record<Period, Sentence>;

/** English word, and the Chinese ones it stands for */
const units: Readonly<Record<string, readonly string[]>> = {
  t: ['吨'],
  kg: ['千克', '公斤'],
  g: ['克'],
  mg: ['毫克'],
  m: ['米'],
  km: ['千米', '公里'],
  cm: ['厘米'],
  mm: ['毫米'],
  μm: ['微米'],
  inch: ['英寸'],
  'm²': ['平方米'],
  'dm²': ['平方分米'],
  'sq ft': ['平方英尺'],
  'm³': ['立方米', '方'],
  L: ['升'],
  mL: ['毫升'],
  pcs: ['件', '只', '个', '片', '支', '根', '条', '枚', '块', '把', '粒', '颗'],
  sets: ['套', '副', '组'],
  units: ['台', '辆', '部', '架'],
  pairs: ['双', '对'],
  rolls: ['卷'],
  reels: ['盘'],
  sheets: ['张'],
  boxes: ['盒', '箱'],
  packs: ['包'],
  bags: ['袋'],
  bottles: ['瓶'],
  cans: ['罐'],
  drums: ['桶'],
  vessels: ['艘'],
  'vessel calls': ['艘次'],
  jobs: ['项', '次'],
  grade: ['级'],
  layers: ['层'],
  'sets/day': ['套/d'],
};

const english: ReadonlyMap<string, string> = new Map(
  Object.entries(units).flatMap(([word, written]) => written.map((unit) => [unit, word] as const)),
);
