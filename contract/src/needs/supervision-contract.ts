import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, isoDate, organisationLink } from '../values.ts';
import { caseDetail, caseRow } from './case-contract.ts';

const count = z.number().int().min(0);

export const supervisionBy = ['body', 'list', 'district', 'chain'] as const;

/** What lies with one body, on one list, in one district. */
export const supervisionRow = z.object({
  /** id of the body, name of the list, code of the region (empty: not known), id of the chain (`none`: its firm is in none) */
  key: z.string(),
  name: z.string(),
  open: count,
  red: count,
  yellow: count,
  /** open cases that were not signed for in time and still are not, and of whose firms none has heard anything in time */
  unsigned: count,
  unheard: count,
  /** working minutes from submission to the last answer, over the newest answered cases; null: none was answered */
  meanMinutes: count.nullable(),
  /** cases handed back by the body, and cases a hand-back brought to it */
  handBacksOut: count,
  handBacksIn: count,
  solved: count,
  /** solved or closed unsolved; withdrawn ones do not count */
  ended: count,
  /** cases it ever answered for; of bodies only */
  held: count.nullable(),
});
export type SupervisionRow = z.infer<typeof supervisionRow>;

export const getSupervision = endpoint({
  method: 'GET',
  path: '/api/supervision',
  tag: 'cases',
  summary: 'Where anything is stuck, and who holds it: open cases with their lights by body, list, district or chain',
  status: 200,
  query: z.object({ by: z.enum(supervisionBy).default('body') }),
  reply: z.object({
    by: z.enum(supervisionBy),
    rows: z.array(supervisionRow),
    /** why there are no rows; null: there are, or nothing is open */
    because: z.enum(['no-chains']).nullable(),
    total: z.object({ open: count, red: count, yellow: count, green: count, unsigned: count, unheard: count }),
    today: z.object({ day: isoDate, came: count, solved: count }),
    /** handed back from one body to another, pairs of two cases and more */
    pairs: z.array(z.object({ from: organisationLink, to: organisationLink, cases: count })),
    dayMinutes: z.number().int().min(1),
    asOf: instant,
  }),
});
export type Supervision = z.infer<typeof getSupervision.reply>;

export const waitingCase = caseRow.extend({
  seq: z.number().int(),
  candidates: caseDetail.shape.candidates,
});
export type WaitingCase = z.infer<typeof waitingCase>;

export const listWaitingCases = endpoint({
  method: 'GET',
  path: '/api/supervision/waiting',
  tag: 'cases',
  summary: 'Cases for which the bureau has to find a body, with the likeliest matters and why',
  status: 200,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: count, dayMinutes: z.number().int().min(1), cases: z.array(waitingCase) }),
});
