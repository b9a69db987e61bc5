import type { Period, Quantity } from './quantity.ts';
import { remembered } from './remembered.ts';

/**
 * The amount of `quantity` in another unit and over another period, or null when nobody can say: kilograms are no metres,
 * sets are no pieces, and a one-off lot is no rate.
 */
export function convertQuantity(quantity: Quantity, unit: string, per: Period): number | null {
  const factor = unitFactor(quantity.unit, unit);
  if (factor === null) return null;
  if (quantity.per === per) return quantity.amount * factor;
  const from = daysIn[quantity.per];
  const to = daysIn[per];
  return from === null || to === null ? null : (quantity.amount * factor * to) / from;
}

/** How many `to` make one `from`; null when they measure different things. Equal words always convert. */
export function unitFactor(from: string, to: string): number | null {
  const source = measureOf(from);
  const target = measureOf(to);
  return source.kind === target.kind ? source.size / target.size : null;
}

interface Measure {
  /** what is measured; for a word nobody knows, the word itself */
  readonly kind: string;
  readonly size: number;
}

const measureOf = remembered((unit): Measure => {
  const word = unit.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '');
  for (const [prefix, times] of multiples) {
    const known = word.startsWith(prefix) ? unitSizes.get(word.slice(prefix.length)) : undefined;
    if (known !== undefined) return { kind: known.kind, size: known.size * times };
  }
  return unitSizes.get(word) ?? { kind: `word ${word}`, size: 1 };
});

/** calendar days; a year of 365, so that conversions agree whichever way round they go */
const daysIn = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365 / 12,
  quarter: 365 / 4,
  year: 365,
  once: null,
} as const satisfies Record<Period, number | null>;

/** 万只, 百万件: a count word in front of a unit */
const multiples: readonly (readonly [string, number])[] = [
  ['百万', 1_000_000],
  ['亿', 100_000_000],
  ['万', 10_000],
];

/** Words of trade by what they measure, with their size in the first unit of the row. */
const measures = {
  mass: {
    g: 1,
    克: 1,
    kg: 1000,
    公斤: 1000,
    千克: 1000,
    斤: 500,
    t: 1_000_000,
    吨: 1_000_000,
    ton: 1_000_000,
    tons: 1_000_000,
    mg: 0.001,
    毫克: 0.001,
    千吨: 1_000_000_000,
  },
  length: {
    m: 1,
    米: 1,
    mm: 0.001,
    毫米: 0.001,
    cm: 0.01,
    厘米: 0.01,
    μm: 0.000001,
    um: 0.000001,
    微米: 0.000001,
    nm: 0.000000001,
    纳米: 0.000000001,
    km: 1000,
    公里: 1000,
    千米: 1000,
    丝: 0.00001,
    道: 0.00001,
  },
  area: { m2: 1, 平方米: 1, 平米: 1, 平方: 1, cm2: 0.0001, 平方厘米: 0.0001, 亩: 10_000 / 15 },
  volume: { l: 1, 升: 1, ml: 0.001, 毫升: 0.001, m3: 1000, 立方米: 1000, 立方: 1000, 方: 1000 },
  piece: {
    个: 1,
    只: 1,
    件: 1,
    片: 1,
    支: 1,
    枚: 1,
    根: 1,
    条: 1,
    粒: 1,
    块: 1,
    pcs: 1,
    pc: 1,
    piece: 1,
    pieces: 1,
    千只: 1000,
    千件: 1000,
    千个: 1000,
  },
  share: { '%': 1, '％': 1, percent: 1, '‰': 0.1, 百分点: 1, '': 1 },
  surface: { 'g/m2': 1, gsm: 1, '克/平方米': 1, '克/平米': 1, 'g/㎡': 1, 'kg/m2': 1000 },
  pressure: {
    pa: 1,
    帕: 1,
    kpa: 1000,
    千帕: 1000,
    mpa: 1_000_000,
    兆帕: 1_000_000,
    gpa: 1_000_000_000,
    mmh2o: 9.80665,
  },
  power: { w: 1, 瓦: 1, kw: 1000, 千瓦: 1000, mw: 1_000_000, 兆瓦: 1_000_000 },
  voltage: { v: 1, 伏: 1, kv: 1000, 千伏: 1000 },
  tex: { tex: 1, 特: 1, dtex: 0.1, 旦: 1 / 9, d: 1 / 9 },
} as const satisfies Record<string, Record<string, number>>;

const unitSizes: ReadonlyMap<string, Measure> = new Map(
  Object.entries(measures).flatMap(([kind, words]) =>
    Object.entries(words).map(([word, size]): [string, Measure] => [word, { kind, size }]),
  ),
);
