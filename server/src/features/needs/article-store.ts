import type { DutyList } from '@zhitong/domain/directory/duty';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

export interface ArticleWords {
  readonly question: string;
  readonly answer: string;
  readonly list: DutyList;
  readonly dutyId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

interface Written {
  readonly by: string;
  readonly at: Date;
}

export async function insertArticle(
  tx: Tx,
  { city, id, bodyId, caseId, at }: { city: string; id: string; bodyId: string; caseId: string | null; at: Date },
): Promise<void> {
  await tx.insertInto('article').values({ city, id, body_id: bodyId, created_at: at, touched_at: at }).execute();
  if (caseId !== null)
    await tx.insertInto('article_origin').values({ city, article_id: id, case_id: caseId }).execute();
}

export async function insertVersion(
  tx: Tx,
  { city, articleId, version }: { city: string; articleId: string; version: number },
  { by, at, ...words }: ArticleWords & Written,
): Promise<void> {
  await tx
    .insertInto('article_version')
    .values({
      ...{ city, article_id: articleId, version, question: words.question, answer: words.answer, list: words.list },
      ...{ duty_id: words.dutyId, valid_from: words.validFrom, valid_to: words.validTo, source: words.source },
      ...{ by_name: by, at },
    })
    .execute();
}

export interface LockedArticle extends ArticleWords {
  readonly id: string;
  readonly latest: number;
  readonly published: number | null;
}

/** Of the own body, with its newest words. Undefined: there is no such article. */
export async function lockArticle(
  tx: Tx,
  { city, id, bodyId }: { city: string; id: string; bodyId: string },
): Promise<LockedArticle | undefined> {
  const { rows } = await sql<LockedArticle>`
    select a.id, a.latest_version as latest, a.published_version as published, v.question, v.answer, v.list, v.duty_id as "dutyId",
           v.valid_from as "validFrom", v.valid_to as "validTo", v.source
    from article a join article_version v on v.city = a.city and v.article_id = a.id and v.version = a.latest_version
    where a.city = ${city} and a.id = ${id} and a.body_id = ${bodyId} for no key update of a`.execute(tx);
  return rows[0];
}

interface Standing {
  readonly latest?: number;
  readonly published?: number | null;
  /** set when it is published */
  readonly publishedBy?: string;
  readonly at: Date;
}

export async function updateArticle(
  tx: Tx,
  { city, id }: { city: string; id: string },
  { latest, published, publishedBy, at }: Standing,
): Promise<void> {
  await tx
    .updateTable('article')
    .set({
      ...(latest !== undefined && { latest_version: latest }),
      ...(published !== undefined && { published_version: published }),
      ...(publishedBy !== undefined && { published_by: publishedBy, published_at: at }),
      touched_at: at,
    })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function findArticleOfCase(
  tx: Tx,
  { city, caseId }: { city: string; caseId: string },
): Promise<{ id: string; version: number } | undefined> {
  return tx
    .selectFrom('article_origin as o')
    .innerJoin('article as a', (join) => join.onRef('a.city', '=', 'o.city').onRef('a.id', '=', 'o.article_id'))
    .select(['a.id', 'a.latest_version as version'])
    .where('o.city', '=', city)
    .where('o.case_id', '=', caseId)
    .executeTakeFirst();
}

export interface AnsweredCase {
  readonly list: DutyList;
  readonly dutyId: string | null;
  readonly matter: string | null;
  /** null: there is none yet */
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** names that must not be carried over */
  readonly names: readonly (string | null)[];
}

/** A case the body leads, with its last answer and who asked; locked, so that two people make one article. */
export async function lockAnsweredCase(
  tx: Tx,
  { city, id, bodyId }: { city: string; id: string; bodyId: string },
): Promise<AnsweredCase | undefined> {
  const { rows } = await sql<AnsweredCase>`
    select c.list, c.duty_id as "dutyId", d.title as matter, last.text as answer, last.at as "answeredAt",
           array[c.asker_name, o.short_name, asked.person_name] as names
    from need_case c
    join organisation o on o.city = c.city and o.id = c.asker_id
    left join duty d on d.city = c.city and d.id = c.duty_id
    left join lateral (select text, at from case_action
      where city = c.city and case_id = c.id and kind = 'answered' and text is not null order by seq desc limit 1) last on true
    left join lateral (select person_name from case_action
      where city = c.city and case_id = c.id and side = 'firm' order by seq limit 1) asked on true
    where c.city = ${city} and c.id = ${id} and c.lead_id = ${bodyId} for no key update of c`.execute(tx);
  return rows[0];
}
