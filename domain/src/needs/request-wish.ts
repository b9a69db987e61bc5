import type { DutyList } from '../directory/duty.ts';
import { readLoanRequest } from './loan-wish.ts';
import { isSupplyNeed } from './request-supply.ts';
import { readResearchWish } from './research-wish.ts';

/** What a request is for, whatever it names: goods, somebody to work it out, a loan. */
export interface RequestWish {
  readonly list: DutyList;
  /** the word of the thesaurus for it; a request seldom says it, it names the goods, the figures, the sum */
  readonly official: string;
  /** the text without what is wished for, where that would name another matter */
  readonly about: string;
}

/** `text` is normalised. Undefined: nothing of the kind, the words decide alone. */
export function wishOf(text: string): RequestWish | undefined {
  if (isSupplyNeed(text)) return { ...wishes.supply, about: text };
  const loan = readLoanRequest(text);
  if (loan) return { ...wishes.loan, ...loan };
  const research = readResearchWish(text);
  return research && { ...wishes.research, ...research };
}

const wishes = {
  supply: { list: 'sourcing', official: '配套' },
  loan: { list: 'funding', official: '银企对接' },
  research: { list: 'technology', official: '揭榜挂帅' },
} as const satisfies Record<string, Omit<RequestWish, 'about'>>;
