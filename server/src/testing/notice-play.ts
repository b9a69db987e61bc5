import { collectNotice } from '#features/needs/notice-collecting';
import { type NoticeSending, sendDueNotices } from '#features/needs/notice-sending';
import { inContext } from '#platform/context';
import { appendEvents, listEvents } from '#platform/event-log';
import { sealEvents } from '#platform/event-sealer';
import type { RobotServer } from './robot-server.ts';
import type { TestApp, TestClient } from './test-app.ts';
import { testAppSecret } from './test-app.ts';
import { testCity } from './test-world.ts';

export const testReach = { hosts: [], loopback: true, mail: false };

/** What sending needs, on the database and the clock of a test. */
export const sendingOf = (world: TestApp, change: Partial<NoticeSending> = {}): NoticeSending => ({
  ...{ database: world.database, effects: world.effects, secret: testAppSecret, city: testCity },
  ...{ notices: testReach, random: () => 0.5 },
  ...change,
});

export async function addChannel(client: TestClient, wish: object): Promise<string> {
  const reply = await client.post('/api/notice-channels', { name: '演示群', digestMinutes: 0, ...wish });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().channel.id;
}

/** So many pieces of news for an organisation, each about a matter of its own unless one is named. */
export async function tell(
  world: TestApp,
  organisationId: string,
  {
    times = 1,
    caseId,
    rung = 'head',
    title = '演示诉求',
  }: { times?: number; caseId?: string; rung?: string; title?: string } = {},
): Promise<void> {
  const { database, effects } = world;
  const events = Array.from({ length: times }, (_, place) => ({
    ...{ city: testCity, id: effects.newId(), type: 'case.escalated' as const, at: effects.now() },
    ...{ subjectId: caseId ?? effects.newId(), audience: [organisationId] },
    payload: { title: `${title} ${place + 1}`, lead: '市人社局', rung },
  }));
  await inContext(database, { city: testCity, viewer: 'system' }, (tx) => appendEvents(tx, events));
  await collect(world);
}

/** Takes in everything there is in the log: what was taken in before changes nothing. */
export async function collect(world: TestApp): Promise<void> {
  await sealEvents(world.database, testCity);
  let after = 0;
  for (;;) {
    const events = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      listEvents(tx, { city: testCity, after, limit: 500 }),
    );
    for (const event of events) await collectNotice(world, event);
    const last = events.at(-1);
    if (!last) return;
    after = last.position;
  }
}

export const send = (world: TestApp, change: Partial<NoticeSending> = {}) => sendDueNotices(sendingOf(world, change));

let tokens = 0;
/** A robot of its own, so that what it was told stands apart. */
export const wecom = (robots: RobotServer) => robots.address(`/cgi-bin/webhook/send?key=t${++tokens}`);
export const hook = (robots: RobotServer) => robots.address(`/hook?n=${++tokens}`);
export const hookKey = 'a key of sixteen letters';
export const callsTo = (robots: RobotServer, address: string) =>
  robots.calls.filter(({ path }) => address.endsWith(path));

/** A channel alone in the house: the others are removed. */
export async function onlyChannel(manager: TestClient, wish: object): Promise<string> {
  for (const { id } of (await manager.get('/api/notice-channels')).json().channels)
    await manager.del(`/api/notice-channels/${id}`);
  return addChannel(manager, wish);
}

export async function shownChannel(manager: TestClient, id: string) {
  const { channels } = (await manager.get('/api/notice-channels')).json();
  return channels.find((channel: { id: string }) => channel.id === id);
}
