import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slowRequests } from '#platform/request-guard';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, meltblown } from '#testing/test-world';

let world: TestApp;
let operations: readonly ApiOperation[];
let manager: TestClient;
let operator: TestClient;
const log: string[] = [];

beforeAll(async () => {
  world = await createTestApp({ settings: { logLevel: 'info', logTo: { write: (line) => log.push(line) } } });
  // ending one's own session would end the attack
  operations = listApiOperations(world.app).filter(
    ({ path }) => !path.startsWith('/api/session') && path !== '/api/live',
  );
  manager = await world.signIn(buyer.username);
  operator = await world.signIn(bureau.username);
});
afterAll(() => world.close());

const withBody = () => operations.filter(({ body }) => body !== undefined);
const someId = '01900000-0000-7000-8000-00000000beef';
const urlOf = ({ path, queryParameters }: ApiOperation, words: string) => {
  const asked = queryParameters.map(({ name }) => `${name}=${encodeURIComponent(words)}`).join('&');
  return `${path.replaceAll(/\{\w+\}/g, someId)}${asked ? `?${asked}` : ''}`;
};

describe('another site', () => {
  it('changes nothing on any route, whatever it sends with whose cookie', async () => {
    const changing = listApiOperations(world.app).filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(50);
    const foreign = [
      { origin: 'https://evil.example', 'content-type': 'application/json' },
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      { 'content-type': 'text/plain' },
    ];
    for (const operation of changing)
      for (const headers of foreign) {
        const url = urlOf({ ...operation, queryParameters: [] }, '');
        const payload = '{"role":"operator"}';
        const sent = { host: 'localhost', cookie: operator.cookie, ...headers };
        const reply = await world.app.inject({ method: operation.method, url, headers: sent, payload });
        expect([operation.name, reply.statusCode, reply.json().code]).toEqual([
          operation.name,
          403,
          'platform.foreign-origin',
        ]);
      }
    expect((await operator.get('/api/session')).statusCode).toBe(200);
  });
});

describe('an address', () => {
  it('is not followed as a path out of its folder', async () => {
    for (const path of [
      '../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/etc/passwd',
      '..\\..\\package.json',
      '%00',
    ])
      for (const root of ['/assets/', '/api/', '/api/docs/static/', '/']) {
        const reply = await world.app.inject({ method: 'GET', url: `${root}${path}` });
        expect(reply.body, `${root}${path}`).not.toMatch(/"workspaces"|root:x:/);
        expect(reply.statusCode, `${root}${path} ${reply.body}`).toBeLessThan(500);
      }
  });
});

describe('a request out of shape', () => {
  it('of ten megabytes is refused at once', async () => {
    const text = 'x'.repeat(10 * 1024 * 1024);
    const reply = await manager.post('/api/needs', { kind: 'sourcing', text, idempotencyKey: 'ten-megabytes' });
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'platform.body-too-large']);
  });

  it('of another content type is refused, on every route with a body', async () => {
    for (const operation of withBody())
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) {
        const headers = { origin: 'http://localhost', host: 'localhost', cookie: manager.cookie, 'content-type': type };
        const url = urlOf({ ...operation, queryParameters: [] }, '');
        const reply = await world.app.inject({
          method: operation.method,
          url,
          headers,
          payload: '{"role":"operator"}',
        });
        expect(reply.statusCode, `${operation.name} ${type}`).toBeGreaterThanOrEqual(400);
        expect(reply.statusCode, `${operation.name} ${type} ${reply.body}`).toBeLessThan(500);
      }
  });

  it('cannot name another method than its own', async () => {
    const id = (
      await manager.post('/api/needs', { kind: 'sourcing', text: '采购熔喷布 4 吨', idempotencyKey: 'override' })
    ).json().need.id;
    const reply = await manager.get(`/api/needs/${id}`, {
      'x-http-method-override': 'DELETE',
      'x-method-override': 'POST',
    });
    expect(reply.json().need.state).toBe('open');
    const trace = await world.app.inject({ method: 'TRACE', url: '/api/needs', headers: { cookie: manager.cookie } });
    expect(trace.statusCode).toBeGreaterThanOrEqual(400);
    expect(trace.body).not.toContain(manager.cookie);
  });

  it('with two cookies of a session is one of the two people or nobody, never more', async () => {
    const both = `${manager.cookie}; ${operator.cookie}`;
    const reply = await world.app.inject({ method: 'GET', url: '/api/session', headers: { cookie: both } });
    expect([200, 401]).toContain(reply.statusCode);
    expect((await world.stranger.get('/api/audit', { cookie: both })).statusCode).toBeGreaterThanOrEqual(401);
  });

  it('with a foreign Host or a forged address in front is answered without repeating it', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    for (const url of ['/api/health', '/api/welcome', '/api/nothing', '/'])
      for (const reply of [await world.app.inject({ method: 'GET', url, headers })])
        expect(JSON.stringify(reply.headers) + reply.body).not.toContain('evil.example');
  });
});

/** Drops somebody slow has at most; who is still let speak after so many is never cut off. */
const mostDrops = 150;

/** Speaks to a listening server below HTTP, then drop by drop; answers what came back and how many drops were taken before it hung up. */
function speak(port: number, text: string, everyMs?: number): Promise<{ said: string; drops: number }> {
  return new Promise((done) => {
    let drops = 0;
    const socket = connectSocket(port, '127.0.0.1', () => socket.write(text));
    const drop = () => {
      drops++;
      if (drops < mostDrops) socket.write('x-drop: 1\r\n');
      else socket.destroy();
    };
    const drip = everyMs === undefined ? undefined : setInterval(drop, everyMs);
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      done({ said, drops });
    });
  });
}

describe('on a real socket', () => {
  let port: number;
  beforeAll(async () => {
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    const address = world.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    port = address.port;
  });

  it('whoever sends its head drop by drop is cut off', async () => {
    const { server } = world.app;
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([
      slowRequests.http.headersTimeout,
      slowRequests.requestTimeout,
      slowRequests.connectionTimeout,
    ]);
    server.headersTimeout = 500;
    const { drops } = await speak(port, 'GET /api/health HTTP/1.1\r\nhost: localhost\r\n', 100);
    server.headersTimeout = slowRequests.http.headersTimeout;
    expect(drops).toBeLessThan(mostDrops);
  }, 30_000);

  it('whoever sends its body drop by drop is cut off, and keeps nobody else waiting', async () => {
    const { server } = world.app;
    // the smaller of the two counts for the head
    [server.headersTimeout, server.requestTimeout] = [400, 500];
    const head =
      'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n';
    const slow = Array.from({ length: 200 }, () => speak(port, head, 100));
    const beside = await world.stranger.get('/api/health');
    const cut = await Promise.all(slow);
    [server.headersTimeout, server.requestTimeout] = [slowRequests.http.headersTimeout, slowRequests.requestTimeout];
    expect(beside.statusCode).toBe(200);
    expect(cut.filter(({ drops }) => drops >= mostDrops)).toEqual([]);
  }, 60_000);

  it('line breaks in a header make no header and no line of a log', async () => {
    const { said } = await speak(
      port,
      'GET /api/health HTTP/1.1\r\nhost: localhost\r\nx-zhitong-post: a\rset-cookie: x=1\r\nconnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 400/);
    const smuggled = await speak(
      port,
      'GET /api/health%0d%0aset-cookie:%20x=1 HTTP/1.1\r\nhost: localhost\r\naccept-language: en%0d%0ax: 1\r\nconnection: close\r\n\r\n',
    );
    expect(smuggled.said).not.toMatch(/^set-cookie: x=1/im);
    const forged = '{"level":50,"msg":"forged"}';
    for (const words of [`\n${forged}`, `\r\n${forged}`, `\u2028${forged}`, `\u001b[2J${forged}`]) {
      await world.stranger.get(`/api/organisations?q=${encodeURIComponent(words)}`);
      await world.stranger.get(`/api/${encodeURIComponent(words)}`, { 'user-agent': 'x', 'x-request-id': forged });
      await world.stranger.post('/api/session', { username: words, password: words });
    }
    expect(log.length).toBeGreaterThan(20);
    // one entry a line, each one ours: none begins or ends where somebody outside wanted
    for (const line of log) expect(JSON.parse(line)).toMatchObject({ time: expect.any(Number), pid: process.pid });
    expect(log.join('').split('\n').filter(Boolean)).toHaveLength(log.length);
    expect(log.join('')).not.toContain('\u001b');
  });

  it('two lengths of one body are no second request', async () => {
    const body =
      'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/audit HTTP/1.1\r\nhost: localhost\r\n\r\n';
    expect((await speak(port, body)).said).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('too many requests', () => {
  it('of one person or of one address are told to wait, and nobody else is', async () => {
    const strict = await createTestApp({ settings: { rates: { address: 40, account: 10 } } });
    try {
      const one = await strict.signIn(buyer.username);
      const other = await strict.signIn(meltblown.username);
      const codes = async (client: TestClient, count: number) => {
        const seen: number[] = [];
        for (let n = 0; n < count; n++) seen.push((await client.get('/api/products?q=x')).statusCode);
        return seen;
      };
      const first = await codes(one, 15);
      expect([first.filter((code) => code === 200).length, first.at(-1)]).toEqual([10, 429]);
      expect(await codes(other, 1)).toEqual([200]);
      const elsewhere = { 'x-forwarded-for': '198.51.100.7' };
      for (let n = 0; n < 40; n++) await strict.stranger.get('/api/health', elsewhere);
      const flooded = await strict.stranger.get('/api/health', elsewhere);
      expect([flooded.statusCode, flooded.json().code]).toEqual([429, 'platform.too-many-requests']);
      expect(Number(flooded.headers['retry-after'])).toBeGreaterThan(0);
      expect((await strict.stranger.get('/api/health')).statusCode).toBe(200);
      strict.effects.pass(60_000);
      expect((await strict.stranger.get('/api/health', elsewhere)).statusCode).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
