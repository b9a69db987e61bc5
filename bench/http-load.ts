import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  /** milliseconds of every answer */
  readonly latencies: readonly number[];
}

/** Keeps so many requests in flight over kept-alive connections. Any answer other than 200 ends the measurement. */
export async function putLoad({ url, headers, connections, seconds }: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const work = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await getOnce(url, headers, agent);
      latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - started) / 1000;
  agent.destroy();
  return { perSecond: latencies.length / took, latencies };
}

function getOnce(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<void> {
  return new Promise((done, fail) => {
    request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? done() : fail(new Error(`${url}: ${response.statusCode}`)),
      );
    })
      .on('error', fail)
      .end();
  });
}
