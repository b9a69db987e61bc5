import http from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { TestClient } from './test-app.ts';

export interface Frame {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly type: string; readonly subjectId: string; readonly at: string };
  /** milliseconds on the real clock */
  readonly arrived: number;
}

export interface Listener {
  readonly frames: readonly Frame[];
  close(): void;
}

/** Listens on a free port, so that streams can be held open as a browser holds them. */
export async function openPort(app: FastifyInstance): Promise<number> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

export async function listenLive(
  port: number,
  client: TestClient,
  { headers = {}, query = '' }: { headers?: object; query?: string } = {},
): Promise<Listener> {
  const frames: Frame[] = [];
  const { promise: opened, resolve: ready } = Promise.withResolvers<void>();
  const request = http.get(
    { port, host: '127.0.0.1', path: `/api/live${query}`, headers: { cookie: client.cookie, ...headers } },
    (response) => {
      let rest = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        rest += text;
        const parts = rest.split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) {
          if (part.includes('event: ready')) ready();
          else if (part.includes('data: ')) frames.push(asFrame(part));
        }
      });
    },
  );
  request.on('error', () => undefined);
  await opened;
  return { frames, close: () => request.destroy() };
}

function asFrame(part: string): Frame {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
  return { id: Number(field('id')), event: field('event'), data: JSON.parse(field('data')), arrived: Date.now() };
}
