import type { Period, Quantity } from '../matching/quantity.ts';
import { firstMatches, type Reading, spanOf } from '../matching/text-span.ts';
import { multiplierPattern, numberPattern, readNumber } from './parse-number.ts';

/**
 * All quantities of a normalised text, in its order: `5 吨/天`, `五万只/天`, `日产三千套`, `每月2.5万米`, `3 t/d`, `数量: 500`.
 * A quantity may be wrong (−5): whether it can stand is decided by the caller. Cost: linear.
 */
export function readQuantities(text: string): Reading<Quantity>[] {
  return [...firstMatches(text, withUnit), ...firstMatches(text, withoutUnit)]
    .flatMap(readQuantity)
    .sort((a, b) => a.start - b.start);
}

function readQuantity(match: RegExpExecArray): Reading<Quantity>[] {
  const { before, sign, number, multiplier, thousand, unit, after } = match.groups ?? {};
  const amount =
    readNumber(number ?? '', multiplier) * (thousand === undefined ? 1 : 1000) * (sign === undefined ? 1 : -1);
  if (Number.isNaN(amount)) return [];
  const per = periodOf(after) ?? periodOf(before) ?? 'once';
  const value: Quantity = { amount, unit: unit === undefined ? '件' : (shownUnits[unit] ?? unit), per };
  return [{ value, ...spanOf(match, unit === undefined || thousand !== undefined) }];
}

function periodOf(word: string | undefined): Period | undefined {
  const key = word?.replace(/[\s/每一产需供用量]/g, '');
  return key === undefined ? undefined : periodWords[key];
}

const periodWords: Readonly<Record<string, Period>> = {
  时: 'hour',
  小时: 'hour',
  h: 'hour',
  hour: 'hour',
  天: 'day',
  日: 'day',
  d: 'day',
  day: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  w: 'week',
  week: 'week',
  月: 'month',
  个月: 'month',
  m: 'month',
  mon: 'month',
  month: 'month',
  季: 'quarter',
  季度: 'quarter',
  quarter: 'quarter',
  年: 'year',
  y: 'year',
  a: 'year',
  year: 'year',
};

/** Units of trade, longest first; Latin ones must end there. A gram or a millimetre is a property, not an amount, and so is a kilogram per cubic metre. */
const units =
  '平方分米|平方英尺|平方米|立方米|公斤|千克|公里|千米|平米|立方|方(?![式法向案面])|吨|斤|米|升|只|个(?!月|工作日|小时)|件(?!套)|片|套|台(?!湾)|支|枚|根|条|双|卷|箱|盒|包|袋|桶|瓶|辆|艘|张|块|副|株|头|尾|组|把|罐|盘|顶|粒|项(?!目)|pieces|piece|pcs|pc|sets|set|tons|ton|kg|rolls|units|m2|m3|t|l|m';
const latinUnitEnds = '(?![a-z0-9²³])';
const before =
  '(?:(?<before>[每一](?:小时|个月|季度|星期|天|日|周|月|季|年)|(?:时|日|周|月|年)(?:产|需|供|用)量?|(?:小时|日|周|月|年)产能)[约需要产供用量:能为是\\s]{0,6})?';
const after =
  '(?:\\s{0,2}(?<after>(?:\\/|每|一)\\s{0,2}(?:小时|个月|季度|星期|天|日|周|月|季|年|hour|day|week|month|quarter|year|mon|h|d|w|m|y|a)(?![a-z0-9])))?';
/** A figure does not begin inside another (only a comma before three digits is a thousands comma); a minus belongs to it only where no figure or word stands before: 20-25 is a range. */
const sign = '(?<![\\d.])(?<!\\d,(?=\\d{3}(?!\\d)))(?:(?<![a-z\\d\\u4e00-\\u9fff])(?<sign>-)\\s?)?';

const withUnit = new RegExp(
  `${before}${sign}(?<number>${numberPattern})\\s{0,2}(?<multiplier>${multiplierPattern})?(?<thousand>k(?=[\\s\\u4e00-\\u9fff]))?\\s{0,2}(?<unit>${units})(?:(?<=[a-z0-9])${latinUnitEnds}|(?<![a-z0-9]))${after}(?!\\s?\\/)`,
  'g',
);
const withoutUnit = new RegExp(
  `(?:数量|需求量|采购量|用量)[:为是约\\s]{1,4}(?<sign>-)?\\s?(?<number>${numberPattern})(?<multiplier>${multiplierPattern})?(?![\\d.]|\\s{0,2}[万千百亿]?(?:${units}))`,
  'g',
);

const shownUnits: Readonly<Record<string, string>> = {
  t: '吨',
  ton: '吨',
  tons: '吨',
  kg: '千克',
  pcs: '件',
  pc: '件',
  piece: '件',
  pieces: '件',
  set: '套',
  sets: '套',
  units: '台',
  rolls: '卷',
  m: '米',
  m2: '平方米',
  m3: '立方米',
  l: '升',
  平米: '平方米',
  立方: '立方米',
  方: '立方米',
  千米: '公里',
};
