import { type JudgedQuery, scoreRanking } from '@zhitong/algorithms/search/ranking-score';
import { importedProductId, isJunkName } from '@zhitong/domain/matching/chainkg-name';
import { MatchIndex, matchModel } from '@zhitong/domain/matching/match-index';
import type { Product } from '@zhitong/domain/matching/product';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import type { BenchTable } from './bench-table.ts';
import { readCsv } from './csv-rows.ts';
import { PlainBm25 } from './plain-bm25.ts';
import { findAbsent, sharedFile } from './shared-folder.ts';

const files = {
  documents: sharedFile('product_to_company', 'docs.csv'),
  queries: sharedFile('product_to_company', 'queries.csv'),
  judgments: sharedFile('product_to_company', 'qrels.csv'),
};

interface TestQuery extends JudgedQuery {
  readonly exact: boolean;
  /** weights were tuned on these; the others were held back */
  readonly tuned: boolean;
}

/** Who makes this? The way a preview answers it, beside textbook BM25 on the same data in the same run. */
export async function matchQuality(): Promise<BenchTable> {
  const title = 'Match quality: who makes this product?';
  const head = ['system', 'queries', 'count', 'MRR@10', 'R@10', 'R@100'];
  const absent = findAbsent(Object.values(files));
  if (absent !== undefined) return { title, note: `NOT MEASURED: ${absent} is absent.`, head, rows: [] };
  const documents = readCsv(files.documents, ['code', 'name', 'text']);
  const queries = readQueries();
  const peer = askPeer(documents, queries);
  const ours = askIndex(documents, queries);
  return {
    title,
    note: `product_to_company: product strings of one text, product lists of ${documents.length.toLocaleString('en-US')} listed companies from another, incomplete judgments; scored like checks/score.py. Each phrase of a list is one offer; the question goes through the parser and the live index as a preview does (${matchModel}). Weights were tuned on one half of the queries (by a hash of their number); “held back” is the other half; two rules of the scoring were chosen with both halves in sight, so read it as slightly optimistic.`,
    head,
    rows: subsets.flatMap(({ name, keep }) => {
      const chosen = queries.filter(keep);
      return [row('plain BM25', name, { chosen, answers: peer }), row('Zhitong', name, { chosen, answers: ours })];
    }),
  };
}

const subsets: readonly { readonly name: string; readonly keep: (query: TestQuery) => boolean }[] = [
  { name: 'all', keep: () => true },
  { name: 'exact', keep: ({ exact }) => exact },
  { name: 'non-exact', keep: ({ exact }) => !exact },
  { name: 'exact, held back', keep: ({ exact, tuned }) => exact && !tuned },
  { name: 'non-exact, held back', keep: ({ exact, tuned }) => !exact && !tuned },
];

interface Answered {
  readonly chosen: readonly TestQuery[];
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

function row(system: string, name: string, { chosen, answers }: Answered): string[] {
  const { mrr10, recall10, recall100 } = scoreRanking(chosen, answers);
  return [
    system,
    name,
    chosen.length.toLocaleString('en-US'),
    ...[mrr10, recall10, recall100].map((value) => value.toFixed(3)),
  ];
}

function readQueries(): TestQuery[] {
  const relevant = new Map<string, Set<string>>();
  for (const { qid, code, rel } of readCsv(files.judgments, ['qid', 'code', 'rel'])) {
    if (Number(rel) > 0) relevant.set(qid, (relevant.get(qid) ?? new Set()).add(code));
  }
  return readCsv(files.queries, ['qid', 'query', 'exact_product_string_in_docs']).map((query) => ({
    id: query.qid,
    text: query.query,
    relevant: relevant.get(query.qid) ?? new Set(),
    exact: query.exact_product_string_in_docs === '1',
    tuned: isTuned(query.qid),
  }));
}

/** FNV-1a of the query's number, one bit: fixed once, so that nobody tunes on what is held back. */
function isTuned(qid: string): boolean {
  let hash = 2_166_136_261;
  for (const digit of qid) hash = Math.imul(hash ^ digit.charCodeAt(0), 16_777_619);
  return ((hash >>> 7) & 1) === 0;
}

type Document = Readonly<Record<'code' | 'name' | 'text', string>>;

function askPeer(documents: readonly Document[], queries: readonly TestQuery[]): Map<string, string[]> {
  const peer = new PlainBm25();
  for (const { code, text } of documents) peer.add(code, text);
  return new Map(queries.map(({ id, text }) => [id, peer.search(text, 100)]));
}

function askIndex(documents: readonly Document[], queries: readonly TestQuery[]): Map<string, string[]> {
  const names = new Set(documents.flatMap(({ text }) => text.split(' ')));
  const index = new MatchIndex({ products: [...names].map(productOf), relations: [], regions: [], circles: [] });
  for (const document of documents) putDocument(index, document);
  return new Map(
    queries.map(({ id, text }) => {
      const found = parseNeed(text, { lexicon: index.lexicon, today: '2026-11-23', regions: [] });
      const demand = { ...nobody, ...found, text, productIds: found.products.map((product) => product.id) };
      return [id, index.match(demand, { limit: 100, cityFirst: false }).matches.map((match) => match.organisationId)];
    }),
  );
}

const nowhere = { city: '000000', region: null, longitude: null, latitude: null } as const;
const nobody = { organisationId: null, ...nowhere } as const;

function productOf(name: string): Product {
  return { id: importedProductId(name), name, aliases: [], unit: null, source: 'chainkg', junk: isJunkName(name) };
}

function putDocument(index: MatchIndex, { code, name, text }: Document): void {
  index.putSupplier({ id: code, name, ...nowhere, deliveries: 0, onTime: 0 });
  for (const [place, phrase] of text.split(' ').entries()) {
    index.putOffer({
      id: `${code}-${String(place).padStart(4, '0')}`,
      city: nowhere.city,
      organisationId: code,
      productId: importedProductId(phrase),
      productText: phrase,
      capacity: null,
      limits: [],
      certificates: [],
      source: 'imported',
    });
  }
}
