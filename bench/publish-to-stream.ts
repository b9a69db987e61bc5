import { get, type IncomingMessage } from 'node:http';
import { buyer, meltblown, spunbond, tackle } from '@zhitong/server/testing/test-world';
import { publishNeed, signIn } from './bench-client.ts';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';

const matched = 100;
const others = 50;
const needs = 60;

/** From the moment the buyer sends its need to the row on each open stream of the supplier it fits. */
export async function publishToStream(): Promise<BenchTable> {
  const server = await startBenchServer();
  try {
    const streams = await openStreams(server.url, meltblown.username, matched);
    const idle = [
      ...(await openStreams(server.url, spunbond.username, others)),
      ...(await openStreams(server.url, tackle.username, others)),
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

interface Stream {
  /** when the next opportunity arrives, on the clock of performance.now() */
  next(): Promise<number>;
  close(): void;
}

async function openStreams(url: string, username: string, count: number): Promise<Stream[]> {
  const headers = await signIn(url, username);
  return Promise.all(Array.from({ length: count }, () => openStream(url, headers)));
}

function openStream(url: string, headers: Record<string, string>): Promise<Stream> {
  return new Promise((done, fail) => {
    const call = get(`${url}/api/live`, { headers: { ...headers, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`the stream answered ${response.statusCode}`));
      const waiting: ((at: number) => void)[] = [];
      listen(response, {
        ready: () => done({ next: () => new Promise((told) => waiting.push(told)), close: () => call.destroy() }),
        opportunity: () => waiting.shift()?.(performance.now()),
      });
    });
    call.on('error', fail);
  });
}

function listen(response: IncomingMessage, told: { ready: () => void; opportunity: () => void }): void {
  let rest = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    const frames = `${rest}${chunk}`.split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      if (frame.includes('event: ready')) told.ready();
      if (frame.includes('event: opportunity.arrived')) told.opportunity();
    }
  });
}
