import { purchaseLevels } from '@zhitong/domain/chains/purchase';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';

/** a prefecture of GB/T 2260, or the two letters of a country (ISO 3166-1) */
const origin = z.string().regex(/^([0-9]{6}|[A-Z]{2})$/);

const content = z.object({
  /** of the product graph */
  productId: z.string().min(1).max(100),
  /** 分 a year */
  fenAYear: fen.min(1),
  quantity: z.number().positive().nullable().default(null),
  unit: z.string().trim().min(1).max(20).nullable().default(null),
  /** where it comes from; null: not known */
  origin: origin.nullable().default(null),
  /** the day this was true */
  asOf: isoDate,
  note: z.string().trim().max(200).nullable().default(null),
});

const place = z.object({ code: z.string(), name: z.string() });

const row = z.object({
  id,
  organisation: organisationLink,
  product: productLink,
  fenAYear: fen,
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  origin: place.nullable(),
  asOf: isoDate,
  note: z.string().nullable(),
  /** of too many years ago: it counts for no link until it is renewed */
  old: z.boolean(),
  level: z.enum(purchaseLevels),
  evidence: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: instant.nullable(),
  edition: z.number().int(),
  demo: z.boolean(),
});
export type PurchaseRow = z.infer<typeof row>;

const sum = z.object({ rows: z.number().int(), fenAYear: fen });

export const listPurchases = endpoint({
  method: 'GET',
  path: '/api/purchases',
  tag: 'chains',
  summary: 'What is registered as bought: one’s own for a firm, all of the city for the bureau',
  status: 200,
  query: z.object({
    level: z.enum(purchaseLevels).optional(),
    product: z.string().max(100).optional(),
    /** words of the firm’s or the product’s name */
    q: z.string().trim().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({
    purchases: z.array(row),
    total: z.number().int(),
    /** of the whole filter, never added up: what was verified and what is only said are two figures */
    sums: z.object({ declared: sum, confirmed: sum }),
  }),
});

export const listOrigins = endpoint({
  method: 'GET',
  path: '/api/purchases/origins',
  tag: 'chains',
  summary: 'Places something can be bought at, by name: prefectures in the country, countries and regions abroad',
  status: 200,
  query: z.object({
    q: z.string().trim().max(60).default(''),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({ origins: z.array(place) }),
});

const written = z.object({ purchase: z.object({ id, level: z.enum(purchaseLevels), edition: z.number().int() }) });
const seen = z.number().int().min(1);

export const enterPurchase = endpoint({
  method: 'POST',
  path: '/api/purchases',
  tag: 'chains',
  summary: 'Register what a firm buys a year; it is declared until the bureau has verified it',
  status: 201,
  body: content.extend({
    /** absent: one’s own firm; the bureau names one */
    organisation: id.optional(),
  }),
  reply: written,
});

export const changePurchase = endpoint({
  method: 'PUT',
  path: '/api/purchases/:id',
  tag: 'chains',
  summary: 'Change what is registered; what was verified is declared again',
  status: 200,
  params: idParams,
  body: content.extend({ seen }),
  reply: written,
});

export const verifyPurchase = endpoint({
  method: 'POST',
  path: '/api/purchases/:id/verification',
  tag: 'chains',
  summary: 'The bureau has seen the invoice or the contract: the purchase is confirmed',
  status: 200,
  params: idParams,
  body: z.object({ seen, evidence: z.string().trim().min(2).max(200) }),
  reply: written,
});

export const withdrawPurchase = endpoint({
  method: 'POST',
  path: '/api/purchases/:id/withdrawal',
  tag: 'chains',
  summary: 'It is no longer bought; the row stays and counts no more',
  status: 200,
  params: idParams,
  body: z.object({ seen }),
  reply: written,
});

export type PurchaseInput = z.infer<typeof content>;
