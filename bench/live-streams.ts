import { get, type IncomingMessage } from 'node:http';
import { signIn } from './bench-client.ts';

export interface Stream {
  /** when the next event of its kind arrives, on the clock of performance.now() */
  next(): Promise<number>;
  close(): void;
}

/** Open Server-Sent Event streams of one person, each waiting for one kind of event. */
export async function openStreams(
  url: string,
  username: string,
  { count, event }: { readonly count: number; readonly event: string },
): Promise<Stream[]> {
  const headers = await signIn(url, username);
  return Promise.all(Array.from({ length: count }, () => openStream(url, headers, event)));
}

function openStream(url: string, headers: Record<string, string>, event: string): Promise<Stream> {
  return new Promise((done, fail) => {
    const call = get(`${url}/api/live`, { headers: { ...headers, accept: 'text/event-stream' } }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`the stream answered ${response.statusCode}`));
      const waiting: ((at: number) => void)[] = [];
      listen(response, {
        ready: () => done({ next: () => new Promise((told) => waiting.push(told)), close: () => call.destroy() }),
        event,
        arrived: () => waiting.shift()?.(performance.now()),
      });
    });
    call.on('error', fail);
  });
}

function listen(response: IncomingMessage, told: { event: string; ready: () => void; arrived: () => void }): void {
  let rest = '';
  response.setEncoding('utf8');
  response.on('error', () => undefined);
  response.on('data', (chunk: string) => {
    const frames = `${rest}${chunk}`.split('\n\n');
    rest = frames.pop() ?? '';
    for (const frame of frames) {
      if (frame.includes('event: ready')) told.ready();
      if (frame.includes(`event: ${told.event}`)) told.arrived();
    }
  });
}
