import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant, isoDate } from '../values.ts';
import { caseTerms } from './case-terms-contract.ts';

const termsRow = z.object({
  from: isoDate,
  terms: caseTerms,
  /** null: what the installation began with */
  reason: z.string().nullable(),
  by: z.string(),
  at: instant,
});
export type CaseTermsRow = z.infer<typeof termsRow>;

export const listCaseTerms = endpoint({
  method: 'GET',
  path: '/api/case-terms',
  tag: 'cases',
  summary:
    'The terms the clocks of the city go by: in force, planned and past; and how far the official calendar is known',
  status: 200,
  reply: z.object({
    today: isoDate,
    /** newest first; planned ones are those from a day to come */
    rows: z.array(termsRow),
    /** the row in force today */
    current: termsRow,
    calendar: z.object({
      /** the last day the official calendar knows; null: it knows none */
      lastDay: isoDate.nullable(),
      /** the calendar of the next year is not published here and this one ends soon */
      runsOut: z.boolean(),
      /** open cases that fall due after the last known day */
      uncertain: z.number().int(),
    }),
  }),
});

export const changeCaseTerms = endpoint({
  method: 'PUT',
  path: '/api/case-terms',
  tag: 'cases',
  summary: 'New terms from a day to come, with the reason; cases that run keep the allowance they were given',
  status: 200,
  body: z.object({
    from: isoDate,
    reason: z.string().trim().min(2).max(300),
    terms: caseTerms,
    /** when the newest row the person saw was written */
    seen: instant,
  }),
  reply: z.object({ terms: z.object({ from: isoDate }) }),
});
