import { declineCodes, rejectionCodes } from '@zhitong/domain/matching/answer';
import { noteCodes, reasonCodes, verdicts } from '@zhitong/domain/matching/reason';
import { tiers } from '@zhitong/domain/matching/tier';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, needChips } from '../values.ts';

const params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const reason = z.object({ code: z.enum(reasonCodes), verdict: z.enum(verdicts), params, text: z.string() });
export const note = z.object({ code: z.enum(noteCodes), params, text: z.string() });
export const scorePart = z.object({
  part: z.enum(['product', 'limits', 'capacity', 'certificates', 'tier', 'record']),
  weight: z.number(),
  points: z.number(),
});

const supplier = z.object({ id, name: z.string(), code: z.string().optional(), region: z.string().nullable() });

/** The part of a match that a preview and a published need share. */
export const previewMatch = z.object({
  organisation: supplier,
  tier: z.enum(tiers),
  score: z.number().min(0).max(100),
  parts: z.array(scorePart),
  reasons: z.array(reason),
});
export type PreviewMatch = z.infer<typeof previewMatch>;

export const previewMatches = endpoint({
  method: 'POST',
  path: '/api/matching/preview',
  tag: 'matching',
  summary: 'Who could supply what this text asks for; nothing is stored, nobody is told',
  status: 200,
  body: z.object({
    text: z.string(),
    limit: z.number().int().min(1).max(100).default(20),
    tiers: z.array(z.enum(tiers)).optional(),
    source: z.enum(['all', 'imported']).default('all'),
    /** the composer asks as publishing will: local first, wider tiers only when needed */
    cityFirst: z.boolean().default(false),
    /** corrected chips of the composer; without them the text is parsed */
    chips: needChips.optional(),
  }),
  reply: z.object({ matches: z.array(previewMatch), notes: z.array(note), model: z.string() }),
});

export const response = z.object({
  id,
  declined: z.enum(declineCodes).optional(),
  priceFen: fen.optional(),
  unit: z.string().optional(),
  quantity: z.number().optional(),
  leadDays: z.number().int().optional(),
  note: z.string().optional(),
  at: instant,
});
export type Response = z.infer<typeof response>;

export const rejection = z.object({
  code: z.enum(rejectionCodes),
  note: z.string().optional(),
  /** not the buyer's word: read off the two quotes when the buyer chose without giving a reason */
  derived: z.literal(true).optional(),
  at: instant,
});

/** What the buyer sees of one match of its need. */
export const needMatch = previewMatch.extend({
  match: z.object({ id, seenAt: instant.nullable(), shortlistedAt: instant.nullable(), createdAt: instant }),
  record: z.object({ deliveries: z.number().int(), onTime: z.number().int() }),
  response: response.optional(),
  rejection: rejection.optional(),
  /** only after both sides agreed */
  contact: z.object({ name: z.string(), phone: z.string() }).optional(),
});
export type NeedMatch = z.infer<typeof needMatch>;

export const listNeedMatches = endpoint({
  method: 'GET',
  path: '/api/needs/:id/matches',
  tag: 'matching',
  summary: 'Suppliers of a published need, ranked, with reasons and answers',
  status: 200,
  params: idParams,
  reply: z.object({ matches: z.array(needMatch), notes: z.array(note), model: z.string() }),
});

/** A supplier's price or its coded no. */
export const responseBody = z.union([
  z.object({
    priceFen: fen,
    unit: z.string().trim().min(1).max(20),
    quantity: z.number().positive().finite(),
    leadDays: z.number().int().min(0).max(3650),
    note: z.string().max(500).optional(),
  }),
  z.object({ declined: z.enum(declineCodes), note: z.string().max(500).optional() }),
]);

export const respond = endpoint({
  method: 'POST',
  path: '/api/matches/:id/responses',
  tag: 'matching',
  summary: 'Answer a match with a quote, or decline with a coded reason; once only',
  status: 201,
  params: idParams,
  body: responseBody,
  reply: z.object({ response: z.object({ id }) }),
});

export const amendResponse = endpoint({
  method: 'PUT',
  path: '/api/matches/:id/responses',
  tag: 'matching',
  summary: 'Change the own answer while the need is open',
  status: 200,
  params: idParams,
  body: responseBody,
  reply: z.object({ response: z.object({ id }) }),
});

export const rejectMatch = endpoint({
  method: 'POST',
  path: '/api/matches/:id/rejection',
  tag: 'matching',
  summary: 'The buyer says why this supplier is not chosen; the supplier reads the reason',
  status: 201,
  params: idParams,
  body: z.object({ code: z.enum(rejectionCodes), note: z.string().max(500).optional() }),
  reply: z.object({ rejection }),
});

export const shortlistMatch = endpoint({
  method: 'PUT',
  path: '/api/matches/:id/shortlist',
  tag: 'matching',
  summary: 'Put a supplier on the short list, or take it off',
  status: 200,
  params: idParams,
  body: z.object({ shortlisted: z.boolean() }),
  reply: z.object({ shortlistedAt: instant.nullable() }),
});

export const chooseResponse = endpoint({
  method: 'POST',
  path: '/api/needs/:id/choice',
  tag: 'matching',
  summary: 'Choose a quote: the need is closed, a deal begins, everybody else gets a coded reason',
  status: 201,
  params: idParams,
  body: z.object({
    responseId: id,
    /** reason for all quotes that are not chosen and carry none yet; without it the reason is read off the quotes and marked as derived */
    othersCode: z.enum(rejectionCodes).optional(),
  }),
  reply: z.object({ deal: z.object({ id }) }),
});
