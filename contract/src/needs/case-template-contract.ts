import { dutyLists } from '@zhitong/domain/directory/duty';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values.ts';

const version = z.number().int().min(1);

const templateWords = z.object({
  title: z.string().trim().min(1).max(60),
  /** may hold {企业名称}, {事项} and {办结期限} */
  text: z.string().trim().min(1).max(4_000),
  /** of one matter of the own body, or of one list; both null: of any case */
  dutyId: id.nullable().default(null),
  list: z.enum(dutyLists).nullable().default(null),
});

export const caseTemplate = z.object({
  ...{ id, title: z.string(), text: z.string(), dutyId: id.nullable(), list: z.enum(dutyLists).nullable() },
  ...{ matter: z.string().nullable(), version, by: z.string(), at: instant, demo: z.boolean() },
});
export type CaseTemplate = z.infer<typeof caseTemplate>;

export const listCaseTemplates = endpoint({
  method: 'GET',
  path: '/api/case-templates',
  tag: 'cases',
  summary: 'Answers the reader’s body keeps to use again, by title',
  status: 200,
  reply: z.object({ templates: z.array(caseTemplate) }),
});

const kept = z.object({ template: z.object({ id, version }) });

export const addCaseTemplate = endpoint({
  method: 'POST',
  path: '/api/case-templates',
  tag: 'cases',
  summary: 'Keep an answer to use it again',
  status: 201,
  body: templateWords,
  reply: kept,
});

export const changeCaseTemplate = endpoint({
  method: 'PUT',
  path: '/api/case-templates/:id',
  tag: 'cases',
  summary: 'Change an answer that is kept',
  status: 200,
  params: idParams,
  body: templateWords.extend({ seen: version }),
  reply: kept,
});

export const removeCaseTemplate = endpoint({
  method: 'DELETE',
  path: '/api/case-templates/:id',
  tag: 'cases',
  summary: 'Offer an answer no longer',
  status: 200,
  params: idParams,
  reply: z.object({ template: z.object({ id }) }),
});
