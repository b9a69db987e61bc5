import { offerSources } from '@zhitong/domain/matching/offer';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { certificate, fen, id, idParams, instant, offerLimit, productLink, quantity } from '../values.ts';

export const offerBody = z.object({
  /** the words of the firm; recognised against the product graph unless a product is given */
  productText: z.string().trim().min(1).max(100),
  productId: z.string().max(100).nullable().optional(),
  capacity: quantity.nullable().default(null),
  limits: z.array(offerLimit).max(30).default([]),
  certificates: z.array(certificate).max(20).default([]),
  /** confidential: fills the own quote sheet, shown to nobody else */
  priceFen: fen.nullable().default(null),
  priceUnit: z.string().trim().max(20).nullable().default(null),
  leadDays: z.number().int().min(0).max(3650).nullable().default(null),
});
export type OfferBody = z.infer<typeof offerBody>;

export const offer = offerBody.extend({
  id,
  product: productLink.nullable(),
  source: z.enum(offerSources),
  publishedAt: instant,
  /** facts buyers asked for and this offer does not state yet */
  missing: z.array(z.string()),
});
export type Offer = z.infer<typeof offer>;

export const createOffer = endpoint({
  method: 'POST',
  path: '/api/offers',
  tag: 'matching',
  summary: 'Publish what the own firm can make; it is matched against open needs at once',
  status: 201,
  body: offerBody,
  reply: z.object({ offer }),
});

export const updateOffer = endpoint({
  method: 'PUT',
  path: '/api/offers/:id',
  tag: 'matching',
  summary: 'Change an own offer',
  status: 200,
  params: idParams,
  body: offerBody,
  reply: z.object({ offer }),
});

export const withdrawOffer = endpoint({
  method: 'DELETE',
  path: '/api/offers/:id',
  tag: 'matching',
  summary: 'Withdraw an own offer',
  status: 200,
  params: idParams,
  reply: z.object({ offer: z.object({ id }) }),
});

export const listOffers = endpoint({
  method: 'GET',
  path: '/api/offers',
  tag: 'matching',
  summary: 'Offers of the own firm; the bureau may list all',
  status: 200,
  query: z.object({
    mine: z.enum(['1', '0']).default('1'),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: z.number().int(), offers: z.array(offer) }),
});
