import { opportunityStates } from '@zhitong/domain/matching/opportunity-state';
import { tiers } from '@zhitong/domain/matching/tier';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, needLimit, organisationLink, productLink, quantity } from '../values.ts';
import { reason, rejection, response } from './match-contract.ts';

export const opportunityNeed = z.object({
  id,
  text: z.string(),
  products: z.array(productLink),
  quantity: quantity.nullable(),
  deadline: isoDate.nullable(),
  place: z.string().nullable(),
  certificates: z.array(z.string()),
  limits: z.array(needLimit),
  publishedAt: instant,
});

/** A need as one matched supplier sees it: never the other suppliers, never the buyer's contact. */
export const opportunity = z.object({
  match: z.object({ id }),
  state: z.enum(opportunityStates),
  buyer: organisationLink,
  need: opportunityNeed,
  offer: z.object({ id, productText: z.string(), capacity: quantity.nullable() }),
  tier: z.enum(tiers),
  score: z.number(),
  reasons: z.array(reason),
  response: response.optional(),
  rejection: rejection.optional(),
  /** how often in six months this firm was not chosen for the same reason */
  sameReason: z.number().int().optional(),
  /** price of the last own quote for the product, to fill the sheet */
  lastQuote: z.object({ priceFen: z.number(), unit: z.string(), at: instant }).optional(),
  deal: z.object({ id }).optional(),
  /** only after both sides agreed */
  contact: z.object({ name: z.string(), phone: z.string() }).optional(),
  createdAt: instant,
  seenAt: instant.nullable(),
});
export type Opportunity = z.infer<typeof opportunity>;

export const listOpportunities = endpoint({
  method: 'GET',
  path: '/api/opportunities',
  tag: 'matching',
  summary: 'The supplier inbox: needs that fit the own offers, newest first',
  status: 200,
  query: z.object({
    state: z.enum(['new', 'waiting', 'answered', 'closed']).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    counts: z.object({
      new: z.number().int(),
      waiting: z.number().int(),
      answered: z.number().int(),
      closed: z.number().int(),
    }),
    opportunities: z.array(opportunity),
  }),
});

export const getOpportunity = endpoint({
  method: 'GET',
  path: '/api/opportunities/:id',
  tag: 'matching',
  summary: 'One opportunity by the id of its match; the first look marks it as seen',
  status: 200,
  params: idParams,
  reply: opportunity,
});
