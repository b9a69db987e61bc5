import {
  acceptAnswer,
  articleFromCase,
  changeArticle,
  draftArticle,
  getArticle,
  listArticles,
  publishArticle,
  takeArticleBack,
  viewAnsweredAtOnce,
} from '@zhitong/contract/needs/article-contract';
import type { Routes } from '#platform/route';
import { acceptAnswerFor } from './accepted-answer-service.ts';
import { viewAtOnce } from './answered-at-once-view.ts';
import {
  articleFromCaseFor,
  changeArticleFor,
  draftArticleFor,
  publishArticleFor,
  takeArticleBackFor,
} from './article-service.ts';
import { viewArticle, viewArticles } from './article-views.ts';
import type { CaseDeps } from './case-deps.ts';

/** The knowledge base: written by bodies, read by firms before they send anything. */
export function articleRoutes(routes: Routes, deps: CaseDeps): void {
  routes.for('article.list', listArticles, ({ query }, viewer) => viewArticles(deps, viewer, query));

  routes.for('article.list', getArticle, ({ params }, viewer) => viewArticle(deps, viewer, params.id));

  routes.for('article.write', draftArticle, async ({ body }, viewer) => ({
    article: await draftArticleFor(deps, viewer, body),
  }));

  routes.for('article.write', articleFromCase, async ({ params }, viewer) => ({
    article: await articleFromCaseFor(deps, viewer, params.id),
  }));

  routes.for('article.write', changeArticle, async ({ params, body }, viewer) => ({
    article: await changeArticleFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('article.publish', publishArticle, async ({ params, body }, viewer) => ({
    article: await publishArticleFor(deps, viewer, { id: params.id, ...body }),
  }));

  routes.for('article.publish', takeArticleBack, async ({ params }, viewer) => ({
    article: await takeArticleBackFor(deps, viewer, params.id),
  }));

  routes.for('need.publish', acceptAnswer, async ({ body }, viewer) => ({
    accepted: await acceptAnswerFor(deps, viewer, body),
  }));

  routes.for('case.supervise', viewAnsweredAtOnce, ({ query }, viewer) => viewAtOnce(deps, viewer, query));
}
