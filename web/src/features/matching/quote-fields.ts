import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import { fenOf } from '#platform/format-money';

/** What the supplier types; money in 元 or 万元, whichever is written. */
export interface QuoteFields {
  readonly price: number | null;
  readonly money: '元' | '万元';
  readonly quantity: number | null;
  readonly unit: string;
  readonly leadDays: number | null;
  readonly note: string;
}

interface Quote {
  readonly priceFen: number;
  readonly unit: string;
  readonly quantity: number;
  readonly leadDays: number;
  readonly note?: string;
}

type Problem = 'badPrice' | 'badQuantity' | 'badDays';

export interface ReadQuote {
  readonly body: Quote | undefined;
  readonly wrong: { readonly price?: Problem; readonly quantity?: Problem; readonly leadDays?: Problem };
}

const fenInWan = 1_000_000;

/**
 * Filled before the first key: the own answer, else the last quote for the product and what the need asks for. Days are a
 * promise: nobody but the supplier gives it, so it starts empty.
 */
export function startQuote({ response, lastQuote, need, offer }: Opportunity): QuoteFields {
  const unit = response?.unit ?? lastQuote?.unit ?? need.quantity?.unit ?? offer.capacity?.unit ?? '';
  const fen = response?.priceFen ?? lastQuote?.priceFen;
  const money = fen !== undefined && fen >= fenInWan ? '万元' : '元';
  return {
    price: fen === undefined ? null : fen / (money === '万元' ? fenInWan : 100),
    money,
    quantity: response?.quantity ?? need.quantity?.amount ?? null,
    unit,
    leadDays: response?.leadDays ?? null,
    note: response?.note ?? '',
  };
}

/** What was typed, as the contract wants it, or what is wrong with it. */
export function quoteOf({ price, money, quantity, unit, leadDays, note }: QuoteFields): ReadQuote {
  const priceFen = price === null ? 0 : fenOf(price, money);
  const wrong: ReadQuote['wrong'] = {
    ...(!(priceFen > 0 && Number.isSafeInteger(priceFen)) && { price: 'badPrice' }),
    ...((quantity === null || quantity <= 0 || unit.trim() === '') && { quantity: 'badQuantity' }),
    ...(leadDays === null && { leadDays: 'badDays' }),
  };
  if (quantity === null || leadDays === null || Object.keys(wrong).length > 0) return { body: undefined, wrong };
  const words = note.trim();
  return { body: { priceFen, unit: unit.trim(), quantity, leadDays, ...(words && { note: words }) }, wrong };
}
