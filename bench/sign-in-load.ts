import { Agent, request } from 'node:http';
import { testColleagues, testWorldPassword } from '@zhitong/server/testing/test-world';
import { startBenchServer } from './bench-server.ts';
import { type BenchTable, milliseconds, percentile } from './bench-table.ts';
import { putLoad } from './http-load.ts';

const concurrent = 50;
const seconds = 10;
/** people of the test city who need no second factor: their sign-in is one request */
const usernames = testColleagues
  .filter(({ person }) => !/administrator|chief/.test(person.role))
  .map(({ username }) => username);

/** Sign-ins at 50 concurrent, and whether the server still answers others meanwhile. */
export async function signInLoad(): Promise<BenchTable> {
  const server = await startBenchServer();
  try {
    const health = `${server.url}/api/health`;
    // a file from the disk is read by the same threads that hash
    const page = { url: `${server.url}/api/docs/static/swagger-ui.css`, headers: {}, connections: 1 };
    const quiet = await putLoad({ url: health, headers: {}, connections: 1, seconds: 2 });
    const quietPage = await putLoad({ ...page, seconds: 2 });
    const alone = await signInFor(server.url, 1, 4);
    const [many, beside, pageBeside] = await Promise.all([
      signInFor(server.url, concurrent, seconds),
      putLoad({ url: health, headers: {}, connections: 1, seconds }),
      putLoad({ ...page, seconds }),
    ]);
    const row = (name: string, latencies: readonly number[], over: number) => [
      name,
      (latencies.length / over).toFixed(1),
      milliseconds(percentile(latencies, 0.5)),
      milliseconds(percentile(latencies, 0.99)),
    ];
    return {
      title: 'Sign-in',
      note: `POST /api/session with the right password over loopback, ${usernames.length} accounts in turn: delays counted in the database, one scrypt hash (N 16384, r 16: 32 MiB) on Node's thread pool, session and audit entry written with fsync. The health check beside it shows that the event loop stays free, the file of a page that the threads do. Client and server share the processors.`,
      head: ['what', 'per second', 'p50', 'p99'],
      rows: [
        row('sign-in, one at a time', alone, 4),
        row(`sign-in, ${concurrent} concurrent`, many, seconds),
        row('health check, nobody else', quiet.latencies, 2),
        row(`health check beside ${concurrent} sign-ins`, beside.latencies, seconds),
        row('a file of a page, nobody else', quietPage.latencies, 2),
        row(`a file of a page beside ${concurrent} sign-ins`, pageBeside.latencies, seconds),
      ],
    };
  } finally {
    await server.stop();
  }
}

/** Milliseconds of every sign-in; any answer other than 200 ends the measurement. */
async function signInFor(url: string, connections: number, duration: number): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const end = performance.now() + duration * 1000;
  let next = 0;
  const work = async () => {
    while (performance.now() < end) {
      const username = usernames[next++ % usernames.length] ?? '';
      const before = performance.now();
      await signInOnce(url, username, agent);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return latencies;
}

function signInOnce(url: string, username: string, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json' };
    request(`${url}/api/session`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? done() : fail(new Error(`${username}: ${response.statusCode}`)),
      );
    })
      .on('error', fail)
      .end(JSON.stringify({ username, password: testWorldPassword }));
  });
}
