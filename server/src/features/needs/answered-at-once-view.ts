import type { viewAnsweredAtOnce } from '@zhitong/contract/needs/article-contract';
import type { AnswerKind } from '@zhitong/domain/needs/article';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';

interface Row {
  kind: string;
  source_id: string;
  title: string;
  body_id: string;
  body_name: string;
  times: number;
  last: Date;
}

const mostAnswers = 20;

/** Requests that ended before they began, beside those that were sent; sourcing is not answered from a knowledge base and counts on neither side. */
export function viewAtOnce(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { days }: { days: number },
): Promise<z.input<typeof viewAnsweredAtOnce.reply>> {
  const { city } = viewer;
  const now = effects.now();
  const since = new Date(now.getTime() - days * 86_400_000);
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows: counts } = await sql<{ accepted: number; submitted: number }>`
      select (select count(*)::int from answer_accepted where city = ${city} and at > ${since}) as accepted,
             (select count(*)::int from need_case where city = ${city} and started_at > ${since} and list <> 'sourcing'
                and status <> 'withdrawn') as submitted`.execute(tx);
    const { rows } = await sql<Row>`
      select x.kind, x.source_id, max(x.title) as title, x.body_id, b.name as body_name, count(*)::int as times, max(x.at) as last
      from answer_accepted x join organisation b on b.city = x.city and b.id = x.body_id
      where x.city = ${city} and x.at > ${since}
      group by x.kind, x.source_id, x.body_id, b.name order by times desc, last desc, x.source_id limit ${mostAnswers}`.execute(
      tx,
    );
    return {
      ...{ days, accepted: counts[0]?.accepted ?? 0, submitted: counts[0]?.submitted ?? 0, asOf: now.toISOString() },
      answers: rows.map((row) => ({
        ...{ kind: wordColumn<AnswerKind>(row.kind), id: row.source_id, title: row.title },
        ...{ body: { id: row.body_id, name: row.body_name }, times: row.times, last: row.last.toISOString() },
      })),
    };
  });
}
