import { buyer, meltblown, spunbond, tackle } from '@zhitong/server/testing/test-world';
import { publishNeed, signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { openStreams } from './live-streams.ts';

const matched = 100;
const others = 50;
const needs = 60;
const event = 'opportunity.arrived';

/** From the moment the buyer sends its need to the row on each open stream of the supplier it fits. */
export async function publishToStream(): Promise<BenchTable> {
  const server = await startBenchServer();
  try {
    const streams = await openStreams(server.url, meltblown.username, { count: matched, event });
    const idle = [
      ...(await openStreams(server.url, spunbond.username, { count: others, event })),
      ...(await openStreams(server.url, tackle.username, { count: others, event })),
    ];
    const headers = await signIn(server.url, buyer.username);
    const published: number[] = [];
    const arrived: number[] = [];
    for (let count = 0; count < needs; count += 1) {
      const sent = performance.now();
      const rows = Promise.all(streams.map((stream) => stream.next()));
      await publishNeed(server.url, headers);
      published.push(performance.now() - sent);
      for (const at of await rows) arrived.push(at - sent);
    }
    for (const stream of [...streams, ...idle]) stream.close();
    const row = (name: string, samples: readonly number[]) => [
      name,
      samples.length.toLocaleString('en-US'),
      milliseconds(percentile(samples, 0.5)),
      milliseconds(percentile(samples, 0.99)),
    ];
    return {
      title: 'Publish → row on the supplier’s open stream',
      note: `${matched + 2 * others} open streams (${matched} of the matched supplier, ${2 * others} of other firms), ${needs} needs one after another over loopback; embedded PostgreSQL with fsync. The time starts when the buyer sends POST /api/needs and includes parsing, matching, the transaction, sealing and the push.`,
      head: ['what', 'samples', 'p50', 'p99'],
      rows: [row('answer to the buyer', published), row('row on a supplier’s stream', arrived)],
    };
  } finally {
    await server.stop();
  }
}
