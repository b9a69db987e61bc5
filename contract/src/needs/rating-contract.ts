import { ratingStates } from '@zhitong/domain/needs/rating';
import { suspicionKinds } from '@zhitong/domain/needs/rating-suspicion';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';

const token = z.object({ token: z.string().min(20).max(120) });
const count = z.number().int();

export const linkRating = endpoint({
  method: 'POST',
  path: '/api/needs/:id/rating-link',
  tag: 'ratings',
  summary: 'A link to rate how a closed request was handled: told once, works once; an older unused one stops working',
  status: 201,
  params: idParams,
  reply: z.object({ token: z.string(), path: z.string(), until: instant }),
});

export const readRating = endpoint({
  method: 'GET',
  path: '/api/ratings/:token',
  tag: 'ratings',
  summary: 'What a rating link is about, for whoever holds it',
  status: 200,
  params: token,
  reply: z.object({ title: z.string(), body: z.string(), state: z.enum(ratingStates), until: instant }),
});

export const giveRating = endpoint({
  method: 'POST',
  path: '/api/ratings/:token',
  tag: 'ratings',
  summary: 'Rate once, 1 very dissatisfied to 5 very satisfied; one of the two lowest has the case taken up again',
  status: 200,
  params: token,
  body: z.object({ grade: z.int().min(1).max(5), text: z.string().max(2_000).optional() }),
  reply: z.object({ reopened: z.boolean(), due: instant.nullable() }),
});

export const sumRatings = endpoint({
  method: 'GET',
  path: '/api/ratings/sum',
  tag: 'ratings',
  summary: 'The grades of one’s own body as a sum, from five grades on; never who gave them or for which case',
  status: 200,
  reply: z.object({
    count,
    /** best first; null: fewer than five */
    grades: z.array(z.object({ grade: z.number().int(), count })).nullable(),
  }),
});

export const listSuspicions = endpoint({
  method: 'GET',
  path: '/api/ratings/suspicions',
  tag: 'ratings',
  summary: 'Answers and ratings of the last 30 days that look made up: a question to the body, not a verdict',
  status: 200,
  reply: z.object({
    suspicions: z.array(
      z.object({
        kind: z.enum(suspicionKinds),
        words: z.string(),
        body: organisationLink,
        person: z.string().nullable(),
        count,
        from: instant,
        to: instant,
        /** empty where naming them would tell a body who rated it */
        cases: z.array(id),
      }),
    ),
  }),
});

export const listCallbacks = endpoint({
  method: 'GET',
  path: '/api/ratings/callbacks',
  tag: 'ratings',
  summary:
    'Whom to call back about the cases closed on a day: drawn by a published seed, so that anybody can draw again',
  status: 200,
  query: z.object({ date: isoDate }),
  reply: z.object({
    date: isoDate,
    seed: z.string(),
    /** closed on the day, the sample among them */
    closed: count,
    callbacks: z.array(
      z.object({
        case: z.object({ id }),
        need: z.object({ id }),
        title: z.string(),
        asker: organisationLink,
        lead: organisationLink,
        status: z.enum(['solved', 'unsolved']),
        closedAt: instant,
      }),
    ),
  }),
});
