import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, enterHrssMatter, submitProblem } from '#testing/case-play';
import { startMailServer } from '#testing/mail-server';
import {
  addChannel,
  callsTo,
  collect,
  hook,
  hookKey,
  onlyChannel,
  send,
  sendingOf,
  shownChannel,
  tell,
  testReach,
  wecom,
} from '#testing/notice-play';
import { dingtalkKey, type RobotServer, startRobotServer } from '#testing/robot-server';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, testCity } from '#testing/test-world';

let world: TestApp;
let robots: RobotServer;
let manager: TestClient;
let matter: string;
beforeAll(async () => {
  [world, robots] = await Promise.all([createTestApp(), startRobotServer()]);
  robots.setNow(world.effects.now);
  matter = await enterHrssMatter(world);
});
beforeEach(async () => {
  manager = await world.signInAnew('firm.buyer');
  robots.behave('as-usual');
});
afterAll(() => Promise.all([world.close(), robots.close()]));

describe('news on its way out', () => {
  it('says three things that happened to one case in one line, once, with its count', async () => {
    const address = wecom(robots);
    await onlyChannel(manager, { kind: 'wecom', address, digestMinutes: 5 });
    const { caseId } = await submitProblem(manager, { matter });
    const asHrss = await world.signInAnew('handler.hrss');
    await act(asHrss, caseId, 'accept');
    await act(asHrss, caseId, 'answer', { text: '已办' });
    await collect(world);
    await collect(world);
    expect(await send(world)).toBe(0);
    world.effects.pass(5 * 60_000);
    expect(await send(world)).toBe(1);
    expect(await send(world)).toBe(0);
    const [call, ...more] = callsTo(robots, address);
    expect(more).toEqual([]);
    const { msgtype, markdown } = JSON.parse(call?.body ?? '');
    expect(msgtype).toBe('markdown');
    expect(markdown.content.split('\n')).toHaveLength(2);
    expect(markdown.content).toContain('直通：1 件事有新进展');
    expect(markdown.content).toContain('（共 3 条）');
  });

  it('never calls one robot more than twenty times a minute, with two hundred pieces of news in ten channels of two nodes', async () => {
    const address = wecom(robots);
    const first = await onlyChannel(manager, { kind: 'wecom', address });
    for (let place = 1; place < 10; place++) await addChannel(manager, { kind: 'wecom', address });
    const starts = callsTo(robots, address).length;
    for (let round = 0; round < 20; round++) {
      await tell(world, buyer.id, { times: 1 });
      await Promise.all([send(world), send(world)]);
      world.effects.pass(1_000);
    }
    // 200 told, 20 seconds long
    expect(callsTo(robots, address).length - starts).toBe(20);
    expect((await shownChannel(manager, first)).last.outcome).toBe('sent');
    for (let minute = 0; minute < 3; minute++) {
      world.effects.pass(61_000);
      await send(world);
    }
    // the server counts for itself and would have refused the twenty-first of a minute
    const { channels } = (await manager.get('/api/notice-channels')).json();
    expect(
      channels.map(({ waiting, last }: { waiting: number; last: { outcome: string } }) => [waiting, last.outcome]),
    ).toEqual(Array.from({ length: 10 }, () => [0, 'sent']));
    const said = callsTo(robots, address).flatMap(
      ({ body }) => JSON.parse(body).markdown.content.match(/演示诉求/g) ?? [],
    );
    expect(said).toHaveLength(200);
  });

  it('waits as long as the robot says, by each of their codes, and goes on by itself', async () => {
    for (const [wish, waitMs] of [
      [{ kind: 'wecom', address: wecom(robots) }, 60_000],
      [{ kind: 'dingtalk', address: robots.address('/robot/send?access_token=waits') }, 600_000],
    ] as const) {
      const id = await onlyChannel(manager, wish);
      // somebody else has used the robot up
      for (let call = 0; call < 20; call++) await fetch(wish.address, { method: 'POST', body: '{}' });
      await tell(world, buyer.id);
      expect(await send(world)).toBe(1);
      const { last, waiting } = await shownChannel(manager, id);
      expect(waiting).toBe(1);
      expect([last.outcome, Date.parse(last.nextAt) - Date.parse(last.at)]).toEqual(['slow-down', waitMs]);
      world.effects.pass(waitMs - 1_000);
      expect(await send(world)).toBe(0);
      world.effects.pass(1_000);
      expect(await send(world)).toBe(1);
      expect((await shownChannel(manager, id)).last.outcome).toBe('sent');
    }
  });

  it('heeds Retry-After, and tries a receiver that is down again, later each time, until it gives up', async () => {
    const address = hook(robots);
    const id = await onlyChannel(manager, { kind: 'webhook', address, key: hookKey });
    robots.behave({ retryAfter: '7' });
    await tell(world, buyer.id);
    await send(world);
    world.effects.pass(6_999);
    expect(await send(world)).toBe(0);
    robots.behave('busy');
    world.effects.pass(1);
    const waits: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      if ((await send(world)) === 0) break;
      const { last } = await shownChannel(manager, id);
      if (last.nextAt === null) continue;
      waits.push((Date.parse(last.nextAt) - Date.parse(last.at)) / 1_000);
      world.effects.setClock(new Date(last.nextAt));
    }
    expect(waits).toEqual([7.5, 15, 30, 60, 120, 240]);
    expect((await shownChannel(manager, id)).last.outcome).toBe('given-up');
    expect(new Set(callsTo(robots, address).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it('stops at a fault of the settings, says which, and goes on when they are mended', async () => {
    const unknown = robots.address('/cgi-bin/webhook/send?key=nobody');
    const id = await onlyChannel(manager, { kind: 'wecom', address: unknown });
    await tell(world, buyer.id);
    await send(world);
    expect((await shownChannel(manager, id)).last).toMatchObject({
      outcome: 'fault',
      fault: 'unknown-robot',
      nextAt: null,
    });
    world.effects.pass(3_600_000);
    expect(await send(world)).toBe(0);
    expect(callsTo(robots, unknown)).toHaveLength(1);
    const mended = wecom(robots);
    manager = await world.signInAnew('firm.buyer');
    await manager.put(`/api/notice-channels/${id}`, {
      name: '演示群',
      enabled: true,
      digestMinutes: 0,
      address: mended,
    });
    expect(await send(world)).toBe(1);
    expect((await shownChannel(manager, id)).last.outcome).toBe('sent');
    expect(callsTo(robots, mended)).toHaveLength(1);
  });

  it('is signed as DingTalk wants it, and as our webhooks promise', async () => {
    const dingtalk = robots.address('/robot/send?access_token=signed');
    const right = await onlyChannel(manager, { kind: 'dingtalk', address: dingtalk, key: dingtalkKey });
    expect((await manager.post(`/api/notice-channels/${right}/test`)).json().channel.last.outcome).toBe('sent');
    const wrong = await addChannel(manager, { kind: 'dingtalk', address: dingtalk, key: 'SEC-wrong' });
    expect((await manager.post(`/api/notice-channels/${wrong}/test`)).json().channel.last.fault).toBe('signature');
    const keyword = robots.address('/robot/send?access_token=keyword');
    const guarded = await addChannel(manager, { kind: 'dingtalk', address: keyword });
    expect((await manager.post(`/api/notice-channels/${guarded}/test`)).json().channel.last.fault).toBe('keyword');
    const address = hook(robots);
    const signed = await addChannel(manager, { kind: 'webhook', address, key: hookKey });
    await manager.post(`/api/notice-channels/${signed}/test`);
    const [call] = callsTo(robots, address);
    const by = createHmac('sha256', hookKey)
      .update(`${call?.headers['x-zhitong-timestamp']}.${call?.body}`)
      .digest('hex');
    expect(call?.headers['x-zhitong-signature']).toBe(`sha256=${by}`);
    expect(JSON.parse(call?.body ?? '')).toMatchObject({ kind: 'test', organisation: { id: buyer.id } });
  });
});

describe('quiet hours', () => {
  it('hold news back and merge it until they end; what has climbed to the chief’s office goes out at once', async () => {
    world.effects.setClock(new Date('2027-01-10T23:00:00+08:00'));
    manager = await world.signInAnew('firm.buyer');
    const address = wecom(robots);
    const id = await onlyChannel(manager, { kind: 'wecom', address, quiet: { from: 22 * 60, to: 7 * 60 } });
    const caseId = world.effects.newId();
    await tell(world, buyer.id, { caseId });
    world.effects.pass(3 * 3_600_000);
    await tell(world, buyer.id, { caseId });
    expect(await send(world)).toBe(0);
    await tell(world, buyer.id, { rung: 'chief' });
    expect(await send(world)).toBe(1);
    world.effects.setClock(new Date('2027-01-11T06:59:59+08:00'));
    expect(await send(world)).toBe(0);
    manager = await world.signInAnew('firm.buyer');
    expect((await shownChannel(manager, id)).waiting).toBe(1);
    world.effects.setClock(new Date('2027-01-11T07:00:00+08:00'));
    expect(await send(world)).toBe(1);
    const [urgent, morning] = callsTo(robots, address).map(({ body }) => JSON.parse(body).markdown.content);
    expect(urgent).toContain('链长办');
    expect(morning).toContain('（共 2 条）');
  });
});

describe('a channel', () => {
  it('of one person carries only the cases that person holds', async () => {
    const office = await world.signInAnew('bureau');
    const mine = wecom(robots);
    await addChannel(office, { kind: 'wecom', address: mine, personId: bureau.person.id });
    await submitProblem(manager, { matter });
    const held = await submitProblem(manager, { body: bureau.id });
    // the bureau is told of both
    await tell(world, bureau.id);
    await collect(world);
    await send(world);
    const said = callsTo(robots, mine).map(({ body }) => JSON.parse(body).markdown.content);
    expect(said).toHaveLength(1);
    expect(said[0].split('\n')).toHaveLength(2);
    expect((await office.get(`/api/cases/${held.caseId}`)).json().case.holder).toBe(bureau.person.name);
  });

  it('begins with what happens after it was made, and sends nothing that waited when it is switched off', async () => {
    const address = wecom(robots);
    await tell(world, buyer.id);
    const id = await onlyChannel(manager, { kind: 'wecom', address });
    await collect(world);
    expect(await send(world)).toBe(0);
    await tell(world, buyer.id);
    await manager.put(`/api/notice-channels/${id}`, { name: '演示群', enabled: false });
    await manager.put(`/api/notice-channels/${id}`, { name: '演示群', enabled: true });
    expect(await send(world)).toBe(0);
    expect(callsTo(robots, address)).toEqual([]);
  });

  it('follows no redirect and calls no inner address, whatever stands in its sealed settings', async () => {
    const address = wecom(robots);
    const id = await onlyChannel(manager, { kind: 'wecom', address });
    robots.behave('redirect');
    expect((await manager.post(`/api/notice-channels/${id}/test`)).json().channel.last.fault).toBe('redirected');
    robots.behave('as-usual');
    await tell(world, buyer.id);
    const before = callsTo(robots, address).length;
    await manager.put(`/api/notice-channels/${id}`, { name: '演示群', enabled: true, digestMinutes: 0 });
    await send(world, { notices: { ...testReach, loopback: false } });
    expect((await shownChannel(manager, id)).last.fault).toBe('bad-address');
    expect(callsTo(robots, address)).toHaveLength(before);
  });
});

describe('e-mail', () => {
  it('is handed in at the operator’s server, and a busy one is asked again', async () => {
    const mail = await startMailServer();
    try {
      const notices = { ...testReach, mail: true, mailServer: { url: mail.url, from: 'zhitong@weihai.example' } };
      const address = wecom(robots);
      const id = await onlyChannel(manager, { kind: 'wecom', address });
      // the application of this test has no mail server: the channel becomes a mailbox here
      const posted = await manager.post('/api/notice-channels', {
        kind: 'mail',
        name: '信箱',
        address: 'desk@gxj.example',
      });
      expect([posted.statusCode, posted.json().code]).toEqual([409, 'notices.no-mail']);
      await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
        const { sealChannelKey } = await import('./notice-channel-sealing.ts');
        const sealed = sealChannelKey({ address: 'desk@gxj.example', key: '' }, sendingOf(world).secret);
        await tx
          .updateTable('notice_channel')
          .set({ kind: 'mail', sealed })
          .where('city', '=', testCity)
          .where('id', '=', id)
          .execute();
      });
      mail.answerReceivers('450 4.2.1 busy');
      await tell(world, buyer.id);
      expect(await send(world, { notices })).toBe(1);
      expect((await shownChannel(manager, id)).last.outcome).toBe('slow-down');
      mail.answerReceivers('250 ok');
      world.effects.pass(60_000);
      await send(world, { notices });
      expect((await shownChannel(manager, id)).last.outcome).toBe('sent');
      expect(mail.mails).toHaveLength(1);
      expect(mail.mails[0]).toMatch(/^To: desk@gxj\.example$/m);
      mail.answerReceivers('550 5.1.1 no such user');
      await tell(world, buyer.id);
      await send(world, { notices });
      expect((await shownChannel(manager, id)).last).toMatchObject({ outcome: 'fault', fault: 'mail-receiver' });
    } finally {
      await mail.close();
    }
  });
});
