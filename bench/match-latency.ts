import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MatchIndex, type MatchOptions } from '@zhitong/domain/matching/match-index';
import { reasonText } from '@zhitong/domain/matching/reason-text';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { type Corpus, makeCorpus } from './corpus.ts';
import { searchFullText } from './full-text-peer.ts';

const sizes = [10_000, 100_000];
const needCount = 300;

/** One need, parsed and matched, to the top 50 with every reason as a sentence; on one core, in one process. */
export async function matchLatency(
  corpusOf: (offers: number, needs: number) => Corpus = makeCorpus,
): Promise<BenchTable> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const corpus = corpusOf(size, needCount);
    rows.push(...measure(corpus), await measurePeer(corpus));
  }
  return {
    title: 'Match latency: one need → top 50 with reasons',
    note: `Synthetic offers of the hand-made product graph, five a firm, in ten cities, with limits, capacity and certificates; ${needCount} paragraphs, each parsed, matched and its reasons written in Chinese. The index is in memory. Peer: the same offers in PostgreSQL full text (two-character pieces, GIN, ts_rank) over a loopback connection with a prepared statement; it finds text only, without limits, capacity, tiers or reasons. “Built in” is all offers put into an empty index; the memory is what the heap holds more after it.`,
    head: ['offers', 'how', 'p50', 'p99', 'suppliers listed (mean)', 'built in', 'memory'],
    rows,
  };
}

async function measurePeer(corpus: Corpus): Promise<string[]> {
  const { samples, builtIn } = await searchFullText(corpus);
  const latencies = samples.map(({ took }) => took);
  const listed = samples.reduce((sum, sample) => sum + sample.listed, 0) / samples.length;
  const figures = [percentile(latencies, 0.5), percentile(latencies, 0.99)].map(milliseconds);
  const size = corpus.offers.length.toLocaleString('en-US');
  return [size, 'PostgreSQL full text', ...figures, listed.toFixed(0), milliseconds(builtIn), '–'];
}

function measure({ catalogue, suppliers, offers, needs }: Corpus): string[][] {
  const before = heapInUse();
  const started = performance.now();
  const index = new MatchIndex(catalogue);
  for (const supplier of suppliers) index.putSupplier(supplier);
  for (const offer of offers) index.putOffer(offer);
  const built = [milliseconds(performance.now() - started), `${Math.round((heapInUse() - before) / 2 ** 20)} MiB`];
  const ask = (how: string, options: MatchOptions) => {
    for (const need of needs.slice(0, 50)) answer(index, need, options);
    const samples = needs.map((need) => answer(index, need, options));
    const latencies = samples.map(({ took }) => took);
    const listed = samples.reduce((sum, sample) => sum + sample.listed, 0) / samples.length;
    const figures = [percentile(latencies, 0.5), percentile(latencies, 0.99)].map(milliseconds);
    return [offers.length.toLocaleString('en-US'), how, ...figures, listed.toFixed(0), ...built];
  };
  return [ask('local firms first', {}), ask('all tiers by fit (preview)', { cityFirst: false })];
}

function answer(
  index: MatchIndex,
  text: string,
  options: MatchOptions,
): { readonly took: number; readonly listed: number } {
  const started = performance.now();
  const found = parseNeed(text, { lexicon: index.lexicon, today: '2026-11-23', regions: [] });
  const demand = { ...found, text, productIds: found.products.map(({ id }) => id), ...asker };
  const { matches } = index.match(demand, { limit: 50, today: '2026-11-23', ...options });
  for (const { reasons } of matches) for (const reason of reasons) reasonText(reason, 'zh');
  return { took: performance.now() - started, listed: matches.length };
}

/** After a collection, so that rubbish is not counted. */
function heapInUse(): number {
  setFlagsFromString('--expose_gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

const asker = { organisationId: null, city: '371000', region: null, longitude: null, latitude: null } as const;
