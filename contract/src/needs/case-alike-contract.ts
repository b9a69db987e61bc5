import { caseStatuses } from '@zhitong/domain/needs/case-action';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

export const alikeCase = z.object({
  case: z.object({ id, title: z.string(), status: z.enum(caseStatuses) }),
  asker: organisationLink,
  /** 0 … 1 */
  score: z.number(),
  /** the last answer the firm got */
  answer: z.string(),
  answeredAt: instant,
});
export type AlikeCase = z.infer<typeof alikeCase>;

export const listAlikeCases = endpoint({
  method: 'GET',
  path: '/api/cases/:id/alike',
  tag: 'cases',
  summary: 'Answered cases of the same body that read like this one, with their last answer',
  status: 200,
  params: idParams,
  reply: z.object({ alike: z.array(alikeCase) }),
});
