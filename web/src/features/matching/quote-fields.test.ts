import { describe, expect, it } from 'vitest';
import { opportunity } from '../../testing/examples.ts';
import { quoteOf, startQuote } from './quote-fields.ts';

describe('the quote sheet', () => {
  it.each(['2026-11-20', '2099-11-29', null])('leaves the days of delivery to the supplier, due %s', (deadline) => {
    const quote = startQuote({ ...opportunity, need: { ...opportunity.need, deadline } });
    expect(quote.leadDays).toBe(null);
    expect(quoteOf({ ...quote, price: 2 }).wrong).toEqual({ leadDays: 'badDays' });
  });

  it('sends a delivery on the same day when that is what the supplier writes', () => {
    expect(quoteOf({ ...startQuote(opportunity), price: 2, leadDays: 0 }).body?.leadDays).toBe(0);
  });

  it('is filled from the last quote and from what the need asks for', () => {
    const lastQuote = { priceFen: 2_100_000, unit: '吨', at: opportunity.createdAt };
    expect(startQuote({ ...opportunity, lastQuote })).toMatchObject({
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
    expect(startQuote({ ...opportunity, response })).toMatchObject({
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
