import { dutyLists } from '@zhitong/domain/directory/duty';
import { answerKinds } from '@zhitong/domain/needs/article';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, organisationLink } from '../values.ts';

/** A matter of the duty table that a request may be about, with the body that answers for it today. */
export const routeCandidate = z.object({
  body: organisationLink,
  /** what the duty table calls it */
  matter: z.string(),
  duty: z.object({ id, number: z.string() }),
  list: z.enum(dutyLists),
  /** 0 … 1: how often a proposal like this one is right */
  confidence: z.number(),
  reasons: z.array(z.string()),
});

export const routeReply = z.object({
  /** which of the four lists; null: no word of it is known */
  list: z.enum(dutyLists).nullable(),
  /** at most three, likeliest first */
  candidates: z.array(routeCandidate),
  /** false: sent as it is, the bureau finds the body */
  confident: z.boolean(),
  /** why it goes to the bureau’s desk, in words; null: it does not */
  desk: z.string().nullable(),
  /** the firm’s own requests that are still open and read alike */
  similar: z.array(
    z.object({ need: z.object({ id }), title: z.string(), status: z.string(), lead: z.string(), at: instant }),
  ),
  /** what was answered before: to the firm itself, or kept as an answer anybody may read; likeliest first of each kind */
  answers: z.array(
    z.object({
      kind: z.enum(answerKinds),
      /** of the article, the policy, or the need of the earlier case: for POST /api/needs/accepted-answers */
      id,
      ...{ title: z.string(), text: z.string(), source: z.string(), at: instant, link: z.string().nullable() },
      /** what the answer rests on; null: it was said in a case */
      basis: z.string().nullable(),
    }),
  ),
});
export type RouteReply = z.infer<typeof routeReply>;

export const routeNeed = endpoint({
  method: 'POST',
  path: '/api/needs/route',
  tag: 'needs',
  summary:
    'Which list, matter and body a request is for, what is like it and what was answered before; nothing is stored',
  status: 200,
  /** `list`: the one the person chose by hand; routing goes by it where the text is unsure */
  body: z.object({ text: z.string(), list: z.enum(dutyLists).optional() }),
  reply: routeReply,
});
