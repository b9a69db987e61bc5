import { bankA, buyer, hrss, tackle } from '@zhitong/server/testing/test-world';
import { signIn, submitRequest } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { openStreams, type Stream } from './live-streams.ts';

const open = 1_000;
const requests = 60;
const event = 'case.acted';

/** From the moment a firm sends its request to the row on the screen of the handler it goes to. */
export async function requestToStream(): Promise<BenchTable> {
  const server = await startBenchServer();
  try {
    const [handler] = await openStreams(server.url, hrss.username, { count: 1, event });
    if (!handler) throw new Error('no stream of the handler');
    const others: Stream[] = [];
    for (const username of [bankA.username, tackle.username])
      for (let opened = 0; opened < open / 2; opened += 100)
        others.push(...(await openStreams(server.url, username, { count: 100, event })));
    const headers = await signIn(server.url, buyer.username);
    const answered: number[] = [];
    const arrived: number[] = [];
    for (let count = 0; count < requests; count += 1) {
      const sent = performance.now();
      const row = handler.next();
      await submitRequest(server.url, headers, hrss.id);
      answered.push(performance.now() - sent);
      arrived.push((await row) - sent);
    }
    for (const stream of [handler, ...others]) stream.close();
    const row = (name: string, samples: readonly number[]) => [
      ...[
        name,
        String(samples.length),
        milliseconds(percentile(samples, 0.5)),
        milliseconds(percentile(samples, 0.99)),
      ],
    ];
    return {
      title: 'Submit → row on the handler’s screen',
      note: `${(open + 1).toLocaleString('en-US')} open streams, ${requests} requests one after another over loopback to the body whose handler has one of them open; embedded PostgreSQL with fsync. The time starts when the firm sends POST /api/needs and includes routing, the transaction, sealing and the push. Peer in the same run: the answer to the firm itself. Aim: p99 at most 300 ms.`,
      head: ['what', 'samples', 'p50', 'p99'],
      rows: [row('answer to the firm', answered), row('row on the handler’s stream', arrived)],
    };
  } finally {
    await server.stop();
  }
}
