import { cloneDatabase, startTestCluster } from '@zhitong/server/testing/test-cluster';
import pg from 'pg';
import type { Corpus } from './corpus.ts';

export interface PeerSample {
  readonly took: number;
  readonly listed: number;
}

/**
 * The same offers and the same paragraphs in PostgreSQL full text: two-character pieces as words (PostgreSQL brings no Chinese
 * parser), a GIN index, `ts_rank`, the best offer of each firm, the first fifty. It finds text only: no limits, no capacity, no
 * reasons.
 */
export async function searchFullText({ offers, needs }: Corpus): Promise<{ samples: PeerSample[]; builtIn: number }> {
  const cluster = await startTestCluster();
  const { ownerUrl } = await cloneDatabase(cluster.adminUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const started = performance.now();
    await load(client, offers);
    const builtIn = performance.now() - started;
    for (const need of needs.slice(0, 50)) await search(client, need);
    const samples: PeerSample[] = [];
    for (const need of needs) samples.push(await search(client, need));
    return { samples, builtIn };
  } finally {
    await client.end();
    await cluster.stop();
  }
}

async function load(client: pg.Client, offers: Corpus['offers']): Promise<void> {
  await client.query('create table peer_offer (id text primary key, firm text not null, words tsvector not null)');
  for (let at = 0; at < offers.length; at += 5000) {
    const part = offers.slice(at, at + 5000);
    await client.query(
      `insert into peer_offer select o.id, o.firm, to_tsvector('simple', o.words)
       from unnest($1::text[], $2::text[], $3::text[]) as o(id, firm, words)`,
      [part.map(({ id }) => id), part.map((o) => o.organisationId), part.map((o) => pieces(o.productText).join(' '))],
    );
  }
  await client.query('create index peer_offer_words on peer_offer using gin (words)');
  await client.query('analyze peer_offer');
}

async function search(client: pg.Client, text: string): Promise<PeerSample> {
  const started = performance.now();
  const { rows } = await client.query({
    name: 'peer-search',
    text: `with asked as (select to_tsquery('simple', $1) as query),
           ranked as (
             select distinct on (firm) firm, id, ts_rank(words, query) as rank
             from peer_offer, asked where words @@ query order by firm, ts_rank(words, query) desc)
           select firm, id, rank from ranked order by rank desc, id limit 50`,
    values: [pieces(text).join(' | ')],
  });
  return { took: performance.now() - started, listed: rows.length };
}

/** Pairs of neighbouring letters within each run of letters: what a text without spaces is searched by. */
function pieces(text: string): string[] {
  const runs = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(runs.flatMap((run) => (run.length < 2 ? [run] : pairs(run))))];
}

function pairs(run: string): string[] {
  const letters = [...run];
  return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}
