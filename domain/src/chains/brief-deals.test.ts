import { describe, expect, it } from 'vitest';
import { type DeliveredPair, dealsText } from './brief-deals.ts';

const pair = (at: number, yuan: number, more: Partial<DeliveredPair> = {}): DeliveredPair => ({
  ...{ buyerId: `b${at}`, sellerId: `s${at}`, fen: yuan * 100, ...more },
});
const five = [0, 1, 2, 3, 4].map((at) => pair(at, 1_000_000));
const zh = (pairs: readonly DeliveredPair[]) => dealsText(pairs, 'zh');

describe('the deals of a quarter', () => {
  it('are one sum from five buyers and five sellers on, in steps as great as the greatest of them', () => {
    expect(zh(five)).toBe('约 500 万元');
    expect(zh([...five, pair(5, 9_000_000)])).toBe('约 1,000 万元');
    expect(dealsText(five, 'en')).toBe('about ¥5 M');
    expect(zh([])).toBe('没有');
  });

  it('are not told of fewer buyers or fewer sellers', () => {
    const few = '买方或卖方不足 5 家，金额不公开';
    expect(zh(five.slice(1))).toBe(few);
    expect(zh(five.map((one) => ({ ...one, sellerId: 's' })))).toBe(few);
    expect(zh(five.map((one) => ({ ...one, buyerId: 'b' })))).toBe(few);
  });

  it('count no firms whose goods were all taken back', () => {
    expect(zh([...five.slice(1), pair(0, 0)])).toBe('买方或卖方不足 5 家，金额不公开');
    expect(zh([pair(0, 0)])).toBe('没有');
  });

  it('are never less for goods of an earlier quarter that were taken back in this one: those are told apart', () => {
    const back = [5, 6, 7, 8, 9].map((at) => pair(at, -2_000_000));
    expect(zh([...five, ...back])).toBe('约 500 万元；另有往季货物退回 约 1,000 万元');
    expect(zh(back.slice(1))).toBe('没有；另有往季货物退回 买方或卖方不足 5 家，金额不公开');
    expect(dealsText([...five, ...back], 'en')).toBe('about ¥5 M; goods of earlier quarters taken back: about ¥10 M');
  });
});
