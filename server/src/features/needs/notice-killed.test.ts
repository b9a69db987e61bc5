import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addChannel, send, sendingOf, tell } from '#testing/notice-play';
import { type RobotServer, startRobotServer } from '#testing/robot-server';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer } from '#testing/test-world';
import { claimDue } from './notice-sending.ts';

let world: TestApp;
let robots: RobotServer;
let manager: TestClient;
beforeAll(async () => {
  [world, robots] = await Promise.all([createTestApp(), startRobotServer()]);
  robots.setNow(world.effects.now);
});
beforeEach(async () => {
  manager = await world.signInAnew('firm.buyer');
  robots.behave('as-usual');
});
afterAll(() => Promise.all([world.close(), robots.close()]));

let tokens = 0;
const wecom = () => robots.address(`/cgi-bin/webhook/send?key=t${++tokens}`);
const callsTo = (address: string) => robots.calls.filter(({ path }) => address.endsWith(path));
const key = 'a key of sixteen letters';
const hook = () => robots.address(`/hook?n=${++tokens}`);

/** A channel alone in the house: the others are removed. */
async function only(wish: object): Promise<string> {
  for (const { id } of (await manager.get('/api/notice-channels')).json().channels)
    await manager.del(`/api/notice-channels/${id}`);
  return addChannel(manager, wish);
}
async function shown(id: string) {
  const { channels } = (await manager.get('/api/notice-channels')).json();
  return channels.find((channel: { id: string }) => channel.id === id);
}

describe('a node that is killed between marking and hearing the answer', () => {
  it('never makes a robot say it twice: the outcome stays unknown, and is shown', async () => {
    const address = wecom();
    const id = await only({ kind: 'wecom', address });
    await tell(world, buyer.id);
    expect((await claimDue(sendingOf(world))).claimed).toHaveLength(1);
    expect(await send(world)).toBe(0);
    world.effects.pass(121_000);
    expect(await send(world)).toBe(0);
    expect((await shown(id)).last.outcome).toBe('unknown');
    world.effects.pass(3_600_000);
    expect(await send(world)).toBe(0);
    expect(callsTo(address)).toHaveLength(0);
  });

  it('never sends again what the robot got and whose answer was lost', async () => {
    const address = wecom();
    const id = await only({ kind: 'wecom', address });
    robots.behave('cut-off');
    await tell(world, buyer.id);
    expect(await send(world)).toBe(1);
    expect((await shown(id)).last).toMatchObject({ outcome: 'unknown', nextAt: null });
    robots.behave('as-usual');
    world.effects.pass(3_600_000);
    expect(await send(world)).toBe(0);
    expect(callsTo(address)).toHaveLength(1);
    // what comes next goes out as ever
    await tell(world, buyer.id);
    expect(await send(world)).toBe(1);
  });

  it('sends a webhook again under the same id, with the same words, though there is more news by now', async () => {
    const address = hook();
    await only({ kind: 'webhook', address, key });
    robots.behave('cut-off');
    await tell(world, buyer.id);
    await send(world);
    await tell(world, buyer.id);
    robots.behave('as-usual');
    world.effects.pass(10_000);
    expect(await send(world)).toBe(2);
    const [lost, ...later] = callsTo(address).map(({ headers, body }) => ({ id: headers['idempotency-key'], body }));
    expect(later).toHaveLength(2);
    expect(later.filter(({ id }) => id === lost?.id)).toEqual([lost]);
  });
});
