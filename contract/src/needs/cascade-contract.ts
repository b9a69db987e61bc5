import { declineCodes } from '@zhitong/domain/matching/answer';
import { cascadeRings } from '@zhitong/domain/needs/cascade-ring';
import { cascadeActions, cascadeStates } from '@zhitong/domain/needs/cascade-state';
import {
  askedOutcomes,
  holdCodes,
  passedOverCodes,
  receiptCloses,
  widenCodes,
} from '@zhitong/domain/needs/cascade-words';
import { classReasonCodes, needClasses } from '@zhitong/domain/needs/need-class';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

/** The account of one ring, as it was when its time was over. It is never changed. */
export const cascadeReceipt = z.object({
  ring: z.enum(cascadeRings),
  from: instant,
  until: instant,
  closedBy: z.enum(receiptCloses),
  hand: z.object({ code: z.enum(widenCodes), by: z.string() }).nullable(),
  asked: z.number().int(),
  quoted: z.number().int(),
  declined: z.number().int(),
  silent: z.number().int(),
  /** asked, for less than the shortest time to answer */
  noTime: z.number().int(),
  passedOver: z.number().int(),
  suppliers: z.array(
    z.object({
      id,
      name: z.string(),
      outcome: z.enum(askedOutcomes),
      code: z.enum([...declineCodes, ...passedOverCodes]).nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
});
export type CascadeReceipt = z.infer<typeof cascadeReceipt>;

export const cascadeStep = z.object({
  ring: z.enum(cascadeRings),
  /** `skipped`: nobody was asked in it */
  state: z.enum(['done', 'skipped', 'current', 'next']),
  /** when it is asked if nothing else happens; null: it was, or nobody knows yet */
  due: instant.nullable(),
  /** as it stands now, answers after the receipt included */
  asked: z.number().int(),
  quoted: z.number().int(),
  declined: z.number().int(),
  receipt: cascadeReceipt.nullable(),
});
export type CascadeStep = z.infer<typeof cascadeStep>;

export const cascade = z.object({
  state: z.enum(cascadeStates),
  ring: z.enum(cascadeRings),
  since: instant,
  urgent: z.boolean(),
  held: z.object({ at: instant, code: z.enum(holdCodes), by: z.string() }).nullable(),
  /** when the next ring is asked; null: a quote, a hold or the end stands before it */
  nextDue: instant.nullable(),
  steps: z.array(cascadeStep),
  allowed: z.array(z.enum(cascadeActions)),
});
export type Cascade = z.infer<typeof cascade>;

const classReason = z.object({
  code: z.enum(classReasonCodes),
  quote: z.string().nullable(),
  count: z.number().int().nullable(),
});

/** A need that is not sent to suppliers, and why. */
export const keptBack = z.object({
  class: z.enum(needClasses),
  reasons: z.array(classReason),
  at: instant,
  review: z.object({ at: instant, text: z.string() }).nullable(),
  ruling: z
    .object({ at: instant, ruling: z.enum(['release', 'keep']), text: z.string().nullable(), by: z.string() })
    .nullable(),
  allowed: z.array(z.enum(['review', 'release', 'keep'])),
});
export type KeptBack = z.infer<typeof keptBack>;

export const getCascade = endpoint({
  method: 'GET',
  path: '/api/needs/:id/cascade',
  tag: 'needs',
  summary: 'How far a sourcing need has been asked, with the receipt of each ring; whether it is kept back and why',
  status: 200,
  params: idParams,
  reply: z.object({
    /** null: a need from before cascades, of another list, or not let through yet */
    cascade: cascade.nullable(),
    keptBack: keptBack.nullable(),
  }),
});

export const steerCascade = endpoint({
  method: 'POST',
  path: '/api/needs/:id/cascade',
  tag: 'needs',
  summary: 'Ask the next ring now, hold the cascade or let it go on; the reason is kept',
  status: 200,
  params: idParams,
  body: z.discriminatedUnion('action', [
    z.object({ action: z.literal('widen'), reason: z.enum(widenCodes).optional() }),
    z.object({ action: z.literal('hold'), reason: z.enum(holdCodes).optional() }),
    z.object({ action: z.literal('release') }),
  ]),
  reply: z.object({ added: z.number().int() }),
});

export const askReview = endpoint({
  method: 'POST',
  path: '/api/needs/:id/review',
  tag: 'needs',
  summary: 'The firm sends a need that is kept back to the bureau for review',
  status: 200,
  params: idParams,
  body: z.object({ text: z.string().min(1).max(1000) }),
  reply: z.object({ keptBack }),
});

export const listKeptNeeds = endpoint({
  method: 'GET',
  path: '/api/kept-needs',
  tag: 'needs',
  summary: 'Needs that are kept back, those with a review asked for first',
  status: 200,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: z.number().int(),
    needs: z.array(z.object({ id, title: z.string(), text: z.string(), organisation: organisationLink, keptBack })),
  }),
});

export const ruleOnNeed = endpoint({
  method: 'POST',
  path: '/api/needs/:id/ruling',
  tag: 'needs',
  summary: 'The bureau lets a need through to suppliers, or keeps it back',
  status: 200,
  params: idParams,
  body: z.object({ ruling: z.enum(['release', 'keep']), text: z.string().max(1000).optional() }),
  reply: z.object({ keptBack, matched: z.number().int() }),
});
