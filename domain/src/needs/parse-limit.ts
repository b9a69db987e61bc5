import type { LimitOperator, NeedLimit } from '../matching/limit.ts';
import { findProperty, propertyName, writtenPropertyNames } from '../matching/limit-names.ts';
import { firstMatches, type Reading, spanOf } from '../matching/text-span.ts';
import { limitUnitPattern, shownLimitUnit } from './limit-unit.ts';
import { readNumber } from './parse-number.ts';

/**
 * Numeric limits of a normalised text: `bfe≥95`, `bfe不低于95%`, `pfe 98以上`, `克重20-25g` and `克重25±2g` (two limits each),
 * `±0.02 mm`, `φ120`. A property nobody listed is read where an operator stands (`断裂伸长率≥30%`), unless the name of a product
 * ends there: `熔喷布不少于5吨` is an amount. Cost: linear.
 */
export function readLimits(text: string, products: readonly { readonly end: number }[] = []): Reading<NeedLimit>[] {
  const ends = new Set(products.map(({ end }) => end));
  const found: Reading<NeedLimit>[] = [];
  for (const [pattern, read] of readers) {
    const free = firstMatches(text, pattern).filter(without(found));
    const stated = pattern === unnamed ? free.filter((match) => !ends.has(nameEnd(match))) : free;
    found.push(...stated.flatMap(read));
  }
  return found.sort((a, b) => a.start - b.start);
}

function nameEnd(match: RegExpExecArray): number {
  return match.index + (match.groups?.name ?? '').length;
}

function without(taken: readonly Reading<NeedLimit>[]): (match: RegExpExecArray) => boolean {
  return (match) => taken.every(({ start, end }) => match.index + match[0].length <= start || match.index >= end);
}

function readRange(match: RegExpExecArray): Reading<NeedLimit>[] {
  const { name = '', low = '', high = '', unit } = match.groups ?? {};
  const shown = limitOf(name, unit);
  const place = spanOf(match);
  return [
    { ...place, value: { ...shown, op: '>=', value: readNumber(low) } },
    { ...place, value: { ...shown, op: '<=', value: readNumber(high) } },
  ];
}

/** `克重25±2 g/m²` is a range around a figure. */
function readNominal(match: RegExpExecArray): Reading<NeedLimit>[] {
  const { name = '', middle = '', off = '', unit } = match.groups ?? {};
  const shown = limitOf(name, unit);
  const place = spanOf(match);
  const around = (sign: 1 | -1) => Number((readNumber(middle) + sign * readNumber(off)).toFixed(8));
  return [
    { ...place, value: { ...shown, op: '>=', value: around(-1) } },
    { ...place, value: { ...shown, op: '<=', value: around(1) } },
  ];
}

function readNamed(match: RegExpExecArray): Reading<NeedLimit>[] {
  const { name = '', op, number = '', unit, behind } = match.groups ?? {};
  const operator = operatorWords[behind ?? ''] ?? operatorWords[op ?? ''];
  const property = findProperty(name);
  const isDate = operator === undefined && unit === undefined && isYear(number);
  if (isDate || (property === undefined && notProperties.test(name))) return [];
  const value: NeedLimit = {
    ...limitOf(name, unit),
    op: operator ?? property?.bare ?? '=',
    value: readNumber(number),
  };
  return [{ value, ...spanOf(match, operator === undefined) }];
}

function readTolerance(match: RegExpExecArray): Reading<NeedLimit>[] {
  const { number = '', unit } = match.groups ?? {};
  const value: NeedLimit = { name: '公差', op: '±', value: readNumber(number), unit: shownLimitUnit(unit ?? 'mm') };
  return [{ value, ...spanOf(match, unit === undefined) }];
}

function readDiameter(match: RegExpExecArray): Reading<NeedLimit>[] {
  const { number = '', unit } = match.groups ?? {};
  const value: NeedLimit = { name: '直径', op: '=', value: readNumber(number), unit: shownLimitUnit(unit ?? 'mm') };
  return [{ value, ...spanOf(match) }];
}

/** Grams per square metre measure one thing only, so the word may be missing: `SS 30g/m²`. */
function readWeight(match: RegExpExecArray): Reading<NeedLimit>[] {
  const value: NeedLimit = { name: '克重', op: '=', value: readNumber(match.groups?.number ?? ''), unit: 'g/m²' };
  return [{ value, ...spanOf(match) }];
}

/** `3K` alone may be a tow of carbon fibre or three thousand: a guess. */
function readTow(match: RegExpExecArray): Reading<NeedLimit>[] {
  const value: NeedLimit = { name: '丝束', op: '=', value: readNumber(match.groups?.number ?? ''), unit: 'K' };
  return [{ value, ...spanOf(match, true) }];
}

/** The shown name, and the unit: as written, or the usual one where it was left out (`20-25g` of a weight per area). */
function limitOf(name: string, unit: string | undefined): Pick<NeedLimit, 'name' | 'unit'> {
  const row = findProperty(name);
  const written = unit === undefined ? undefined : shownLimitUnit(unit);
  const short = row?.unit === 'g/m²' && (written === 'g' || written === '克');
  const shown = row === undefined ? name.toUpperCase() : propertyName(name);
  return { name: shown, unit: written === undefined || short ? (row?.unit ?? '') : written };
}

function isYear(number: string): boolean {
  return /^20\d\d$/.test(number);
}

const operatorWords: Readonly<Record<string, LimitOperator>> = {
  '≥': '>=',
  '>=': '>=',
  '=>': '>=',
  不低于: '>=',
  不小于: '>=',
  不少于: '>=',
  大于等于: '>=',
  大于或等于: '>=',
  至少: '>=',
  达到: '>=',
  最低: '>=',
  以上: '>=',
  起: '>=',
  及以上: '>=',
  或以上: '>=',
  '≤': '<=',
  '<=': '<=',
  '=<': '<=',
  不超过: '<=',
  不大于: '<=',
  不高于: '<=',
  不多于: '<=',
  小于等于: '<=',
  小于或等于: '<=',
  至多: '<=',
  最高: '<=',
  最多: '<=',
  以内: '<=',
  以下: '<=',
  及以下: '<=',
  之内: '<=',
  '>': '>',
  大于: '>',
  高于: '>',
  超过: '>',
  '<': '<',
  小于: '<',
  低于: '<',
  少于: '<',
  '=': '=',
  等于: '=',
  '±': '±',
  控制在: '<=',
};
const inFront =
  '≥|>=|=>|≤|<=|=<|不低于|不小于|不少于|大于等于|大于或等于|至少|达到|最低|不超过|不大于|不高于|不多于|小于等于|小于或等于|至多|最高|最多|控制在|大于|高于|超过|小于|低于|少于|等于|>|<|=|±';
const behind = '及以上|或以上|以上|及以下|以下|以内|之内|起';
const unitGroup = `(?<unit>(?:${limitUnitPattern})(?![a-z0-9]))?`;
/** below zero only as a temperature: elsewhere a stroke joins words */
const number = `(?<number>(?:-(?=\\d{1,3}(?:\\.\\d)?\\s?°c))?\\d{1,12}(?:,\\d{3}){0,3}(?:\\.\\d{1,8})?|[零一二两三四五六七八九十百千]{1,6})`;
const names = [...writtenPropertyNames()]
  .filter((name) => name !== 'φ')
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const link = '\\s{0,2}[:为是在要求需的]{0,3}\\s{0,2}';

const range = new RegExp(
  `(?<![a-z])(?<name>${names})${link}(?<low>\\d{1,9}(?:\\.\\d{1,6})?)\\s?(?:%|g|mm|克)?\\s?(?:-|~|至|到)\\s?(?<high>\\d{1,9}(?:\\.\\d{1,6})?)\\s?${unitGroup}`,
  'g',
);
const nominal = new RegExp(
  `(?<![a-z])(?<name>${names})${link}(?<middle>\\d{1,9}(?:\\.\\d{1,6})?)\\s?(?:%|g|mm|克)?\\s?±\\s?(?<off>\\d{1,9}(?:\\.\\d{1,6})?)\\s?${unitGroup}`,
  'g',
);
const named = new RegExp(
  `(?<![a-z])(?<name>${names})${link}(?<op>${inFront})?\\s{0,2}${number}(?!\\d)\\s{0,2}${unitGroup}(?<behind>${behind})?`,
  'g',
);
const unnamed = new RegExp(
  `(?<name>[\\u4e00-\\u9fff]{2,8}?|(?<![a-z])[a-z]{1,6})\\s{0,2}(?<op>${inFront})\\s{0,2}${number}(?!\\d)\\s{0,2}${unitGroup}`,
  'g',
);
const tolerance = new RegExp(`(?:公差|精度)?\\s?±\\s{0,2}(?<number>\\d{1,6}(?:\\.\\d{1,6})?)\\s{0,2}${unitGroup}`, 'g');
const diameter = /φ\s{0,2}(?<number>\d{1,7}(?:\.\d{1,4})?)\s{0,2}(?<unit>(?:mm|cm|m|毫米|厘米|米)(?![a-z0-9]))?/g;
const weight = /(?<![\d.-])(?<number>\d{1,4}(?:\.\d)?)\s?(?:g\/m2|g\/㎡|gsm|克\/平方米|克\/平米)/g;
const tow = /(?<![a-z0-9.])(?<number>1|3|6|12|24|25|48|50)k(?![a-z0-9金]|\s?(?:件|只|个|米|吨|套|片|台|pcs))/g;
/** The surest first; what one of them has read is left alone by those that follow. */
const readers: readonly (readonly [RegExp, (match: RegExpExecArray) => Reading<NeedLimit>[]])[] = [
  [range, readRange],
  [nominal, readNominal],
  [named, readNamed],
  [unnamed, readNamed],
  [tolerance, readTolerance],
  [diameter, readDiameter],
  [weight, readWeight],
  [tow, readTow],
];
/** what is counted or paid is no property of the goods */
const notProperties =
  /数量|产量|产能|用量|价|交期|交货|货期|工期|预算|账期|起订|成本|金额|时间|期限|采购|需要|每天|每月|我们|要求$/;
