import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideOffer, type OfferFacts } from './offer-decision.ts';

const today = '2026-11-23';
const good: OfferFacts = {
  capacity: { amount: 6, unit: '吨', per: 'day' },
  limits: [{ name: 'BFE', low: 98, high: 98, unit: '%', evidence: '检测报告', date: '2026-09-02' }],
  certificates: [{ name: '医疗器械生产许可证', validUntil: '2028-05-31' }],
};

function refusalOf(changes: Partial<OfferFacts>): string | undefined {
  try {
    decideOffer({ ...good, ...changes }, today);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('what a firm may publish about a product', () => {
  const refused: [string, Partial<OfferFacts>, string][] = [
    ['a capacity of −5', { capacity: { amount: -5, unit: '吨', per: 'day' } }, 'offers.capacity-not-positive'],
    ['a capacity of nothing', { capacity: { amount: 0, unit: '吨', per: 'day' } }, 'offers.capacity-not-positive'],
    ['a capacity of 1e308', { capacity: { amount: 1e308, unit: '吨', per: 'day' } }, 'offers.capacity-too-large'],
    [
      'bounds the wrong way round',
      { limits: [{ name: '克重', low: 30, high: 20, unit: 'g/m²' }] },
      'offers.limit-reversed',
    ],
    ['a limit without a value', { limits: [{ name: '克重', unit: 'g/m²' }] }, 'offers.limit-empty'],
    [
      'a test report of tomorrow',
      { limits: [{ name: 'BFE', low: 98, unit: '%', date: '2026-11-24' }] },
      'offers.evidence-date-implausible',
    ],
    [
      'a certificate for a thousand years',
      { certificates: [{ name: 'CE', validUntil: '3026-11-23' }] },
      'offers.certificate-date-implausible',
    ],
    [
      'a certificate of the year 1900',
      { certificates: [{ name: 'CE', validUntil: '1900-01-01' }] },
      'offers.certificate-date-implausible',
    ],
  ];

  test.each(refused)('refuses %s', (_name, changes, code) => {
    expect(refusalOf(changes)).toBe(code);
  });

  test('accepts complete facts, and accepts that nothing is known', () => {
    expect(refusalOf({})).toBeUndefined();
    expect(refusalOf({ capacity: null, limits: [], certificates: [] })).toBeUndefined();
  });

  test('accepts an expired certificate, because that is a fact a buyer should read', () => {
    expect(refusalOf({ certificates: [{ name: 'CE', validUntil: '2026-03-01' }] })).toBeUndefined();
  });
});
