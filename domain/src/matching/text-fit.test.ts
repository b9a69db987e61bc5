import { describe, expect, it } from 'vitest';
import { demand, maskCatalogue, offer, supplier } from './match-fixtures.ts';
import { MatchIndex } from './match-index.ts';

/** Firms with their product lists, asked in words that no product graph knows. */
function ranked(lists: Readonly<Record<string, readonly string[]>>, text: string): string[] {
  const index = new MatchIndex({ ...maskCatalogue, products: [], relations: [] });
  for (const [firm, phrases] of Object.entries(lists)) {
    index.putSupplier(supplier(firm));
    for (const [at, phrase] of phrases.entries()) {
      index.putOffer(offer(`${firm}-${at}`, { organisationId: firm, productId: null, productText: phrase }));
    }
  }
  return index
    .match(demand({ text, productIds: [] }), { cityFirst: false })
    .matches.map((match) => match.organisationId);
}

describe('firms found by their words', () => {
  it('are none where no pair of characters is shared', () => {
    expect(ranked({ a: ['渔具'] }, '石墨烯')).toEqual([]);
  });

  it('stand first with the very phrase, and a broken copy of it comes after', () => {
    expect(ranked({ near: ['智能控制器'], same: ['智能控制部件'] }, '主要智能控制部件')[0]).toBe('same');
  });

  it('stand higher with every part of a joined wish', () => {
    expect(ranked({ both: ['中间体', '材料单体'], one: ['中间体', '农药'] }, '中间体及材料单体')[0]).toBe('both');
  });

  it('stand higher when they make little else', () => {
    const many = ['石墨烯', ...Array.from({ length: 12 }, (_, at) => `第${at}种管材`)];
    expect(ranked({ many, only: ['石墨烯'] }, '石墨烯')).toEqual(['only', 'many']);
  });

  it('are found in traditional characters and full width too', () => {
    expect(ranked({ a: ['ＬＥＤ燈具'] }, 'led灯具')).toEqual(['a']);
  });
});
