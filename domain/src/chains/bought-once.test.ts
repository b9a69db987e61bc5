import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boughtOnce, type SaidBuying } from './bought-once.ts';

const one = (more: Partial<SaidBuying>): SaidBuying => ({
  ...{ source: 'purchase', organisationId: '甲', productId: '熔喷布', fen: 100, origin: '370600', confirmed: false },
  ...more,
});
const deal = (more: Partial<SaidBuying> = {}) => one({ source: 'deal', confirmed: true, ...more });
const sumOf = (rows: readonly SaidBuying[]) => rows.reduce((sum, { fen }) => sum + fen, 0);

describe('what a firm buys, counted once', () => {
  it('counts a local deal beside what the firm said it buys elsewhere', () => {
    const rows = [one({ fen: 1_000 }), deal({ origin: '371000', fen: 1_000 })];
    expect(boughtOnce(rows)).toEqual(rows);
  });

  it('takes what was signed out of what was said of the same place, and leaves the rest declared', () => {
    const signed = deal({ fen: 300 });
    expect(boughtOnce([one({ fen: 1_000 }), signed])).toEqual([one({ fen: 700 }), signed]);
    expect(boughtOnce([one({ fen: 1 }), signed])).toEqual([signed]);
  });

  it('leaves a verified sum as it is, for its invoices hold the deals of that place', () => {
    const verified = one({ fen: 1_000, confirmed: true });
    expect(boughtOnce([verified, deal({ fen: 300 })])).toEqual([verified]);
  });

  it('takes a deal of a place that was not named for a part of what the firm could not place', () => {
    const signed = deal({ origin: '371000', fen: 300 });
    expect(boughtOnce([one({ fen: 1_000, origin: null }), signed])).toEqual([one({ fen: 700, origin: null }), signed]);
  });

  it('comes, for each firm, product and place, to the greater of what was said and what was signed, or to what was verified', () => {
    const row = fc.record({
      source: fc.constantFrom<SaidBuying['source']>('purchase', 'deal'),
      organisationId: fc.constantFrom('甲', '乙'),
      productId: fc.constantFrom('熔喷布', '口罩'),
      fen: fc.integer({ min: 1, max: 9 }),
      origin: fc.constantFrom('370600', '371000', null),
      confirmed: fc.boolean(),
    });
    const asKept = (rows: readonly SaidBuying[]) => [
      // one purchase of a place, as the register keeps them; a deal is signed and its place known
      ...new Map(
        rows
          .filter(({ source }) => source === 'purchase')
          .map((said) => [`${said.organisationId} ${said.productId} ${said.origin}`, said]),
      ).values(),
      ...rows
        .filter(({ source }) => source === 'deal')
        .map((signed) => ({ ...signed, confirmed: true, origin: signed.origin ?? '330100' })),
    ];
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (drawn) => {
        const rows = asKept(drawn);
        const of = (list: readonly SaidBuying[], organisationId: string, productId: string) =>
          list.filter((each) => each.organisationId === organisationId && each.productId === productId);
        for (const organisationId of ['甲', '乙'])
          for (const productId of ['熔喷布', '口罩']) {
            const all = of(rows, organisationId, productId);
            const said = all.filter(({ source }) => source === 'purchase');
            const places = new Set(said.map(({ origin }) => origin));
            const hasNone = places.has(null);
            const signedOf = (place: string | null) =>
              sumOf(
                all.filter(({ source, origin }) => source === 'deal' && (places.has(origin) ? origin : null) === place),
              );
            const expected =
              [...places].reduce(
                (sum, place) =>
                  sum +
                  (said.some(({ origin, confirmed }) => origin === place && confirmed)
                    ? sumOf(said.filter(({ origin }) => origin === place))
                    : Math.max(sumOf(said.filter(({ origin }) => origin === place)), signedOf(place))),
                0,
              ) + (hasNone ? 0 : signedOf(null));
            expect(sumOf(of(boughtOnce(rows), organisationId, productId))).toBe(expected);
          }
      }),
    );
  });
});
