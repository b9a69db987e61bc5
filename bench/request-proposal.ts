import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import { signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { readRoutingParts } from './request-routing-parts.ts';

const requests = 1_200;
/** a firm with requests of its own in the demo city */
const firm = 'firm.buyer';
const atOnce = [1, 8];

/** The whole proposal as a user gets it: routing, known answers and the firm’s look-alike cases, over HTTP on the demo city. */
export async function requestProposal(): Promise<BenchTable> {
  const server = await startBenchServer('demo');
  try {
    const headers = { ...(await signIn(server.url, firm)), 'content-type': 'application/json' };
    const texts = await textsFor(server.url, headers);
    const before = load();
    const rows: string[][] = [];
    for (const side of atOnce) rows.push(await row(texts, side, (text) => propose(server.url, headers, text)));
    return {
      title: 'The whole proposal: POST /api/needs/route over HTTP',
      note: `${requests.toLocaleString('en-US')} requests of one firm over loopback to the running product with the demo city (325 matters, published articles and policies, the firm’s own cases), embedded PostgreSQL with fsync: the questions of the published articles, what the firm asked before, asked again (one in ten), and the test part and the build part of data/request-routing, mixed. The first ones, which build the router and the search over answers, are not left out. Answered, alike: share of the replies with a known answer, with a look-alike case. The machine had ${availableParallelism()} cores and a load of ${before} before and ${load()} after it: above the number of cores, others had their share of every millisecond. Aim: p99 at most 200 ms.`,
      head: ['requests in flight', 'count', 'p50', 'p99', 'slowest', 'answered', 'alike'],
      rows,
    };
  } finally {
    await server.stop();
  }
}

/** Mean number of processes that wanted to run in the last minute. */
const load = () => (loadavg()[0] ?? Number.NaN).toFixed(1);

interface Proposed {
  readonly took: number;
  readonly reply: RouteReply;
}

async function row(
  texts: readonly string[],
  side: number,
  ask: (text: string) => Promise<Proposed>,
): Promise<string[]> {
  const waiting = texts.values();
  const done: Proposed[] = [];
  const work = async () => {
    for (const text of waiting) done.push(await ask(text));
  };
  await Promise.all(Array.from({ length: side }, work));
  const times = done.map(({ took }) => took);
  const share = (is: (reply: Proposed['reply']) => boolean) =>
    (done.filter(({ reply }) => is(reply)).length / done.length).toFixed(3).slice(1);
  return [
    ...[String(side), done.length.toLocaleString('en-US')],
    ...[percentile(times, 0.5), percentile(times, 0.99), Math.max(...times)].map(milliseconds),
    ...[share(({ answers }) => answers.length > 0), share(({ similar }) => similar.length > 0)],
  ];
}

async function propose(url: string, headers: Record<string, string>, text: string): Promise<Proposed> {
  const sent = performance.now();
  const answer = await fetch(`${url}${routeNeed.path}`, { method: 'POST', headers, body: JSON.stringify({ text }) });
  const body = await answer.text();
  const took = performance.now() - sent;
  if (!answer.ok) throw new Error(`no proposal: ${answer.status} ${body}`);
  return { took, reply: routeNeed.reply.parse(JSON.parse(body)) };
}

/** In a fixed order: each source is spread over the whole run. */
async function textsFor(url: string, headers: Record<string, string>): Promise<readonly string[]> {
  const { test = [], build } = readRoutingParts();
  const own = await ownTexts(url, headers);
  // as many as a tenth are much like what the firm asked before
  const alike = Array.from({ length: requests / 10 }, (_, at) => `${own[at % own.length] ?? ''}（再问一次）`);
  const known = [...articleQuestions(), ...alike];
  const asked = [...test, ...build].map(({ text }) => text);
  const rest = asked.slice(0, requests - known.length);
  const every = Math.floor(requests / Math.max(1, known.length));
  return known
    .flatMap((text, at) => [text, ...rest.slice(at * (every - 1), (at + 1) * (every - 1))])
    .concat(rest.slice(known.length * (every - 1)));
}

function articleQuestions(): readonly string[] {
  const file = join(import.meta.dirname, '..', 'data', 'demo-city', 'articles.json');
  const articles: readonly { readonly question: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  return articles.map(({ question }) => question);
}

async function ownTexts(url: string, headers: Record<string, string>): Promise<readonly string[]> {
  const reply = await fetch(`${url}/api/needs?limit=100`, { headers });
  const { needs }: { needs: readonly { readonly kind: string; readonly text: string }[] } = JSON.parse(
    await reply.text(),
  );
  return needs.filter(({ kind }) => kind !== 'sourcing').map(({ text }) => text);
}
