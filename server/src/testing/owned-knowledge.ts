import { insertArticle, insertVersion, updateArticle } from '#features/needs/article-store';
import { insertTemplate } from '#features/needs/case-template-store';
import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

/** A published article, and an answer template. */
export async function writeKnowledge(
  tx: Tx,
  { city, id: bodyId }: TestOrganisation,
  of: { newId: () => string; at: string },
): Promise<{ article: string; caseTemplate: string }> {
  const [article, caseTemplate, at] = [of.newId(), of.newId(), new Date(of.at)];
  const by = '演示-甲';
  await insertArticle(tx, { city, id: article, bodyId, caseId: null, at });
  const words = { question: '演示条目', answer: '演示答案', source: '演示', list: 'problem' } as const;
  const valid = { dutyId: null, validFrom: '2026-01-01', validTo: null };
  await insertVersion(tx, { city, articleId: article, version: 1 }, { ...words, ...valid, by, at });
  await updateArticle(tx, { city, id: article }, { published: 1, publishedBy: by, at });
  // of a title a body keeps one
  const template = {
    title: `演示模板 ${caseTemplate.slice(-6)}`,
    text: '请带材料到窗口办理。',
    dutyId: null,
    list: null,
    by,
    at,
  };
  await insertTemplate(tx, { city, bodyId, id: caseTemplate }, template);
  return { article, caseTemplate };
}
