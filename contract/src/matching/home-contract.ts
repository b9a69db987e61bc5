import { needKinds } from '@zhitong/domain/needs/need';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values.ts';

export const homeRowKinds = [
  'quotes-to-choose',
  'opportunity-to-answer',
  'step-to-confirm',
  'need-without-match',
  'need-kept-back',
  'answer-to-confirm',
  'extension-to-decide',
  'delivery-due',
  'claims-to-decide',
  'disputes-to-answer',
] as const;

/** One thing that waits for the viewer; the web makes the sentence from kind, subject and count. */
export const homeRow = z.object({
  kind: z.enum(homeRowKinds),
  /** what it is about: `熔喷布 5 吨/天` */
  subject: z.string(),
  count: z.number().int(),
  /** whose it is: of the other side for a firm, of the asking or delivering firm for the bureau; null when it is one's own */
  firm: z.string().nullable(),
  /** until when; null when there is no deadline */
  due: instant.nullable(),
  light: z.enum(['green', 'yellow', 'red']),
  link: z.string(),
});
export type HomeRow = z.infer<typeof homeRow>;

export const getHome = endpoint({
  method: 'GET',
  path: '/api/home',
  tag: 'matching',
  summary: 'What waits for me, sorted by the clock, and the latest changes',
  status: 200,
  reply: z.object({
    waiting: z.array(homeRow),
    waitingTotal: z.number().int(),
    recent: z.array(z.object({ text: z.string(), at: instant, link: z.string() })),
    figures: z.object({
      /** on all four lists */
      openNeeds: z.number().int(),
      /** the same by list, with the lights of their cases; a list with none is left out */
      lists: z.array(
        z.object({
          list: z.enum(needKinds),
          open: z.number().int(),
          red: z.number().int(),
          yellow: z.number().int(),
          green: z.number().int(),
        }),
      ),
      openOpportunities: z.number().int(),
      countedFen: z.number().int(),
    }),
  }),
});

export type Home = z.infer<typeof getHome.reply>;
