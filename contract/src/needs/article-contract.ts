import { dutyLists } from '@zhitong/domain/directory/duty';
import { answerKinds, articleStates } from '@zhitong/domain/needs/article';
import { articleFindingKinds } from '@zhitong/domain/needs/article-findings';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';

const version = z.number().int().min(1);
const matter = z.object({ id, number: z.string(), title: z.string() });

/** What the author writes. */
export const articleWords = z.object({
  question: z.string().trim().min(2).max(200),
  answer: z.string().trim().min(2).max(4_000),
  list: z.enum(dutyLists),
  /** of the own body; null: of none */
  dutyId: id.nullable().default(null),
  validFrom: isoDate,
  /** half-open; null: no end named */
  validTo: isoDate.nullable().default(null),
  /** what the answer rests on: document, law, or the body’s own practice */
  source: z.string().trim().min(2).max(200),
});

const finding = z.object({ kind: z.enum(articleFindingKinds), said: z.string() });

export const articleRow = z.object({
  id,
  question: z.string(),
  list: z.enum(dutyLists),
  matter: matter.nullable(),
  body: organisationLink,
  state: z.enum(articleStates),
  version,
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  touchedAt: instant,
  by: z.string(),
  demo: z.boolean(),
  /** firms that found their answer here before sending anything, in the last 30 days */
  accepted: z.number().int(),
});
export type ArticleRow = z.infer<typeof articleRow>;

export const articleDetail = articleRow.extend({
  answer: z.string(),
  source: z.string(),
  /** the case it was made from, for its body */
  caseId: id.nullable(),
  publishedVersion: version.nullable(),
  /** what in the newest version points to a person or a firm */
  findings: z.array(finding),
  /** the reader’s body keeps it */
  own: z.boolean(),
  versions: z.array(
    z.object({
      ...{ version, by: z.string(), at: instant, question: z.string(), answer: z.string() },
      ...{ validFrom: isoDate, validTo: isoDate.nullable(), source: z.string() },
    }),
  ),
});
export type ArticleDetail = z.infer<typeof articleDetail>;

export const listArticles = endpoint({
  method: 'GET',
  path: '/api/articles',
  tag: 'articles',
  summary:
    'Articles of the reader’s body in every state, what was touched last at the top; of the whole city for the bureau',
  status: 200,
  query: z.object({
    q: z.string().max(100).default(''),
    state: z.enum(articleStates).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  reply: z.object({ articles: z.array(articleRow), total: z.number().int() }),
});

export const getArticle = endpoint({
  method: 'GET',
  path: '/api/articles/:id',
  tag: 'articles',
  summary: 'One article with its versions, and what in it points to somebody',
  status: 200,
  params: idParams,
  reply: z.object({ article: articleDetail }),
});

const written = z.object({ article: z.object({ id, version, findings: z.array(finding) }) });

export const draftArticle = endpoint({
  method: 'POST',
  path: '/api/articles',
  tag: 'articles',
  summary: 'Draft an article by hand; nobody outside the body reads it before it is published',
  status: 201,
  body: articleWords,
  reply: written,
});

export const articleFromCase = endpoint({
  method: 'POST',
  path: '/api/cases/:id/article',
  tag: 'articles',
  summary:
    'A draft from the answer of a case, without the firm’s words, names and numbers; pressed again, the same draft',
  status: 201,
  params: idParams,
  reply: written,
});

export const changeArticle = endpoint({
  method: 'PUT',
  path: '/api/articles/:id',
  tag: 'articles',
  summary: 'A new version; firms read the published one until this one is published',
  status: 200,
  params: idParams,
  body: articleWords.extend({ seen: version }),
  reply: written,
});

export const publishArticle = endpoint({
  method: 'POST',
  path: '/api/articles/:id/publication',
  tag: 'articles',
  summary: 'Firms read this version from now on. What points to somebody is refused until it is confirmed to be public',
  status: 200,
  params: idParams,
  body: z.object({ version, confirmed: z.boolean().default(false) }),
  reply: z.object({ article: z.object({ id, publishedVersion: version }) }),
});

export const takeArticleBack = endpoint({
  method: 'POST',
  path: '/api/articles/:id/withdrawal',
  tag: 'articles',
  summary: 'Firms read it no longer; its versions stay',
  status: 200,
  params: idParams,
  reply: z.object({ article: z.object({ id }) }),
});

export const acceptAnswer = endpoint({
  method: 'POST',
  path: '/api/needs/accepted-answers',
  tag: 'needs',
  summary:
    'The firm says that an answer it was shown is enough: counted as answered at once, no case is made, its words are not kept',
  status: 201,
  body: z.object({ kind: z.enum(answerKinds), id, idempotencyKey: z.string().min(8).max(100) }),
  reply: z.object({ accepted: z.object({ id, title: z.string(), body: organisationLink }) }),
});

export const viewAnsweredAtOnce = endpoint({
  method: 'GET',
  path: '/api/supervision/answered-at-once',
  tag: 'supervision',
  summary:
    'How many firms found their answer before sending anything, beside how many sent a request, and by which answers',
  status: 200,
  query: z.object({ days: z.coerce.number().int().min(1).max(366).default(30) }),
  reply: z.object({
    days: z.number().int(),
    accepted: z.number().int(),
    submitted: z.number().int(),
    answers: z.array(
      z.object({
        ...{ kind: z.enum(answerKinds), id, title: z.string(), body: organisationLink },
        ...{ times: z.number().int(), last: instant },
      }),
    ),
    asOf: instant,
  }),
});
