import type { Language } from '../language.ts';
import { moneyText } from '../matching/money-text.ts';
import { publishedSum } from './published-sum.ts';

/** What both sides signed as delivered between two firms in a quarter, less what both took back: below 0, goods of an earlier one. */
export interface DeliveredPair {
  readonly buyerId: string;
  readonly sellerId: string;
  /** 分 */
  readonly fen: number;
}

/** The deals of a quarter in words. A sum of too few buyers or too few sellers is not told; what came back is no negative deal. */
export function dealsText(pairs: readonly DeliveredPair[], language: Language): string {
  const came = sumText(
    pairs.filter(({ fen }) => fen > 0),
    language,
  );
  const back = pairs.filter(({ fen }) => fen < 0).map((pair) => ({ ...pair, fen: -pair.fen }));
  if (back.length === 0) return came;
  return language === 'zh'
    ? `${came}；另有往季货物退回 ${sumText(back, language)}`
    : `${came}; goods of earlier quarters taken back: ${sumText(back, language)}`;
}

function sumText(pairs: readonly DeliveredPair[], language: Language): string {
  if (pairs.length === 0) return language === 'zh' ? '没有' : 'none';
  const fen = publishedSum(pairs.map(({ buyerId, sellerId, fen: amount }) => ({ firms: [buyerId, sellerId], amount })));
  if (fen === null)
    return language === 'zh' ? '买方或卖方不足 5 家，金额不公开' : 'fewer than five buyers or sellers, amount not told';
  return `${language === 'zh' ? '约 ' : 'about '}${moneyText(fen, language)}`;
}
