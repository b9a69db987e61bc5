import { lightOf } from '@zhitong/domain/matching/home-light';
import { endOfCityDay } from '@zhitong/domain/needs/city-day';
import { describe, expect, it } from 'vitest';
import { formatCreditCode } from './format-credit-code.ts';
import {
  endOfNextWeek,
  formatBefore,
  formatDate,
  formatDay,
  formatDeadline,
  formatInstant,
  isoToday,
} from './format-date.ts';
import { fenOf, formatMoneyCell, formatMoneyExactly } from './format-money.ts';
import { formatCount, formatShare } from './format-number.ts';
import { formatNeedLimit, formatOfferLimit, formatQuantity } from './format-quantity.ts';
import { formatTimeLeft } from './time-left.ts';

const now = new Date('2026-11-23T14:05:00+08:00');

describe('money', () => {
  it('shows the exact sum to the last fen on hover', () => {
    expect(formatMoneyExactly(10_500_005, 'zh')).toBe('105,000.05 元');
    expect(formatMoneyExactly(10_500_000, 'en')).toBe('¥105,000');
  });

  it('keeps one unit and two decimals in a column', () => {
    expect(formatMoneyCell(10_500_000, 'zh')).toBe('10.50');
    expect(formatMoneyCell(10_500_000, 'en')).toBe('105.00');
  });

  it('reads 2.10 万元 as 2,100,000 fen without a rounding tail', () => {
    expect(fenOf(2.1, '万元')).toBe(2_100_000);
    expect(fenOf(19.99, '元')).toBe(1_999);
  });
});

describe('dates', () => {
  it('writes dates without leading zeros', () => {
    expect(formatDate('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(formatDate('2026-03-05', 'en')).toBe('5 Mar 2026');
  });

  it('leaves this year out and keeps another one', () => {
    expect(formatDay('2026-11-29', now, 'zh')).toBe('11月29日');
    expect(formatDay('2025-11-29', now, 'zh')).toBe('2025年11月29日');
  });

  it('tells the weekday of a deadline', () => {
    expect(formatDeadline('2026-11-26', now, 'zh')).toBe('11月26日（周四）');
    expect(formatDeadline('2026-11-26', now, 'en')).toBe('Thu 26 Nov');
    expect(formatBefore('2026-11-26', now, 'zh')).toBe('11月26日（周四）前');
    expect(formatBefore('2026-11-26', now, 'en')).toBe('by Thu 26 Nov');
  });

  it('says minutes only under one hour', () => {
    expect(formatInstant('2026-11-23T14:02:00+08:00', now, 'zh')).toBe('3 分钟前');
    expect(formatInstant('2026-11-23T14:05:30+08:00', now, 'zh')).toBe('刚刚');
    expect(formatInstant('2026-11-23T12:00:00+08:00', now, 'en')).toBe('23 Nov 12:00');
  });

  it('reads instants in the time of the city, wherever the reader is', () => {
    expect(formatDay('2026-11-23T20:00:00Z', now, 'zh')).toBe('11月24日');
    expect(isoToday(new Date('2026-11-23T20:00:00Z'))).toBe('2026-11-24');
  });
});

describe('the clock', () => {
  it.each([
    { due: '2026-11-24T17:05:00+08:00', zh: '还剩 1 天 3 小时', en: '1 day 3 h left', light: 'yellow' },
    { due: '2026-11-23T10:05:00+08:00', zh: '已超 4 小时', en: '4 h over', light: 'red' },
    { due: '2026-11-23T14:35:00+08:00', zh: '还剩 30 分钟', en: '30 min left', light: 'yellow' },
    { due: '2026-12-03T15:05:00+08:00', zh: '还剩 10 天', en: '10 days left', light: 'green' },
  ])('until $due', ({ due, zh, en, light }) => {
    expect(formatTimeLeft(new Date(due), now, 'zh')).toBe(zh);
    expect(formatTimeLeft(new Date(due), now, 'en')).toBe(en);
    expect(lightOf(new Date(due), now)).toBe(light);
  });

  it('ends a deadline with its day, not before it', () => {
    expect(lightOf(endOfCityDay('2026-11-23'), now)).toBe('yellow');
  });
});

describe('quantities and figures', () => {
  it('keeps the unit the firm wrote', () => {
    expect(formatQuantity({ amount: 5, unit: '吨', per: 'day' }, 'zh')).toBe('5 吨/天');
    expect(formatQuantity({ amount: 5, unit: '吨', per: 'day' }, 'en')).toBe('5 t/day');
    expect(formatQuantity({ amount: 1_000_000, unit: '只', per: 'once' }, 'zh')).toBe('1,000,000 只');
  });

  it('writes a demand with its sign', () => {
    expect(formatNeedLimit({ name: 'BFE', op: '>=', value: 95, unit: '%' }, 'zh')).toBe('BFE ≥ 95 %');
    expect(formatNeedLimit({ name: '公差', op: '±', value: 0.02, unit: 'mm' }, 'zh')).toBe('公差 ±0.02 mm');
    expect(formatNeedLimit({ name: '公差', op: '±', value: 0.02, unit: 'mm' }, 'en')).toBe('tolerance ±0.02 mm');
  });

  it('writes what a maker reaches as value, range or one end', () => {
    expect(formatOfferLimit({ name: 'BFE', low: 98, high: 98, unit: '%' }, 'zh')).toBe('BFE 98 %');
    expect(formatOfferLimit({ name: '克重', low: 20, high: 50, unit: 'g/m²' }, 'zh')).toBe('克重 20–50 g/m²');
    expect(formatOfferLimit({ name: '克重', high: 30, unit: 'g/m²' }, 'zh')).toBe('克重 ≤ 30 g/m²');
  });

  it('shows a share as cases while there are few', () => {
    expect(formatShare(6, 7, 'zh')).toBe('6/7');
    expect(formatShare(6, 7, 'en')).toBe('6 of 7');
    expect(formatShare(86, 100, 'zh')).toBe('86 %');
  });

  it('separates thousands and groups a credit code for the eye', () => {
    expect(formatCount(2_318, 'zh')).toBe('2,318');
    expect(formatCreditCode('91371000MA3C0K7X2Q')).toBe('91 371000 MA3C0K7X2 Q');
  });
});

describe('the end of next week', () => {
  it('is the Sunday of the week after, also when today is the Sunday', () => {
    expect(endOfNextWeek('2026-11-23')).toBe('2026-12-06');
    expect(endOfNextWeek('2026-11-28')).toBe('2026-12-06');
    expect(endOfNextWeek('2026-11-29')).toBe('2026-12-06');
  });
});
