import type { ArticleDetail, ArticleRow, getArticle, listArticles } from '@zhitong/contract/needs/article-contract';
import type { DutyList } from '@zhitong/domain/directory/duty';
import type { ArticleState } from '@zhitong/domain/needs/article';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { asSystem, enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { findingsOf } from './article-naming.ts';
import type { CaseDeps } from './case-deps.ts';

interface Row {
  id: string;
  question: string;
  list: string;
  duty_id: string | null;
  duty_number: string | null;
  duty_title: string | null;
  body_id: string;
  body_name: string;
  state: string;
  latest_version: number;
  published_version: number | null;
  case_id: string | null;
  valid_from: string;
  valid_to: string | null;
  touched_at: Date;
  by_name: string;
  demo: boolean;
}

const month = 30 * 86_400_000;

/** Articles with their newest words; the state goes by the published version, which firms read. */
const articles = ({ city, now }: { city: string; now: Date }) => {
  const day = cityDay(now);
  return sql`(
    select a.id, v.question, v.answer, v.list, v.duty_id, d.number as duty_number, d.title as duty_title, a.body_id, b.name as body_name,
      case when a.published_version is null then case when a.published_at is null then 'draft' else 'taken-back' end
           when p.valid_to is not null and p.valid_to <= ${day}::date then 'expired'
           when a.published_version < a.latest_version then 'waiting' else 'published' end as state,
      a.latest_version, a.published_version, origin.case_id, v.valid_from, v.valid_to, a.touched_at, v.by_name, a.demo
    from article a
    join article_version v on v.city = a.city and v.article_id = a.id and v.version = a.latest_version
    left join article_version p on p.city = a.city and p.article_id = a.id and p.version = a.published_version
    join organisation b on b.city = a.city and b.id = a.body_id
    left join duty d on d.city = v.city and d.id = v.duty_id
    left join article_origin origin on origin.city = a.city and origin.article_id = a.id
    where a.city = ${city})`;
};

const columns = sql`id, question, list, duty_id, duty_number, duty_title, body_id, body_name, state, latest_version, published_version, case_id,
  valid_from, valid_to, touched_at, by_name, demo`;

/** Of the own body; of the whole city for the bureau. */
export function viewArticles(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { q, state, limit, offset }: z.output<NonNullable<typeof listArticles.query>>,
): Promise<z.input<typeof listArticles.reply>> {
  const { city, organisationId, role } = viewer;
  const words = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const filter = sql`from ${articles({ city, now: effects.now() })} found
    where (${role === 'operator'} or body_id = ${organisationId})
      and (${state ?? null}::text is null or state = ${state ?? null})
      and (question ilike ${words} or answer ilike ${words} or duty_title ilike ${words} or body_name ilike ${words})`;
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row>`
      select ${columns} ${filter} order by touched_at desc, id limit ${limit} offset ${offset}`.execute(tx);
    const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${filter}`.execute(tx);
    const counts = await countAccepted(tx, { city, ids: rows.map(({ id }) => id), now: effects.now() });
    return { articles: rows.map((row) => rowOf(row, counts)), total: counted[0]?.total ?? 0 };
  });
}

export function viewArticle(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  id: string,
): Promise<z.input<typeof getArticle.reply>> {
  const { city, organisationId, role } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row & { answer: string }>`
      select ${columns}, answer from ${articles({ city, now: effects.now() })} found
      where id = ${id} and (${role === 'operator'} or body_id = ${organisationId})`.execute(tx);
    const [row] = rows;
    if (!row) throw new Refusal('platform.not-found');
    const counts = await countAccepted(tx, { city, ids: [id], now: effects.now() });
    const versions = await listVersions(tx, { city, id });
    return {
      article: {
        ...{ ...rowOf(row, counts), answer: row.answer, source: versions[0]?.source ?? '', versions: [...versions] },
        ...{ caseId: row.case_id, own: row.body_id === organisationId },
        ...{ publishedVersion: row.published_version, findings: await findingsOf(tx, city, row) },
      },
    };
  });
}

function rowOf(row: Row, counts: ReadonlyMap<string, number>): ArticleRow {
  const { duty_id: dutyId, duty_number: number, duty_title: title } = row;
  return {
    ...{ id: row.id, question: row.question, list: wordColumn<DutyList>(row.list) },
    matter: dutyId === null ? null : { id: dutyId, number: number ?? '', title: title ?? '' },
    ...{ body: { id: row.body_id, name: row.body_name }, state: wordColumn<ArticleState>(row.state) },
    ...{ version: row.latest_version, validFrom: row.valid_from, validTo: row.valid_to, by: row.by_name },
    ...{ touchedAt: row.touched_at.toISOString(), demo: row.demo, accepted: counts.get(row.id) ?? 0 },
  };
}

/** How many, and never who: which firm it was is between the firm and the bureau. */
async function countAccepted(
  tx: Tx,
  { city, ids, now }: { city: string; ids: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await asSystem(tx, enteredContext(tx), () =>
    sql<{ id: string; count: number }>`
      select source_id as id, count(*)::int as count from answer_accepted
      where city = ${city} and kind = 'article' and source_id = any(${[...ids]}::uuid[]) and at > ${new Date(now.getTime() - month)}
      group by source_id`.execute(tx),
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

const mostVersions = 100;

/** Newest first. */
async function listVersions(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<readonly ArticleDetail['versions'][number][]> {
  const rows = await tx
    .selectFrom('article_version')
    .select(['version', 'by_name', 'at', 'question', 'answer', 'valid_from', 'valid_to', 'source'])
    .where('city', '=', city)
    .where('article_id', '=', id)
    .orderBy('version', 'desc')
    .limit(mostVersions)
    .execute();
  return rows.map(({ by_name: by, valid_from: validFrom, valid_to: validTo, at, ...rest }) => ({
    ...{ ...rest, by, at: at.toISOString(), validFrom, validTo },
  }));
}
