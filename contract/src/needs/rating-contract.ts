import { callbackOutcomes } from '@zhitong/domain/needs/callback';
import { ratingStates } from '@zhitong/domain/needs/rating';
import { ratingPeriods } from '@zhitong/domain/needs/rating-period';
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
  reply: z.object({ reopened: z.boolean(), due: instant.nullable(), dueCertain: z.boolean() }),
});

/** best first; null: fewer than five */
const grades = z.array(z.object({ grade: z.number().int(), count })).nullable();

/** By the day on which the cases ended; from and to only with `days`. */
const period = z.object({
  period: z.enum(ratingPeriods).default('all'),
  from: isoDate.optional(),
  to: isoDate.optional(),
});

export const sumRatings = endpoint({
  method: 'GET',
  path: '/api/ratings/sum',
  tag: 'ratings',
  summary: 'The grades of one’s own body as a sum, from five grades on; never who gave them or for which case',
  status: 200,
  query: period,
  reply: z.object({ count, grades }),
});

export const sumRatingsByBody = endpoint({
  method: 'GET',
  path: '/api/ratings/bodies',
  tag: 'ratings',
  summary:
    'The grades of each body as a sum, from five grades on; the foot adds up the bodies that are shown, so that no other can be told',
  status: 200,
  query: period,
  reply: z.object({
    bodies: z.array(
      z.object({
        body: organisationLink,
        /** ends of cases that could be rated */
        asked: count,
        count,
        grades,
      }),
    ),
    total: z.object({ asked: count, count, grades }),
  }),
});
export type RatingSums = z.infer<typeof sumRatingsByBody.reply>;

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
        /** empty where it is the reader’s own body: naming them would tell it who rated */
        cases: z.array(z.object({ id, title: z.string() })),
      }),
    ),
  }),
});
export type Suspicion = z.infer<typeof listSuspicions.reply>['suspicions'][number];

const callbackNote = z.object({
  outcome: z.enum(callbackOutcomes),
  said: z.string().nullable(),
  by: z.string(),
  at: instant,
});

export const listCallbacks = endpoint({
  method: 'GET',
  path: '/api/ratings/callbacks',
  tag: 'ratings',
  summary:
    'Whom to call back about the cases closed on a day: drawn by a published seed, so that anybody can draw again',
  status: 200,
  /** absent: the last day that is over and on which a case was closed */
  query: z.object({ date: isoDate.optional() }),
  reply: z.object({
    date: isoDate,
    seed: z.string(),
    /** whether the day is over: before, the sample still changes */
    final: z.boolean(),
    /** closed on the day, the sample among them */
    closed: count,
    /** all of them: what the seed draws from */
    ids: z.array(id),
    callbacks: z.array(
      z.object({
        case: z.object({ id }),
        need: z.object({ id }),
        title: z.string(),
        asker: organisationLink,
        lead: organisationLink,
        /** how it stands now */
        status: z.enum(['solved', 'unsolved', 'reopened']),
        closedAt: instant,
        /** the last call about it; null: none yet */
        note: callbackNote.nullable(),
      }),
    ),
  }),
});
export type Callbacks = z.infer<typeof listCallbacks.reply>;
export type Callback = Callbacks['callbacks'][number];

export const noteCallback = endpoint({
  method: 'POST',
  path: '/api/cases/:id/callback',
  tag: 'ratings',
  summary: 'Note what the firm said when it was called back; a later call stands beside the earlier one, which stays',
  status: 201,
  params: idParams,
  body: z.object({
    /** the day whose sample the case is in */
    date: isoDate,
    outcome: z.enum(callbackOutcomes),
    text: z.string().trim().max(500).optional(),
    /** the firm says that it is not solved: the case is taken up again at once, as after a bad grade */
    reopen: z.boolean().optional(),
  }),
  reply: z.object({
    note: callbackNote,
    /** false: nobody wished it, or it was taken up again before */
    reopened: z.boolean(),
    due: instant.nullable(),
  }),
});
