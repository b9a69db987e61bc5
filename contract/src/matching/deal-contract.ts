import { dealSides, dealStepKinds } from '@zhitong/domain/matching/deal';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, isoDate, organisationLink } from '../values.ts';

export const dealStep = z.object({
  id,
  kind: z.enum(dealStepKinds),
  amountFen: fen,
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  date: isoDate,
  note: z.string().nullable(),
  createdAt: instant,
  confirmedBy: z.array(z.object({ side: z.enum(dealSides), at: instant })),
});
export type DealStep = z.infer<typeof dealStep>;

export const deal = z.object({
  id,
  need: z.object({ id }),
  product: z.string(),
  buyer: organisationLink,
  seller: organisationLink,
  /** which side the viewer is on; `none` for the bureau */
  side: z.enum(['buyer', 'seller', 'none']),
  /** the terms of the quote that was chosen; what the parties then sign stands in the steps */
  agreed: z.object({
    quantity: z.number().nullable(),
    unit: z.string().nullable(),
    /** 分 for one unit */
    priceFen: fen.nullable(),
    leadDays: z.number().int().nullable(),
  }),
  steps: z.array(dealStep),
  /** confirmed deliveries less confirmed reversals */
  countedFen: z.number().int(),
  /** orders both sides have signed; never added to the counted amount */
  orderedFen: z.number().int(),
  /** deliveries only one side has confirmed; never added to the counted amount */
  oneSidedFen: z.number().int(),
  /** kinds of step the viewer may add now, from the table of the domain */
  allowed: z.array(z.enum(dealStepKinds)),
  demo: z.boolean(),
  createdAt: instant,
});
export type Deal = z.infer<typeof deal>;

const ledgerQuery = z.object({
  state: z.enum(['all', 'waiting', 'confirmed', 'one-sided']).default('all'),
  q: z.string().max(100).default(''),
  /** only deals this organisation takes part in */
  organisation: id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

export const listDeals = endpoint({
  method: 'GET',
  path: '/api/deals',
  tag: 'matching',
  summary: 'The deal ledger of the own firm; of the city for the bureau',
  status: 200,
  query: ledgerQuery,
  reply: z.object({
    total: z.number().int(),
    /** sums over all rows of the filter, not only this page */
    confirmed: z.object({ deals: z.number().int(), fen: z.number().int() }),
    oneSided: z.object({ deals: z.number().int(), fen: z.number().int() }),
    deals: z.array(deal),
  }),
});

export const getDeal = endpoint({
  method: 'GET',
  path: '/api/deals/:id',
  tag: 'matching',
  summary: 'One deal with its steps and who confirmed them',
  status: 200,
  params: idParams,
  reply: deal,
});

export const addDealStep = endpoint({
  method: 'POST',
  path: '/api/deals/:id/steps',
  tag: 'matching',
  summary: 'Write down a sample, order, delivery or reversal; the writer confirms it by writing it',
  status: 201,
  params: idParams,
  body: z.object({
    kind: z.enum(dealStepKinds),
    amountFen: fen,
    quantity: z.number().positive().finite(),
    date: isoDate,
    /** left out, it is the unit of the chosen quote */
    unit: z.string().trim().max(20).optional(),
    note: z.string().max(500).optional(),
  }),
  reply: z.object({ step: z.object({ id, confirmedBy: z.array(z.enum(dealSides)) }) }),
});

export const confirmDealStep = endpoint({
  method: 'POST',
  path: '/api/deals/:id/confirmations',
  tag: 'matching',
  summary: 'Confirm a step the other side wrote down; cannot be taken back, only reversed',
  status: 200,
  params: idParams,
  body: z.object({ stepId: id }),
  reply: z.object({ step: z.object({ id, confirmedBy: z.array(z.enum(dealSides)) }) }),
});

/** GET /api/deals/export.xlsx takes the same filter and answers a file, so it has no JSON reply. */
export const exportDealsPath = '/api/deals/export.xlsx';
export const exportDealsQuery = ledgerQuery.omit({ limit: true, offset: true });
