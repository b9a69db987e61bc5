import { passedOverCodes } from '@zhitong/domain/needs/answer-choice';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';
import { answerInput, askedBody, sheet, sheetInput, technologyAsk, technologyStates } from './technology-values.ts';

const tag = 'technology';
const whole = z.number().int();

export const compareAnswers = endpoint({
  method: 'GET',
  path: '/api/needs/:id/technology',
  tag,
  summary:
    'The target sheet of the firm’s own need, whom it was sent to and why, and what each answered, target by target',
  status: 200,
  params: idParams,
  reply: z.object({
    /** null: the firm has not written one */
    sheet: sheet.nullable(),
    bodies: z.array(askedBody),
    /** the sheet may be written now */
    mayWrite: z.boolean(),
  }),
});
export type AnswerComparison = z.infer<typeof compareAnswers.reply>;

export const takeAnswer = endpoint({
  method: 'POST',
  path: '/api/needs/:id/technology/choice',
  tag,
  summary:
    'Take one answer to the target sheet; the others are told with a coded reason, and the firm confirms once it is solved',
  status: 200,
  params: idParams,
  body: z.object({ answerId: id, reason: z.enum(passedOverCodes).optional() }),
  reply: z.object({ body: organisationLink }),
});

export const writeSheet = endpoint({
  method: 'POST',
  path: '/api/needs/:id/targets',
  tag,
  summary: 'Write the target sheet of a technology need that was sent in without one; it is sent out at once',
  status: 201,
  params: idParams,
  body: sheetInput,
  reply: z.object({ sent: whole }),
});

export const getSheet = endpoint({
  method: 'GET',
  path: '/api/cases/:id/targets',
  tag,
  summary:
    'The target sheet of a case, and whom it was sent to: for whoever handles it. What they answered is the firm’s',
  status: 200,
  params: idParams,
  reply: z.object({
    sheet: sheet.nullable(),
    sent: z.array(
      z.object({ body: organisationLink, reasons: z.array(z.string()), askedAt: instant, answered: z.boolean() }),
    ),
    maySend: z.boolean(),
    /** the reader’s own copy, where the sheet was sent to it */
    own: z.object({ id }).nullable(),
  }),
});
export type CaseSheet = z.infer<typeof getSheet.reply>;

export const sendSheet = endpoint({
  method: 'POST',
  path: '/api/cases/:id/targets',
  tag,
  summary: 'Send the target sheet to more centres or universities: by the body in charge, or the bureau',
  status: 201,
  params: idParams,
  body: z.object({ bodies: z.array(id).min(1).max(20) }),
  reply: z.object({ sent: whole }),
});

export const listTechnology = endpoint({
  method: 'GET',
  path: '/api/technology',
  tag,
  summary: 'Technology needs that were sent to the reader’s body, what is due first at the top',
  status: 200,
  query: z.object({
    state: z.enum([...technologyStates, 'all']).default('all'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: whole, asks: z.array(technologyAsk), asOf: instant }),
});

export const getTechnology = endpoint({
  method: 'GET',
  path: '/api/technology/:id',
  tag,
  summary: 'One technology need as the centre or university it was sent to sees it',
  status: 200,
  params: idParams,
  reply: z.object({ ask: technologyAsk }),
});

export const takeTechnology = endpoint({
  method: 'POST',
  path: '/api/technology/:id/taking',
  tag,
  summary:
    'An innovation centre takes the need over: it answers for the case from this instant on; the clock does not move',
  status: 200,
  params: idParams,
  reply: z.object({ ask: technologyAsk }),
});

export const answerTechnology = endpoint({
  method: 'PUT',
  path: '/api/technology/:id/answer',
  tag,
  summary:
    'Answer target by target: met, not met or open, with value, evidence and day; what was answered before is kept',
  status: 200,
  params: idParams,
  body: answerInput,
  reply: z.object({ ask: technologyAsk }),
});
