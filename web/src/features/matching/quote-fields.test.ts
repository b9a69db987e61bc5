import { describe, expect, it } from 'vitest';
import { opportunity } from '../../testing/examples.ts';
import { quoteOf, startQuote } from './quote-fields.ts';

const today = '2026-11-23';

describe('the quote sheet', () => {
  it('proposes to deliver on the day the need asks for, at the latest today', () => {
    const daysFor = (deadline: string | null) =>
      startQuote({ ...opportunity, need: { ...opportunity.need, deadline } }, today).leadDays;
    expect(daysFor('2026-11-29')).toBe(6);
    expect(daysFor('2026-11-20')).toBe(0);
    expect(daysFor(null)).toBe(null);
  });

  it('is filled from the last quote and from what the need asks for', () => {
    const lastQuote = { priceFen: 2_100_000, unit: '吨', at: opportunity.createdAt };
    expect(startQuote({ ...opportunity, lastQuote }, today)).toMatchObject({
      price: 2.1,
      money: '万元',
      quantity: 5,
      unit: '吨',
    });
  });

  it('starts from the own answer when it is changed', () => {
    const response = {
      id: opportunity.match.id,
      priceFen: 1_999,
      unit: '米',
      quantity: 8,
      leadDays: 3,
      at: opportunity.createdAt,
    };
    expect(startQuote({ ...opportunity, response }, today)).toMatchObject({
      price: 19.99,
      money: '元',
      quantity: 8,
      unit: '米',
      leadDays: 3,
    });
  });

  it('sends money in fen', () => {
    const fields = { price: 2.1, money: '万元', quantity: 5, unit: ' 吨 ', leadDays: 4, note: ' ' } as const;
    expect(quoteOf(fields)).toEqual({ body: { priceFen: 2_100_000, unit: '吨', quantity: 5, leadDays: 4 }, wrong: {} });
  });

  it.each([
    [{ price: 0 }, { price: 'badPrice' }],
    [{ price: null }, { price: 'badPrice' }],
    [{ price: 1e308 }, { price: 'badPrice' }],
    [{ quantity: -5 }, { quantity: 'badQuantity' }],
    [{ unit: ' ' }, { quantity: 'badQuantity' }],
    [{ leadDays: null }, { leadDays: 'badDays' }],
  ])('names what is wrong with %o', (change, wrong) => {
    const fields = { price: 2.1, money: '万元', quantity: 5, unit: '吨', leadDays: 4, note: '', ...change } as const;
    expect(quoteOf(fields)).toEqual({ body: undefined, wrong });
  });
});
