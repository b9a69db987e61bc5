import type { DuplicateSide, listDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import type { DuplicateReason, DuplicateVerdict } from '@zhitong/domain/directory/duplicate-decision';
import type { Language } from '@zhitong/domain/language';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import { reasonSentences } from './duplicate-sentences.ts';

interface Row {
  a: unknown;
  b: unknown;
  verdict: Exclude<DuplicateVerdict, 'different'>;
  reasons: unknown;
  found_at: Date;
  answered_by: string | null;
  answered_at: Date | null;
  said_other: boolean;
  total: number;
}

/** The queue of pairs, both sides with what an officer compares. Pairs of merged-away records are over. */
export function viewDuplicates(
  database: Database,
  viewer: Viewer,
  { language, ...query }: z.output<typeof listDuplicates.query & z.ZodType> & { readonly language: Language },
): Promise<z.input<typeof listDuplicates.reply>> {
  const { city } = viewer;
  const side = (
    alias: string,
  ) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)},
    'shortName', ${sql.ref(`${alias}.short_name`)}, 'creditCode', ${sql.ref(`${alias}.credit_code`)},
    'region', (select r.name from region r where r.code = ${sql.ref(`${alias}.region`)}),
    'address', coalesce(${sql.ref(`${alias}.working_address`)}, ${sql.ref(`${alias}.registered_address`)}), 'source', ${sql.ref(`${alias}.source`)},
    'offers', (select count(*)::int from offer_search s where s.city = ${city} and s.organisation_id = ${sql.ref(`${alias}.id`)}))`;
  return inContext(database, contextOf(viewer), async (tx) => {
    const { rows } = await sql<Row>`
      select ${side('one')} as a, ${side('other')} as b, p.verdict, p.reasons, p.found_at, p.state = 'open' and p.answered_by is not null as said_other, p.answered_by, p.answered_at,
        count(*) over ()::int as total
      from duplicate_pair p
      join organisation one on one.city = p.city and one.id = p.a_id and one.merged_into is null
      join organisation other on other.city = p.city and other.id = p.b_id and other.merged_into is null
      where p.city = ${city} and p.state = ${query.state}
      order by p.weight desc, p.a_id, p.b_id limit ${query.limit} offset ${query.offset}`.execute(tx);
    return {
      total: rows[0]?.total ?? 0,
      pairs: rows.map((row) => ({
        ...{ a: jsonColumn<DuplicateSide>(row.a), b: jsonColumn<DuplicateSide>(row.b), verdict: row.verdict },
        reasons: reasonSentences(jsonColumn<DuplicateReason[]>(row.reasons), language),
        ...{ foundAt: row.found_at.toISOString(), answeredBy: row.answered_by, saidOther: row.said_other },
        answeredAt: row.answered_at?.toISOString() ?? null,
      })),
    };
  });
}
