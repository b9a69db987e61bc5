import { fundingChoiceCodes, fundingDeclineCodes, fundingLostCodes } from '@zhitong/domain/needs/funding-codes';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, organisationLink } from '../values.ts';
import { askedBank, bankAsk, loanTerms, receipt, recordedPayment } from './funding-values.ts';

const tag = 'funding';
const whole = z.number().int();

export const listBanks = endpoint({
  method: 'GET',
  path: '/api/banks',
  tag,
  summary: 'Banks of the city a firm may ask, and how many for one need',
  status: 200,
  reply: z.object({ banks: z.array(organisationLink), atMost: whole }),
});

export const compareOffers = endpoint({
  method: 'GET',
  path: '/api/needs/:id/funding',
  tag,
  summary: 'The banks the firm asked, what each offered or why not, what costs least a year first',
  status: 200,
  params: idParams,
  reply: z.object({
    asks: z.array(askedBank),
    atMost: whole,
    /** how many banks may still be asked; whoever let its time or its offer run out holds no place */
    left: whole,
    mayAsk: z.boolean(),
  }),
});
export type OfferComparison = z.infer<typeof compareOffers.reply>;

export const askMoreBanks = endpoint({
  method: 'POST',
  path: '/api/needs/:id/banks',
  tag,
  summary: 'Ask more banks about a funding need, up to the number the city allows',
  status: 201,
  params: idParams,
  body: z.object({ banks: z.array(id).min(1).max(20) }),
  reply: z.object({ asked: whole }),
});

export const acceptOffer = endpoint({
  method: 'POST',
  path: '/api/needs/:id/acceptance',
  tag,
  summary: 'Take one bank’s offer; the others are told with a coded reason, and the firm confirms once it is solved',
  status: 200,
  params: idParams,
  body: z.object({ offerId: id, reason: z.enum(fundingChoiceCodes).optional() }),
  reply: z.object({ bank: organisationLink }),
});

export const giveReceipt = endpoint({
  method: 'POST',
  path: '/api/needs/:id/receipts',
  tag,
  summary: 'Let one bank read the firm’s payment record for this need, once, for some days',
  status: 201,
  params: idParams,
  body: z.object({ bank: id, days: z.number().int().min(1).max(30).default(5) }),
  reply: z.object({ receipt }),
});

export const takeBackReceipt = endpoint({
  method: 'DELETE',
  path: '/api/receipts/:id',
  tag,
  summary: 'Take a receipt back before it is used',
  status: 200,
  params: idParams,
  reply: z.object({ receipt }),
});

export const bankAskFilters = z.object({
  /** open: waits for the bank; answered: it offered or declined; over: won, lost or ended */
  state: z.enum(['open', 'answered', 'over', 'offers', 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const listAsks = endpoint({
  method: 'GET',
  path: '/api/funding',
  tag,
  summary: 'Funding needs the bank was asked about, what is due first at the top',
  status: 200,
  query: bankAskFilters,
  reply: z.object({ total: whole, asks: z.array(bankAsk), asOf: instant }),
});

export const getAsk = endpoint({
  method: 'GET',
  path: '/api/funding/:id',
  tag,
  summary: 'One funding need as the bank that was asked sees it',
  status: 200,
  params: idParams,
  reply: z.object({ ask: bankAsk }),
});

export const makeOffer = endpoint({
  method: 'POST',
  path: '/api/funding/:id/offer',
  tag,
  summary: 'Offer a loan, or change the offer',
  status: 200,
  params: idParams,
  body: loanTerms.extend({ note: z.string().max(1_000).optional() }),
  reply: z.object({ ask: bankAsk }),
});

export const declineAsk = endpoint({
  method: 'POST',
  path: '/api/funding/:id/decline',
  tag,
  summary: 'Decline, with a coded reason and what would change it; both are needed',
  status: 200,
  params: idParams,
  body: z.object({ reason: z.enum(fundingDeclineCodes), change: z.string().max(1_000) }),
  reply: z.object({ ask: bankAsk }),
});

export const readPaymentRecord = endpoint({
  method: 'POST',
  path: '/api/funding/:id/payment-record',
  tag,
  summary: 'Read the firm’s payment record with the receipt it gave; the receipt is used up',
  status: 200,
  params: idParams,
  body: z.object({ purpose: z.string().trim().min(2).max(200) }),
  reply: z.object({ payments: z.array(recordedPayment), paidFen: fen, receivedFen: fen, usedAt: instant }),
});
export type PaymentRecord = z.infer<typeof readPaymentRecord.reply>;

export const listReceipts = endpoint({
  method: 'GET',
  path: '/api/funding/receipts',
  tag,
  summary: 'Receipts firms gave the bank, newest first',
  status: 200,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    receipts: z.array(receipt.extend({ ask: z.object({ id, title: z.string() }), asker: organisationLink })),
  }),
});

const outcome = z.object({ code: z.string(), reason: z.string(), count: whole });

export const viewOutcomes = endpoint({
  method: 'GET',
  path: '/api/funding/outcomes',
  tag,
  summary: 'How the bank’s own answers ended: won, lost and declined, by reason',
  status: 200,
  reply: z.object({
    asked: whole,
    open: whole,
    offered: whole,
    won: z.object({ count: whole, fen }),
    lost: z.array(outcome.extend({ code: z.enum(fundingLostCodes) })),
    declined: z.array(outcome.extend({ code: z.enum(fundingDeclineCodes) })),
  }),
});
export type FundingOutcomes = z.infer<typeof viewOutcomes.reply>;
