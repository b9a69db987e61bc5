import http from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { inContext } from './context.ts';
import type { Database } from './database.ts';
import { EventHub } from './event-hub.ts';
import { appendEvents } from './event-log.ts';
import { LiveStreams } from './live-streams.ts';

const city = '371000';

async function startHouse() {
  const database = await openTestDatabase();
  const hub = new EventHub(database);
  await hub.start();
  const live = new LiveStreams(database, hub);
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://house');
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const after = url.searchParams.get('after');
    const options = {
      city,
      organisation: url.searchParams.get('firm') ?? undefined,
      after: after === null ? undefined : Number(after),
      person: url.searchParams.get('person') ?? 'somebody',
      at: new Date(),
      response,
    };
    live.open(options).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(async () => {
    live.close();
    server.closeAllConnections();
    server.close();
    await hub.close();
  });
  return { database, live, port: (server.address() as AddressInfo).port };
}

function listenTo(port: number, query: string) {
  const cursors: number[] = [];
  const request = http.get({ port, path: `/?${query}` }, (response) => {
    let rest = '';
    response.setEncoding('utf8').on('data', (text: string) => {
      rest += text;
      const frames = rest.split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames)
        if (frame.includes('need.published')) cursors.push(Number(/id: (\d+)/.exec(frame)?.[1]));
    });
  });
  request.on('error', () => undefined);
  return { cursors, stop: () => request.destroy() };
}

function publish(database: Database, audience: string): Promise<void> {
  return inContext(database, { city, viewer: 'system' }, (tx) => appendEvents(tx, [eventFor(audience)]));
}

function eventFor(audience: string) {
  return {
    city,
    id: uuidv7(),
    type: 'need.published' as const,
    subjectId: uuidv7(),
    audience: [audience],
    payload: {},
    at: new Date(),
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !holds(); tries++) await sleep(10);
}

describe('an open stream', () => {
  it('tells a firm what it is told of, and nothing of others', async () => {
    const { database, port } = await startHouse();
    const [mine, other] = [uuidv7(), uuidv7()];
    const stream = listenTo(port, `firm=${mine}&after=0`);
    await publish(database, other);
    await publish(database, mine);
    await until(() => stream.cursors.length > 0);
    expect(stream.cursors).toEqual([2]);
  });

  it('misses nothing and repeats nothing when it breaks off and comes back with its cursor, again and again', async () => {
    const { database, port } = await startHouse();
    const firm = uuidv7();
    const got: number[] = [];
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < 120; n++) await publish(database, firm);
      writing = false;
    })();
    while (writing || got.length < 120) {
      const stream = listenTo(port, `firm=${firm}&after=${got.at(-1) ?? 0}`);
      await sleep(40);
      stream.stop();
      got.push(...stream.cursors);
    }
    await writer;
    expect(got).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  }, 20_000);

  it('ends when its person signs out, and nobody else’s does', async () => {
    const { live, port } = await startHouse();
    const firm = uuidv7();
    const streams = [listenTo(port, `firm=${firm}&person=a`), listenTo(port, `firm=${firm}&person=b`)];
    await until(() => live.size === 2);
    live.endOf('a');
    await until(() => live.size === 1);
    expect(live.size).toBe(1);
    for (const stream of streams) stream.stop();
  });

  it('takes a cursor from beyond the end of the log for the end of the log', async () => {
    const { database, port } = await startHouse();
    const firm = uuidv7();
    const stream = listenTo(port, `firm=${firm}&after=999999`);
    await sleep(200);
    await publish(database, firm);
    await until(() => stream.cursors.length > 0);
    expect(stream.cursors).toEqual([1]);
  });

  it('drops a reader that does not read, instead of buffering without bound', async () => {
    const { database, live } = await startHouse();
    const firm = uuidv7();
    const response = responseNobodyReads();
    await live.open({ city, organisation: firm, person: 'somebody', after: 0, at: new Date(), response });
    expect(live.size).toBe(1);
    const events = Array.from({ length: 3000 }, () => eventFor(firm));
    await inContext(database, { city, viewer: 'system' }, (tx) => appendEvents(tx, events));
    await expect.poll(() => live.size, { timeout: 50_000 }).toBe(0);
    expect(response.destroyed).toBe(true);
    expect(response.writableLength).toBeLessThan(512 * 1024);
  }, 60_000);
});

/** Without a connection behind it nothing leaves its buffer; a real socket would first fill what the system lends it. */
function responseNobodyReads(): http.ServerResponse {
  const response = new http.ServerResponse(new http.IncomingMessage(new Socket()));
  return response.writeHead(200, { 'content-type': 'text/event-stream' });
}
