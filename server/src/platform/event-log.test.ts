import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestDatabase } from '#testing/test-database';
import { type Context, inContext } from './context.ts';
import type { Database } from './database.ts';
import { EventFollower } from './event-follower.ts';
import { EventHub } from './event-hub.ts';
import { appendEvents, listEvents, type NewEvent } from './event-log.ts';
import { eventChain, sealEvents } from './event-sealer.ts';

const city = '371000';
const system: Context = { city, viewer: 'system' };
const firm = uuidv7();

function anEvent(overrides: Partial<NewEvent> = {}): NewEvent {
  return {
    city,
    id: uuidv7(),
    type: 'need.published',
    subjectId: uuidv7(),
    audience: [firm],
    payload: { n: 1 },
    at: new Date(),
    ...overrides,
  };
}

const append = (database: Database, event: NewEvent) => inContext(database, system, (tx) => appendEvents(tx, [event]));
const readAll = (database: Database, after = 0) =>
  inContext(database, system, (tx) => listEvents(tx, { city, after, limit: 1000 }));

describe('the event log', () => {
  it('gives no position to an event whose change was rolled back', async () => {
    const database = await openTestDatabase();
    await expect(
      inContext(database, system, async (tx) => {
        await appendEvents(tx, [anEvent()]);
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    expect(await sealEvents(database, city)).toBe(0);
  });

  it('is followed from its end by a reader of the rows, and from where it left off ever after', async () => {
    const database = await openTestDatabase();
    const hub = new EventHub(database);
    onTestFinished(() => hub.close());
    await hub.start();
    const write = async (): Promise<string> => {
      const event = anEvent();
      await append(database, event);
      await sealEvents(database, city);
      return event.id;
    };
    const follow = async (until: number): Promise<string[]> => {
      const seen: string[] = [];
      const follower = new EventFollower({
        ...{ database, hub, city, name: 'rows', begins: 'head' },
        handle: async ({ id }) => void seen.push(id),
        onError: (error) => expect.unreachable(String(error)),
      });
      await follower.start();
      await follower.caughtUp(until);
      await follower.close();
      return seen;
    };
    await write();
    expect(await follow(1)).toEqual([]);
    const second = await write();
    expect(await follow(2)).toEqual([second]);
    const third = await write();
    expect(await follow(3)).toEqual([third]);
  });

  it('never passes an open transaction: one writer held open for 2 s among 50, nothing skipped, nothing twice', async () => {
    const database = await openTestDatabase();
    const hub = new EventHub(database);
    onTestFinished(() => hub.close());
    await hub.start();
    const seen: string[] = [];
    const follower = new EventFollower({
      database,
      hub,
      city,
      name: 'reader',
      handle: async (event) => void seen.push(event.id),
      onError: (error) => expect.unreachable(String(error)),
    });
    await follower.start();
    const slow = anEvent({ at: new Date(Date.now() - 60_000) });
    const held = inContext(database, system, async (tx) => {
      await appendEvents(tx, [slow]);
      await sleep(2000);
    });
    const quick = Array.from({ length: 50 }, () => anEvent());
    const writeSoon = async (event: NewEvent) => {
      await sleep(Math.random() * 1500);
      await append(database, event);
    };
    await Promise.all(quick.map(writeSoon));
    expect(seen).not.toContain(slow.id);
    await held;
    const head = await sealEvents(database, city);
    await follower.caughtUp(head);
    await follower.close();
    expect(head).toBe(51);
    expect(new Set(seen)).toEqual(new Set([...quick, slow].map((event) => event.id)));
    expect(seen).toHaveLength(51);
  }, 20_000);

  it('numbers without gaps when several sealers work at once', async () => {
    const database = await openTestDatabase();
    const writers = Array.from({ length: 40 }, () => append(database, anEvent()));
    await Promise.all([...writers, ...Array.from({ length: 8 }, () => sealEvents(database, city))]);
    await sealEvents(database, city);
    const positions = (await readAll(database)).map((event) => event.position);
    expect(positions).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('chains every sealed event to the one before, so that a changed row is found', async () => {
    const database = await openTestDatabase();
    for (let n = 0; n < 5; n++)
      await append(database, anEvent({ payload: { n, 名称: '熔喷布', at: { b: 1, a: [2] } } }));
    await sealEvents(database, city);
    const rows = await inContext(database, system, (tx) =>
      tx.selectFrom('event').selectAll().orderBy('position').execute(),
    );
    let before = '';
    for (const row of rows) {
      expect(eventChain.hash(before, { city, position: row.position ?? 0, row })).toBe(row.hash);
      before = row.hash ?? '';
    }
    const [first] = rows;
    if (!first) throw new Error('no event');
    expect(eventChain.hash('', { city, position: 1, row: { ...first, payload: { n: 99 } } })).not.toBe(first.hash);
  });

  it('lets the app role neither rewrite nor delete a sealed event', async () => {
    const database = await openTestDatabase();
    const event = anEvent();
    await append(database, event);
    await sealEvents(database, city);
    await expect(
      inContext(database, system, (tx) => sql`update event set payload = '{}' where id = ${event.id}`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    await expect(
      inContext(database, system, (tx) => sql`delete from event where id = ${event.id}`.execute(tx)),
    ).rejects.toThrow(/permission denied/);
    const touched = await inContext(database, system, (tx) =>
      sql`update event set hash = 'x' where city = ${city} and id = ${event.id}`.execute(tx),
    );
    expect(touched.numAffectedRows).toBe(0n);
  });

  it('shows an organisation only what it is told of, and nothing outside a context', async () => {
    const database = await openTestDatabase();
    await append(database, anEvent());
    await append(database, anEvent({ audience: [uuidv7()] }));
    await sealEvents(database, city);
    const own = await inContext(database, { city, viewer: 'organisation', organisation: firm }, (tx) =>
      listEvents(tx, { city, after: 0, limit: 9 }),
    );
    const elsewhere = await inContext(database, { city: '370600', viewer: 'system' }, (tx) =>
      listEvents(tx, { city, after: 0, limit: 9 }),
    );
    expect(own.map((event) => event.position)).toEqual([1]);
    expect(elsewhere).toEqual([]);
    expect(await database.db.selectFrom('event').select('id').execute()).toEqual([]);
  });
});

describe('a follower', () => {
  it('goes on from its cursor after a restart and repeats a failed event until it succeeds', async () => {
    const database = await openTestDatabase();
    const hub = new EventHub(database);
    onTestFinished(() => hub.close());
    await hub.start();
    const handled: number[] = [];
    let failures = 2;
    const options = {
      database,
      hub,
      city,
      name: 'matching',
      handle: async (event: { position: number }) => {
        if (event.position === 2 && failures-- > 0) throw new Error('away for a moment');
        handled.push(event.position);
      },
      onError: () => undefined,
    };
    for (let n = 0; n < 3; n++) await append(database, anEvent());
    const first = new EventFollower(options);
    await first.start();
    await first.caughtUp(3);
    await first.close();
    await append(database, anEvent());
    const second = new EventFollower(options);
    await second.start();
    await second.caughtUp(4);
    await second.close();
    expect(handled.at(-1)).toBe(4);
    expect(handled.filter((position) => position === 4)).toHaveLength(1);
    expect(new Set(handled)).toEqual(new Set([1, 2, 3, 4]));
  }, 15_000);
});
