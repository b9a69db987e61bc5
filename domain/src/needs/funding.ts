import { Refusal } from '../refusal.ts';
import { cityDay } from './city-day.ts';
import type { FundingChoiceCode, FundingGuarantee } from './funding-codes.ts';
import { compareCost, type LoanTerms } from './funding-cost.ts';

/** How one bank that was asked stands. The last three are ends: won or lost by the firm’s choice, ended with the case. */
export const fundingAskStates = ['open', 'offered', 'declined', 'won', 'lost', 'ended'] as const;
export type FundingAskState = (typeof fundingAskStates)[number];

/** What the bank may do next. An offer stands until it runs out; it can be made better, not taken away. */
export const allowedBankAnswers = {
  open: ['offer', 'decline'],
  offered: ['offer'],
  declined: ['offer'],
  won: [],
  lost: [],
  ended: [],
} as const satisfies Record<FundingAskState, readonly ('offer' | 'decline')[]>;
export type BankAnswer = 'offer' | 'decline';

export interface FundingTerms extends LoanTerms {
  readonly guarantee: FundingGuarantee;
  /** ISO date, the last day on which the firm may take it */
  readonly validUntil: string;
}

/** 分: a hundred billion yuan, as in the deal ledger */
export const mostFundingFen = 10_000_000_000_000;
export const mostRateBp = 3_600;
export const mostTermMonths = 360;
const mostValidDays = 365;

/** May the bank answer like this now? */
export function decideBankAnswer(state: FundingAskState, answer: BankAnswer): void {
  const allowed: readonly BankAnswer[] = allowedBankAnswers[state];
  if (allowed.includes(answer)) return;
  throw new Refusal(state === 'offered' ? 'funding.offered-already' : 'funding.over');
}

export function decideFundingTerms(terms: FundingTerms, today: string): void {
  const { amountFen, rateBp, termMonths, feesFen, validUntil } = terms;
  if (amountFen <= 0 || amountFen > mostFundingFen) throw new Refusal('funding.amount-implausible');
  if (rateBp < 0 || rateBp > mostRateBp) throw new Refusal('funding.rate-implausible', { most: mostRateBp / 100 });
  if (termMonths < 1 || termMonths > mostTermMonths)
    throw new Refusal('funding.term-implausible', { most: mostTermMonths });
  if (feesFen < 0 || feesFen >= amountFen) throw new Refusal('funding.fees-implausible');
  if (validUntil < today) throw new Refusal('funding.valid-until-passed', { date: validUntil });
  if (Date.parse(validUntil) - Date.parse(today) > mostValidDays * 86_400_000)
    throw new Refusal('funding.valid-too-long', { most: mostValidDays });
}

/** May the firm take this offer today, with what it has taken already? */
export function decideAcceptance(
  { state, validUntil, replaced }: { state: FundingAskState; validUntil: string; replaced: boolean },
  { taken, today }: { taken: boolean; today: string },
): void {
  if (taken) throw new Refusal('funding.accepted-already');
  if (replaced) throw new Refusal('funding.offer-changed');
  if (state !== 'offered') throw new Refusal('funding.over');
  if (validUntil < today) throw new Refusal('funding.offer-expired', { date: validUntil });
}

export const fundingLapses = ['unanswered', 'expired'] as const;
export type FundingLapse = (typeof fundingLapses)[number];

/** What ran out of an ask: the bank’s time without an answer, or the last day of its offer. The bank may still answer, or offer anew. */
export function fundingLapse(
  { state, dueAt, validUntil }: { state: FundingAskState; dueAt: Date; validUntil: string | null },
  now: Date,
): FundingLapse | null {
  if (state === 'open') return now > dueAt ? 'unanswered' : null;
  return state === 'offered' && validUntil !== null && validUntil < cityDay(now) ? 'expired' : null;
}

/** How many more banks a firm may ask: whoever let its time or its offer run out holds no place. */
export function banksLeft({ asked, lapsed, most }: { asked: number; lapsed: number; most: number }): number {
  return Math.max(0, most - (asked - lapsed));
}

/** Banks the firm names, beside those it has asked already, of which some have lapsed. */
export function decideBanks(
  banks: readonly string[],
  { asked, lapsed = 0, most }: { asked: readonly string[]; lapsed?: number; most: number },
): void {
  if (new Set(banks).size < banks.length || banks.some((bank) => asked.includes(bank)))
    throw new Refusal('funding.bank-twice');
  const left = banksLeft({ asked: asked.length, lapsed, most });
  if (banks.length > left) throw new Refusal('funding.too-many-banks', { most, asked: asked.length - lapsed, left });
}

/** Guarantees from the lightest to the heaviest for the firm. */
const weights: Readonly<Record<FundingGuarantee, number>> = {
  credit: 0,
  'government-fund': 1,
  receivables: 2,
  pledge: 3,
  'guarantee-company': 4,
  guarantor: 5,
  mortgage: 6,
};

/** Why an offer was passed over, in what it is itself worse than the one taken; a bank that had not answered learns no more. */
export function derivedLoss(offer: FundingTerms | null, taken: FundingTerms): FundingChoiceCode {
  if (offer === null) return 'settled';
  if (compareCost(offer, taken) > 0) return 'cost';
  if (offer.amountFen < taken.amountFen) return 'amount';
  if (offer.termMonths < taken.termMonths) return 'term';
  return weights[offer.guarantee] > weights[taken.guarantee] ? 'guarantee' : 'settled';
}

export const receiptStates = ['waiting', 'used', 'taken-back', 'expired'] as const;
export type ReceiptState = (typeof receiptStates)[number];

export interface ReceiptFacts {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly takenBackAt: Date | null;
}

/** A receipt is good once, until its day is over, unless it was taken back. */
export function receiptState({ expiresAt, usedAt, takenBackAt }: ReceiptFacts, now: Date): ReceiptState {
  if (usedAt !== null) return 'used';
  if (takenBackAt !== null) return 'taken-back';
  return now >= expiresAt ? 'expired' : 'waiting';
}

const receiptFaults = {
  used: 'funding.receipt-used',
  'taken-back': 'funding.receipt-taken-back',
  expired: 'funding.receipt-expired',
} as const satisfies Record<Exclude<ReceiptState, 'waiting'>, string>;

/** Reading with it, or taking it back: only while it waits. */
export function decideReceipt(receipt: ReceiptFacts, now: Date): void {
  const state = receiptState(receipt, now);
  if (state !== 'waiting') throw new Refusal(receiptFaults[state]);
}
