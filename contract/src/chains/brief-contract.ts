import { mostDecisions } from '@zhitong/domain/chains/brief';
import { gapClasses } from '@zhitong/domain/chains/gap-class';
import { orderLights } from '@zhitong/domain/needs/order-terms';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { fen, id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';

const count = z.number().int().min(0);
const chainLink = z.object({ id, slug: z.string(), name: z.string() });
const chief = z.object({ name: z.string(), post: z.string() }).nullable();

/** What a figure opens. */
export const briefRef = z.object({
  kind: z.enum(['chain', 'gaps', 'gap', 'drill', 'deals', 'orders']),
  id: z.string(),
});

export const briefDecision = z.object({
  kind: z.enum(['case', 'gap']),
  title: z.string(),
  /** why it has come to the chief */
  why: z.string(),
  product: productLink.extend({ class: z.enum(gapClasses) }).nullable(),
  /** the case an order can be given on; null: there is none the reader may see */
  case: z.object({ id, needId: id }).nullable(),
  /** with whom it is stuck; null: with nobody */
  body: organisationLink.nullable(),
  since: instant.nullable(),
  days: count.nullable(),
  /** what waits for it a year, where that is shown elsewhere */
  fenAYear: fen.nullable(),
  /** what the order would say, and by when the body has to say what it did */
  draft: z.string().nullable(),
  feedbackBy: isoDate.nullable(),
  /** the reader may order it now */
  signable: z.boolean(),
});
export type BriefDecision = z.infer<typeof briefDecision>;

const promise = z.object({
  id,
  case: z.object({ id, needId: id, title: z.string() }),
  body: organisationLink,
  light: z.enum(orderLights),
  due: instant.nullable(),
});

export const briefReply = z.object({
  chain: chainLink.extend({ chief, leadBody: organisationLink.nullable() }),
  sentences: z.array(z.array(z.object({ text: z.string(), ref: briefRef.nullable() }))),
  decisions: z.array(briefDecision).max(mostDecisions),
  promises: z.object({ red: count, yellow: count, green: count, rows: z.array(promise) }),
  /** weak links at the end of each of twelve weeks, the oldest first; null: nothing was kept yet */
  trend: z.array(z.object({ at: instant, weak: count.nullable() })),
  asOf: instant,
});
export type BriefReply = z.infer<typeof briefReply>;

export const getBrief = endpoint({
  method: 'GET',
  path: '/api/chains/:id/brief',
  tag: 'chains',
  summary: 'The chief’s page: the chain in five sentences, what only the chief can decide, promises, trend',
  status: 200,
  params: idParams,
  reply: briefReply,
});

export const listBriefs = endpoint({
  method: 'GET',
  path: '/api/chains/brief',
  tag: 'chains',
  summary: 'The chief’s pages of all chains of the city, a row each',
  status: 200,
  reply: z.object({
    rows: z.array(
      z.object({
        ...{ chain: chainLink, chief, products: count, weak: count, unknown: count, closed: count, red: count },
        ...{ decisions: count, promises: z.object({ red: count, yellow: count, green: count }) },
        /** weak links twelve weeks ago; null: nothing was kept then */
        before: count.nullable(),
      }),
    ),
    asOf: instant,
  }),
});
export type BriefRows = z.infer<typeof listBriefs.reply>;

export const signBrief = endpoint({
  method: 'POST',
  path: '/api/chains/:id/brief/orders',
  tag: 'chains',
  summary: 'One signature: supervision orders on cases of the chief’s page, all of them or none',
  status: 201,
  params: idParams,
  body: z.object({
    orders: z
      .array(z.object({ caseId: id, text: z.string().trim().min(1).max(500) }))
      .min(1)
      .max(mostDecisions),
  }),
  reply: z.object({ orders: z.array(z.object({ id, caseId: id })) }),
});
