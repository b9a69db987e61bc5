import type { changeArticle, draftArticle, publishArticle } from '@zhitong/contract/needs/article-contract';
import type { ArticleDeed } from '@zhitong/domain/matching/notice-knowledge';
import { type ArticleFinding, toWrite, withoutNames } from '@zhitong/domain/needs/article-findings';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { findingsOf } from './article-naming.ts';
import {
  type AnsweredCase,
  type ArticleWords,
  findArticleOfCase,
  insertArticle,
  insertVersion,
  type LockedArticle,
  lockAnsweredCase,
  lockArticle,
  updateArticle,
} from './article-store.ts';
import { refuseFirm } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import { answersForMatter } from './district-bodies.ts';

interface WrittenArticle {
  id: string;
  version: number;
  findings: ArticleFinding[];
}

/** By hand. */
export function draftArticleFor(
  deps: CaseDeps,
  viewer: Viewer,
  words: z.output<NonNullable<typeof draftArticle.body>>,
): Promise<WrittenArticle> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    await checkWords(tx, deps, { viewer, words });
    return firstVersion(tx, deps, { viewer, words, caseId: null });
  });
}

/** With one press from the answer of a case: the firm’s words, names and numbers stay behind, and the author writes the question. */
export function articleFromCaseFor(deps: CaseDeps, viewer: Viewer, caseId: string): Promise<WrittenArticle> {
  const { city, organisationId: bodyId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockAnsweredCase(tx, { city, id: caseId, bodyId });
    if (!found) throw new Refusal('platform.not-found');
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    const made = await findArticleOfCase(tx, { city, caseId });
    if (made) return { ...made, findings: [] };
    return firstVersion(tx, deps, { viewer, caseId, words: await wordsOf(tx, deps, { viewer, found }) });
  });
}

async function wordsOf(
  tx: Tx,
  { effects }: CaseDeps,
  { viewer, found }: { viewer: Viewer; found: AnsweredCase },
): Promise<ArticleWords> {
  const { answer, answeredAt, matter, list, dutyId } = found;
  if (answer === null || answeredAt === null) throw new Refusal('articles.not-answered');
  const names = found.names.flatMap((name) => name ?? []);
  const day = cityDay(effects.now());
  const isOwn = dutyId !== null && (await answersForMatter(tx, { viewer, dutyId, day }));
  return {
    question: matter === null ? toWrite.question : `${matter}：${toWrite.question}`,
    answer: withoutNames(answer, names),
    ...{ list, dutyId: isOwn ? dutyId : null, validFrom: day, validTo: null },
    source: `${viewer.organisationName}办件答复，${cityDay(answeredAt)}`,
  };
}

async function firstVersion(
  tx: Tx,
  { effects }: CaseDeps,
  { viewer, words, caseId }: { viewer: Viewer; words: ArticleWords; caseId: string | null },
): Promise<WrittenArticle> {
  const { city, organisationId: bodyId, personName: by } = viewer;
  const [id, at] = [effects.newId(), effects.now()];
  await insertArticle(tx, { city, id, bodyId, caseId, at });
  await insertVersion(tx, { city, articleId: id, version: 1 }, { ...words, by, at });
  await note(tx, effects, {
    viewer,
    id,
    action: 'article.drafted',
    deed: 'drafted',
    title: words.question,
    version: 1,
  });
  return { id, version: 1, findings: await findingsOf(tx, city, words) };
}

/** One more version; what was published stays until this one is. */
export function changeArticleFor(
  deps: CaseDeps,
  viewer: Viewer,
  { id, seen, ...words }: { id: string } & z.output<NonNullable<typeof changeArticle.body>>,
): Promise<WrittenArticle> {
  const { city, organisationId: bodyId, personName: by } = viewer;
  const at = deps.effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await lockOwn(tx, { city, id, bodyId, seen });
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    await checkWords(tx, deps, { viewer, words });
    const version = found.latest + 1;
    await insertVersion(tx, { city, articleId: id, version }, { ...words, by, at });
    await updateArticle(tx, { city, id }, { latest: version, at });
    await note(tx, deps.effects, {
      ...{ viewer, id, action: 'article.changed', deed: 'changed', title: words.question, version },
      before: { question: found.question, answer: found.answer },
      after: { question: words.question, answer: words.answer },
    });
    return { id, version, findings: await findingsOf(tx, city, words) };
  });
}

/** By whoever answers for what the body says in public. */
export function publishArticleFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { id, version, confirmed }: { id: string } & z.output<NonNullable<typeof publishArticle.body>>,
): Promise<{ id: string; publishedVersion: number }> {
  const { city, organisationId: bodyId, personName } = viewer;
  const at = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await lockOwn(tx, { city, id, bodyId, seen: version });
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    if (found.published === version) throw new Refusal('articles.published-already');
    if (found.validTo !== null && found.validTo <= cityDay(at))
      throw new Refusal('articles.over', { date: found.validTo });
    const findings = await findingsOf(tx, city, found);
    const standing = confirmed ? findings.filter(({ kind }) => kind === 'unwritten') : findings;
    if (standing.length > 0)
      throw new Refusal('articles.names-somebody', { said: standing.map(({ said }) => said).join('、') });
    await updateArticle(tx, { city, id }, { published: version, publishedBy: personName, at });
    const after = { version, confirmed: findings.length > 0 };
    await note(tx, effects, {
      ...{ viewer, id, action: 'article.published', deed: 'published', title: found.question, version, after },
    });
    return { id, publishedVersion: version };
  });
}

export function takeArticleBackFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  id: string,
): Promise<{ id: string }> {
  const { city, organisationId: bodyId } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await lockOwn(tx, { city, id, bodyId });
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    if (found.published === null) throw new Refusal('articles.not-published');
    await updateArticle(tx, { city, id }, { published: null, at: effects.now() });
    const title = found.question;
    await note(tx, effects, {
      ...{ viewer, id, action: 'article.taken-back', deed: 'taken-back', title, version: found.published },
    });
    return { id };
  });
}

async function lockOwn(
  tx: Tx,
  { seen, ...of }: { city: string; id: string; bodyId: string; seen?: number },
): Promise<LockedArticle> {
  const found = await lockArticle(tx, of);
  if (!found) throw new Refusal('platform.not-found');
  if (seen !== undefined && seen !== found.latest) throw new Refusal('articles.changed', { version: found.latest });
  return found;
}

async function checkWords(
  tx: Tx,
  { effects }: CaseDeps,
  { viewer, words }: { viewer: Viewer; words: ArticleWords },
): Promise<void> {
  if (words.validTo !== null && words.validTo <= words.validFrom) throw new Refusal('articles.dates');
  const day = cityDay(effects.now());
  if (words.dutyId !== null && !(await answersForMatter(tx, { viewer, dutyId: words.dutyId, day })))
    throw new Refusal('articles.unknown-matter');
}

interface Note {
  readonly viewer: Viewer;
  readonly id: string;
  readonly action: string;
  readonly deed: ArticleDeed;
  readonly title: string;
  readonly version: number;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

async function note(
  tx: Tx,
  effects: CaseDeps['effects'],
  { viewer, id, action, deed, title, version, before, after }: Note,
): Promise<void> {
  const { city, organisationId, personName: by } = viewer;
  await recordAudit(tx, effects, {
    ...{ action, subject: { kind: 'article', id } },
    ...{ before, after: { title, version, ...after } },
  });
  const payload = { deed, title, by };
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'article.changed', subjectId: id, audience: [organisationId] },
      ...{ payload, at: effects.now() },
    },
  ]);
}
