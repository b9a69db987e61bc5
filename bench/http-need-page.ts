import { buyer } from '@zhitong/server/testing/test-world';
import { publishNeed, signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { type LoadResult, putLoad } from './http-load.ts';

const connections = 16;
const seconds = 4;
const rounds = 3;

/** The need page over HTTP beside a bare route that sends the same statements to the same database. */
export async function httpNeedPage(): Promise<BenchTable> {
  const server = await startBenchServer();
  try {
    const headers = await signIn(server.url, buyer.username);
    const page = `${server.url}/api/needs/${await publishNeed(server.url, headers)}`;
    const pages: LoadResult[] = [];
    const bares: LoadResult[] = [];
    await putLoad({ url: page, headers, connections, seconds: 1 });
    await putLoad({ url: server.bareUrl, headers: {}, connections, seconds: 1 });
    for (let round = 0; round < rounds; round += 1) {
      bares.push(await putLoad({ url: server.bareUrl, headers: {}, connections, seconds }));
      pages.push(await putLoad({ url: page, headers, connections, seconds }));
    }
    const [bare, whole] = [rate(bares), rate(pages)];
    return {
      title: 'Need page over HTTP',
      note: `GET /api/needs/:id with cookie, session, row-level security, rule and reply schema, against a plain node:http listener that sends the very same BEGIN, SET LOCAL, SELECT, COMMIT to the same embedded PostgreSQL. ${connections} kept-alive connections over loopback, ${rounds} alternating rounds of ${seconds} s, one server process. Aim: at least 60 %.`,
      head: ['route', 'requests/s', 'p50', 'p99', 'of the bare route'],
      rows: [row('bare route', bares, 1), row('need page', pages, whole / bare)],
    };
  } finally {
    await server.stop();
  }
}

function rate(results: readonly LoadResult[]): number {
  return results.reduce((sum, result) => sum + result.perSecond, 0) / results.length;
}

function row(name: string, results: readonly LoadResult[], share: number): readonly string[] {
  const latencies = results.flatMap((result) => result.latencies);
  return [
    name,
    Math.round(rate(results)).toLocaleString('en-US'),
    milliseconds(percentile(latencies, 0.5)),
    milliseconds(percentile(latencies, 0.99)),
    `${Math.round(share * 100)} %`,
  ];
}
