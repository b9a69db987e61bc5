import { type ArticleFinding, articleFindings } from '@zhitong/domain/needs/article-findings';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/** What in the words points to somebody, by the pattern of it and by the directory. */
export async function findingsOf(
  tx: Tx,
  city: string,
  { question, answer }: { readonly question: string; readonly answer: string },
): Promise<ArticleFinding[]> {
  const text = `${question}\n${answer}`;
  return [...articleFindings(text, await listNamedFirms(tx, { city, text }))];
}

const mostNames = 20;

/** Firms of the directory that the text names in full or by their short name. */
async function listNamedFirms(tx: Tx, { city, text }: { city: string; text: string }): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select case when position(name in ${text}) > 0 then name else short_name end as name from organisation
    where city = ${city} and kind = 'enterprise'
      and (position(name in ${text}) > 0 or (char_length(short_name) >= 4 and position(short_name in ${text}) > 0))
    order by 1 limit ${mostNames}`.execute(tx);
  return rows.map(({ name }) => name);
}
