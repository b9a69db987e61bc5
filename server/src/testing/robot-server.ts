import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface RobotCall {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the server does with the next call. */
export type Behaviour = 'as-usual' | 'busy' | 'cut-off' | 'redirect' | 'gone' | { readonly retryAfter: string };

export interface RobotServer {
  readonly calls: readonly RobotCall[];
  readonly address: (path: string) => string;
  /** how long it takes from now on before it answers, in milliseconds */
  take(milliseconds: number): void;
  /** how it behaves from now on */
  behave(behaviour: Behaviour): void;
  /** the clock it counts the calls of a minute by */
  setNow(now: () => Date): void;
  close(): Promise<void>;
}

/** of the robot that is guarded by a key */
export const dingtalkKey = 'SEC000000演示';

/**
 * Answers as the robots of DingTalk and WeCom and a webhook do: always 200 with a code of their own, twenty calls a minute, the guards
 * of a DingTalk robot (key, keyword), the unknown key of WeCom; a webhook by its status.
 */
export async function startRobotServer(): Promise<RobotServer> {
  const calls: RobotCall[] = [];
  const minutes = new Map<string, number[]>();
  let behaviour: Behaviour = 'as-usual';
  let now = () => new Date();
  let takes = 1;
  const server = createServer((request, response) => {
    void read(request).then(async (body) => {
      const path = request.url ?? '';
      calls.push({ path, headers: request.headers, body });
      if (behaviour === 'cut-off') return request.socket.destroy();
      // a robot takes a moment
      await pause(takes);
      const said = sayOf(behaviour);
      if (said) return reply(response, said);
      return reply(response, { status: 200, body: JSON.stringify(answer(new URL(path, 'http://x'), body)) });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    calls,
    address: (path) => `http://127.0.0.1:${port}${path}`,
    take: (milliseconds) => {
      takes = milliseconds;
    },
    behave: (next) => {
      behaviour = next;
    },
    setNow: (next) => {
      now = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function answer({ pathname, searchParams }: URL, body: string): object {
    if (pathname === '/hook') return { ok: true };
    return pathname.startsWith('/robot/') ? answerOfDingtalk(searchParams, body) : answerOfWecom(searchParams);
  }

  function answerOfDingtalk(query: URLSearchParams, body: string): object {
    const token = query.get('access_token') ?? '';
    if (tooMany(token)) return { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' };
    if (token === 'signed' && !isSigned(query))
      return { errcode: 310000, errmsg: 'sign not match, more: [https://ding-doc.dingtalk.com]' };
    if (token === 'keyword' && !body.includes('工信'))
      return { errcode: 310000, errmsg: 'keywords not in content, more: [https://ding-doc.dingtalk.com]' };
    return { errcode: 0, errmsg: 'ok' };
  }

  function answerOfWecom(query: URLSearchParams): object {
    const token = query.get('key') ?? '';
    if (tooMany(token)) return { errcode: 45009, errmsg: 'api freq out of limit' };
    return token === 'nobody' ? { errcode: 93000, errmsg: 'invalid webhook url' } : { errcode: 0, errmsg: 'ok' };
  }

  function tooMany(token: string): boolean {
    const at = now().getTime();
    const taken = (minutes.get(token) ?? []).filter((call) => call > at - 60_000);
    if (taken.length >= 20) return true;
    minutes.set(token, [...taken, at]);
    return false;
  }

  function isSigned(query: URLSearchParams): boolean {
    const timestamp = query.get('timestamp') ?? '';
    const right = createHmac('sha256', dingtalkKey).update(`${timestamp}\n${dingtalkKey}`).digest('base64');
    return Math.abs(Number(timestamp) - now().getTime()) < 3_600_000 && query.get('sign') === right;
  }
}

interface Said {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

function sayOf(behaviour: Behaviour): Said | undefined {
  if (typeof behaviour === 'object') return { status: 429, headers: { 'retry-after': behaviour.retryAfter }, body: '' };
  if (behaviour === 'busy') return { status: 503, body: 'busy' };
  if (behaviour === 'gone') return { status: 404, body: 'no such page' };
  if (behaviour === 'redirect') return { status: 302, headers: { location: 'http://127.0.0.1:1/inner' }, body: '' };
  return undefined;
}

function reply(response: ServerResponse, { status, headers = {}, body }: Said): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
