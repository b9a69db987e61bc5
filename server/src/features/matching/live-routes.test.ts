import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { inContext } from '#platform/context';
import { listenLive, openPort } from '#testing/live-listener';
import { matchOf, publish, quote, settle, wait } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { meltblown, spunbond, testCity } from '#testing/test-world';

let world: TestApp;
let port: number;
let asBuyer: TestClient;
let asMeltblown: TestClient;
let asYantai: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  port = await openPort(world.app);
  [asBuyer, asMeltblown, asYantai] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.meltblown'),
    world.signIn('firm.yantai'),
  ]);
});
afterAll(() => world.close());

async function listen(client: TestClient, from: { headers?: object; query?: string } = {}) {
  const stream = await listenLive(port, client, from);
  onTestFinished(() => stream.close());
  return stream;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await wait(10);
  expect(condition()).toBe(true);
}

let number = 0;
const newNeed = () => publish(asBuyer, `急需熔喷布 5 吨/天，BFE≥95，直播第 ${++number} 批`);

describe('the live stream', () => {
  it('brings a published need to the open stream of a supplier within a second', async () => {
    const stream = await listen(asMeltblown);
    const at = Date.now();
    const needId = await newNeed();
    await until(() => stream.frames.length > 0);
    const [frame] = stream.frames;
    expect(frame).toMatchObject({ event: 'opportunity.arrived', data: { type: 'opportunity.arrived' } });
    expect((frame?.arrived ?? 0) - at).toBeLessThan(1000);
    expect(frame?.data.subjectId).toBe(await matchOf(world, asMeltblown, needId));
  });

  it('also to a supplier in another city, and the answer to the buyer', async () => {
    const [there, here] = [await listen(asYantai), await listen(asBuyer)];
    const needId = await newNeed();
    await until(() => there.frames.length > 0);
    await quote(world, asMeltblown, needId);
    await until(() => here.frames.some((frame) => frame.event === 'response.given'));
    expect(here.frames.map((frame) => frame.event)).toEqual(['need.published', 'response.given']);
    expect(here.frames.every((frame) => frame.data.subjectId === needId)).toBe(true);
  });

  it('misses nothing and repeats nothing over a reconnect, by Last-Event-ID and by ?after=', async () => {
    const stream = await listen(asMeltblown);
    await newNeed();
    await until(() => stream.frames.length === 1);
    stream.close();
    const last = stream.frames[0]?.id ?? 0;
    await newNeed();
    await newNeed();
    await settle(world);
    const again = await listen(asMeltblown, { headers: { 'last-event-id': String(last) } });
    const other = await listen(asMeltblown, { query: `?after=${last}` });
    await newNeed();
    await until(() => again.frames.length === 3 && other.frames.length === 3);
    const ids = again.frames.map((frame) => frame.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.every((id) => id > last)).toBe(true);
    const inbox = (await asMeltblown.get(`/api/inbox?after=${last}`)).json();
    expect(inbox.entries.map((entry: { cursor: number }) => entry.cursor)).toEqual(ids);
  });

  it('belongs to the post that the page acts in, which the address of a stream names', async () => {
    const postId = world.effects.newId();
    await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('post')
        .values({
          city: testCity,
          id: postId,
          person_id: spunbond.person.id,
          organisation_id: meltblown.id,
          role: 'member',
          valid_from: '2026-01-01',
        })
        .execute(),
    );
    const stream = await listen(await world.signIn('firm.spunbond'), { query: `?post=${postId}` });
    const needId = await newNeed();
    await until(() => stream.frames.length > 0);
    expect(stream.frames[0]?.data.subjectId).toBe(await matchOf(world, asMeltblown, needId));
    expect((await asMeltblown.get(`/api/live?post=${postId}`)).statusCode).toBe(403);
  });

  it('shows a firm nothing of others, the bureau everything in its city, a stranger nothing at all', async () => {
    const tackle = await listen(await world.signIn('firm.tackle'));
    const bureau = await listen(await world.signIn('bureau'));
    await newNeed();
    await until(() => bureau.frames.some((frame) => frame.event === 'need.published'));
    await until(() => bureau.frames.some((frame) => frame.event === 'opportunity.arrived'));
    expect(tackle.frames).toEqual([]);
    expect((await world.stranger.get('/api/live')).statusCode).toBe(401);
  });
});

describe('a stream that is open', () => {
  it('ends when its session is over, though nobody told this node', async () => {
    await until(() => world.live.size === 0);
    await listen(await world.signIn('firm.buyer2'), { headers: { accept: 'text/event-stream' } });
    await world.live.endThoseOver();
    expect(world.live.size).toBe(1);
    await world.database.pool.query(
      `delete from auth."session" where "userId" = (select id from auth."user" where username = 'firm.buyer2')`,
    );
    world.effects.pass(5_000);
    await world.live.endThoseOver();
    await until(() => world.live.size === 0);
  });
});

describe('the inbox behind the stream', () => {
  it('keeps what came while nobody was signed in, and forgets nothing by being read', async () => {
    await newNeed();
    await settle(world);
    const before = (await asMeltblown.get('/api/inbox')).json();
    expect(before.unread).toBeGreaterThan(0);
    expect(before.entries.at(-1)).toMatchObject({ type: 'opportunity.arrived', read: false });
    const marked = await asMeltblown.put('/api/inbox/read', { cursor: before.cursor });
    expect(marked.json()).toEqual({ unread: 0 });
    await asMeltblown.put('/api/inbox/read', { cursor: 0 });
    const after = (await asMeltblown.get('/api/inbox')).json();
    expect(after).toMatchObject({ unread: 0, cursor: before.cursor });
    expect(after.entries).toHaveLength(before.entries.length);
    expect(after.entries.at(-1).read).toBe(true);
  });

  it('reads nothing ahead: a cursor beyond the log marks only what is there', async () => {
    expect((await asMeltblown.put('/api/inbox/read', { cursor: Number.MAX_SAFE_INTEGER })).json()).toEqual({
      unread: 0,
    });
    await newNeed();
    await settle(world);
    expect((await asMeltblown.get('/api/inbox')).json().unread).toBe(1);
  });

  it('counts no own doing as news', async () => {
    await newNeed();
    await settle(world);
    const { entries } = (await asBuyer.get('/api/inbox?limit=1')).json();
    expect(entries).toMatchObject([{ type: 'need.published', read: true }]);
  });
});
