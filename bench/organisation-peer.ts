import { containsPattern } from '@zhitong/server/platform/search-text';
import pg from 'pg';
import type { MadeSearch } from './organisation-corpus.ts';

interface PlainSearches {
  readonly searches: readonly MadeSearch[];
  /** milliseconds by what was searched; added to */
  readonly samples: Map<string, number[]>;
}

const sorts = ['brand (海威)', 'brand and trade (海威渔具)', 'full name', 'common word (威海)'];

/** What one would write first: ILIKE with a trigram index, sorted by sound. As superuser: no policy stands between. */
export async function searchPlainly(adminUrl: string, { searches, samples }: PlainSearches): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('create extension if not exists pg_trgm');
    await admin.query('create index organisation_trigram on organisation using gin (name gin_trgm_ops)');
    await admin.query('analyze organisation');
    for (const { what, query } of searches.filter((search) => sorts.includes(search.what))) {
      const started = performance.now();
      await admin.query(page, [containsPattern(query.q)]);
      const peer = `peer, ILIKE and pg_trgm: ${what}`;
      samples.set(peer, [...(samples.get(peer) ?? []), performance.now() - started]);
    }
  } finally {
    await admin.end();
  }
}

const page = `select id, kind, name, region, count(*) over ()::int as total from organisation
  where name ilike $1 order by name collate "zh-x-icu", id limit 20`;
