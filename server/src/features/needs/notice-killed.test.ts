import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  addChannel,
  callsTo,
  hook,
  hookKey,
  onlyChannel,
  send,
  sendingOf,
  shownChannel,
  tell,
  wecom,
} from '#testing/notice-play';
import { type RobotServer, startRobotServer } from '#testing/robot-server';
import { createTestApp, type TestApp, type TestClient, testAppSecret } from '#testing/test-app';
import { buyer, testCity } from '#testing/test-world';
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

describe('a node that is killed between marking and hearing the answer', () => {
  it('never makes a robot say it twice: the outcome stays unknown, and is shown', async () => {
    const address = wecom(robots);
    const id = await onlyChannel(manager, { kind: 'wecom', address });
    await tell(world, buyer.id);
    expect((await claimDue(sendingOf(world))).claimed).toHaveLength(1);
    expect(await send(world)).toBe(0);
    world.effects.pass(121_000);
    expect(await send(world)).toBe(0);
    expect((await shownChannel(manager, id)).last.outcome).toBe('unknown');
    world.effects.pass(3_600_000);
    expect(await send(world)).toBe(0);
    expect(callsTo(robots, address)).toHaveLength(0);
  });

  it('never sends again what the robot got and whose answer was lost', async () => {
    const address = wecom(robots);
    const id = await onlyChannel(manager, { kind: 'wecom', address });
    robots.behave('cut-off');
    await tell(world, buyer.id);
    expect(await send(world)).toBe(1);
    expect((await shownChannel(manager, id)).last).toMatchObject({ outcome: 'unknown', nextAt: null });
    robots.behave('as-usual');
    world.effects.pass(3_600_000);
    expect(await send(world)).toBe(0);
    expect(callsTo(robots, address)).toHaveLength(1);
    // what comes next goes out as ever
    await tell(world, buyer.id);
    expect(await send(world)).toBe(1);
  });

  it('sends a webhook again under the same id, with the same words, though there is more news by now', async () => {
    const address = hook(robots);
    await onlyChannel(manager, { kind: 'webhook', address, key: hookKey });
    robots.behave('cut-off');
    await tell(world, buyer.id);
    await send(world);
    await tell(world, buyer.id);
    robots.behave('as-usual');
    world.effects.pass(10_000);
    expect(await send(world)).toBe(2);
    const [lost, ...later] = callsTo(robots, address).map(({ headers, body }) => ({
      id: headers['idempotency-key'],
      body,
    }));
    expect(later).toHaveLength(2);
    expect(later.filter(({ id }) => id === lost?.id)).toEqual([lost]);
  });
});

describe('a server that is killed again and again while it sends', () => {
  const child = join(import.meta.dirname, '..', '..', 'testing', 'notice-child.ts');
  const sendInAnother = () =>
    spawn(process.execPath, [child, world.database.url, testCity, world.effects.now().toISOString(), testAppSecret], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });

  /** In each round some calls are with the robots and unanswered when the sender dies, others not yet made. */
  async function tellAndKill(rounds: number, called: () => number): Promise<number> {
    robots.take(40);
    let kills = 0;
    for (let round = 0; round < rounds; round += 1) {
      await tell(world, buyer.id, { title: `第 ${round} 次` });
      const before = called();
      const sender = sendInAnother();
      while (called() < before + 3 && sender.exitCode === null) await new Promise((next) => setTimeout(next, 5));
      if (sender.exitCode === null) kills += 1;
      sender.kill('SIGKILL');
      await once(sender, 'exit');
      // what was under way is looked at again after two minutes
      world.effects.pass(121_000);
    }
    return kills;
  }

  /** What a webhook was told, each message id once. */
  function mattersOf(address: string): readonly string[] {
    const messages = new Map(callsTo(robots, address).map(({ headers, body }) => [headers['idempotency-key'], body]));
    return [...messages.values()].flatMap((body) => JSON.parse(body).lines.map(({ link }: { link: string }) => link));
  }

  it('says to a group no digest twice, and loses none to a webhook, which knows a repeat by its id', async () => {
    for (const { id } of (await manager.get('/api/notice-channels')).json().channels)
      await manager.del(`/api/notice-channels/${id}`);
    const groups = Array.from({ length: 6 }, () => wecom(robots));
    const hooks = Array.from({ length: 6 }, () => hook(robots));
    for (const address of groups) await addChannel(manager, { kind: 'wecom', address });
    for (const address of hooks) await addChannel(manager, { kind: 'webhook', address, key: hookKey });
    const all = [...groups, ...hooks];
    const kills = await tellAndKill(4, () => all.flatMap((address) => callsTo(robots, address)).length);
    robots.take(1);
    for (let round = 0; round < 6; round += 1) {
      await send(world);
      world.effects.pass(121_000);
    }
    expect(kills).toBeGreaterThan(0);
    const { channels } = (
      await world.signInAnew('firm.buyer').then((again) => again.get('/api/notice-channels'))
    ).json();
    expect(channels.map(({ waiting }: { waiting: number }) => waiting)).toEqual(all.map(() => 0));
    for (const address of groups) {
      const said = callsTo(robots, address).flatMap(({ body }) => body.match(/第 \d 次/g) ?? []);
      expect(new Set(said).size, 'nothing was said twice in a group').toBe(said.length);
      expect(said.length).toBeGreaterThan(0);
    }
    for (const address of hooks) {
      const told = mattersOf(address);
      expect([told.length, new Set(told).size], 'all four matters, each in one message').toEqual([4, 4]);
    }
  }, 60_000);
});
