import { caseLights } from '@zhitong/domain/needs/case-light';
import { fundingAskStates, fundingLapses, receiptStates } from '@zhitong/domain/needs/funding';
import { fundingDeclineCodes, fundingGuarantees, fundingLostCodes } from '@zhitong/domain/needs/funding-codes';
import { z } from 'zod';
import { fen, id, instant, isoDate, organisationLink } from '../values.ts';
import { requestFile } from './request-file-contract.ts';

const whole = z.number().int();

/** What a bank offers, as it is written and as it is read. */
export const loanTerms = z.object({
  amountFen: fen,
  /** a year, in basis points: 365 is 3.65 % */
  rateBp: whole,
  termMonths: whole,
  guarantee: z.enum(fundingGuarantees),
  /** once, for the whole term */
  feesFen: fen,
  /** the last day on which the firm may take it */
  validUntil: isoDate,
});

export const fundingOffer = loanTerms.extend({
  id,
  note: z.string().nullable(),
  at: instant,
  /** interest of a year and the fees spread over the term */
  yearlyCostFen: fen,
});
export type FundingOffer = z.infer<typeof fundingOffer>;

/** What the firm wishes of the loan, as it was understood and corrected before sending; null or empty: it says nothing of it. */
export const loanWish = z.object({
  amountFen: fen.nullable(),
  termMonths: whole.nullable(),
  rateBp: whole.nullable(),
  guarantees: z.array(z.enum(fundingGuarantees)).max(fundingGuarantees.length),
});

export const fundingDecline = z.object({
  code: z.enum(fundingDeclineCodes),
  reason: z.string(),
  /** what would change it */
  change: z.string(),
});

const sum = z.object({ deals: whole, fen: whole });

/** What the platform knows of a firm’s deals; the two are never added to each other. */
export const dealFacts = z.object({
  /** deliveries both sides confirmed, less reversals; as the seller, and as the buyer */
  sold: sum,
  bought: sum,
  /** deliveries only the firm itself has entered */
  declared: sum,
});
export type DealFacts = z.infer<typeof dealFacts>;

export const receipt = z.object({
  id,
  state: z.enum(receiptStates),
  givenAt: instant,
  expiresAt: instant,
  usedAt: instant.nullable(),
  /** what the bank said it read it for */
  purpose: z.string().nullable(),
  takenBackAt: instant.nullable(),
});
export type FundingReceipt = z.infer<typeof receipt>;

/** A funding need as one bank sees it: nothing of any other bank, and no number of them. */
export const bankAsk = z.object({
  id,
  asker: organisationLink,
  title: z.string(),
  text: z.string(),
  state: z.enum(fundingAskStates),
  askedAt: instant,
  due: instant,
  light: z.enum(caseLights),
  /** working minutes until the bank’s own due time; below zero: late */
  remainingMinutes: whole,
  /** of a working day, to say the minutes in days */
  dayMinutes: whole,
  wish: loanWish,
  /** that the firm sent with the need */
  files: z.array(requestFile),
  deals: dealFacts,
  offer: fundingOffer.nullable(),
  decline: fundingDecline.nullable(),
  lost: z.object({ code: z.enum(fundingLostCodes), reason: z.string() }).nullable(),
  receipt: receipt.nullable(),
  allowed: z.array(z.enum(['offer', 'decline'])),
  demo: z.boolean(),
});
export type BankAsk = z.infer<typeof bankAsk>;

/** One bank that was asked, as the firm sees it. */
export const askedBank = z.object({
  bank: organisationLink,
  state: z.enum(fundingAskStates),
  askedAt: instant,
  due: instant,
  answeredAt: instant.nullable(),
  offer: fundingOffer.nullable(),
  decline: fundingDecline.nullable(),
  /** the bank’s time ran out without an answer, or its offer ran out; null: neither */
  lapse: z.enum(fundingLapses).nullable(),
  receipts: z.array(receipt),
  /** the offer may be taken now */
  mayAccept: z.boolean(),
});
export type AskedBank = z.infer<typeof askedBank>;

/** A payment both sides confirmed, beside the delivery it was for. Whom the firm trades with is not told. */
export const recordedPayment = z.object({
  /** as the buyer it paid, as the seller it was paid */
  side: z.enum(['buyer', 'seller']),
  delivered: isoDate,
  deliveredFen: fen,
  paidOn: isoDate,
  paidFen: fen,
  /** from the delivery to the payment; below zero: paid ahead */
  days: whole,
});
export type RecordedPayment = z.infer<typeof recordedPayment>;
