import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { isoDate } from '../values.ts';
import { caseTerms } from './case-terms-contract.ts';
import { changedFrom, termsChange, termsList, type termsRow } from './terms-list.ts';

export type CaseTermsRow = z.infer<ReturnType<typeof termsRow<typeof caseTerms>>>;

export const listCaseTerms = endpoint({
  method: 'GET',
  path: '/api/case-terms',
  tag: 'cases',
  summary:
    'The terms the clocks of the city go by: in force, planned and past; and how far the official calendar is known',
  status: 200,
  reply: termsList(caseTerms).extend({
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
  body: termsChange(caseTerms),
  reply: changedFrom,
});
