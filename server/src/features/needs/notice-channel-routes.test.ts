import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { addChannel } from '#testing/notice-play';
import { dingtalkKey, type RobotServer, startRobotServer } from '#testing/robot-server';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bankA, buyer, meltblown, secondManager, testCity, worldId } from '#testing/test-world';

let world: TestApp;
let robots: RobotServer;
let manager: TestClient;
let office: TestClient;
const log: string[] = [];
beforeAll(async () => {
  const settings = { logLevel: 'info', logTo: { write: (line: string) => void log.push(line) } } as const;
  [world, robots] = await Promise.all([createTestApp({ settings }), startRobotServer()]);
  robots.setNow(world.effects.now);
  [manager, office] = await Promise.all([world.signIn('firm.buyer'), world.signIn('bureau')]);
});
afterAll(() => Promise.all([world.close(), robots.close()]));

const path = '/api/notice-channels';
const robot = (token: string) => robots.address(`/robot/send?access_token=${token}`);
const asked = (change: object = {}) => ({ kind: 'dingtalk', name: '演示群', address: robot('one'), ...change });
const add = (client: TestClient, change: object = {}) => client.post(path, asked(change));
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];

describe('setting up a channel', () => {
  it('is for managers of the organisation and for the bureau, and for nobody else', async () => {
    expect((await add(manager)).statusCode).toBe(201);
    expect((await add(office, { organisationId: bankA.id })).statusCode).toBe(201);
    for (const name of ['firm.spunbond', 'bank.a', 'handler.hrss', 'chief.medical', 'invest.bureau', 'emergency.desk'])
      expect([name, (await add(await world.signIn(name))).statusCode]).toEqual([name, 403]);
    for (const name of ['sysadmin', 'secadmin', 'auditadmin'])
      expect([name, (await (await world.signIn(name)).get(path)).statusCode]).toEqual([name, 403]);
    expect((await add(world.stranger)).statusCode).toBe(401);
    expect(codeOf(await add(manager, { organisationId: meltblown.id }))).toEqual([403, 'notices.own-organisation']);
    expect(codeOf(await add(office, { organisationId: worldId(9, 9) }))).toEqual([422, 'notices.nobody-there']);
  });

  it('of one person is for somebody who works there now', async () => {
    const made = await add(manager, { personId: secondManager.person.id });
    expect(made.json().channel.person).toBe(secondManager.person.name);
    const reply = await add(manager, { personId: meltblown.person.id });
    expect(codeOf(reply)).toEqual([422, 'notices.no-colleague']);
    const english = await manager.post(path, asked({ personId: worldId(9, 9) }), { 'accept-language': 'en' });
    expect([english.json().code, english.json().message]).toEqual([
      'notices.no-colleague',
      'This person holds no post in that organisation now',
    ]);
  });

  it('shows a manager the own ones, the bureau those of the city', async () => {
    const other = await world.signIn('firm.meltblown');
    const id = await addChannel(manager, asked());
    expect((await other.get(path)).json().channels).toEqual([]);
    for (const reply of [
      await other.put(`${path}/${id}`, { name: '别人', enabled: true }),
      await other.post(`${path}/${id}/test`),
      await other.del(`${path}/${id}`),
    ])
      expect(codeOf(reply)).toEqual([404, 'platform.not-found']);
    const seen = (await office.get(path))
      .json()
      .channels.map(({ organisation }: { organisation: { id: string } }) => organisation.id);
    expect(new Set(seen)).toEqual(new Set([buyer.id, bankA.id]));
  });

  it.each([
    [{ address: 'nonsense' }, 422, 'notices.bad-address'],
    [{ address: 'http://oapi.dingtalk.com/robot/send' }, 422, 'notices.not-https'],
    [{ address: 'https://example.com/robot/send' }, 422, 'notices.other-host'],
    [{ kind: 'webhook', address: 'https://10.0.0.1/', key: 'a key of sixteen letters' }, 422, 'notices.inner-address'],
    [{ kind: 'webhook', address: 'https://example.com/', key: 'short' }, 422, 'notices.no-key'],
    [{ kind: 'mail', address: 'a@b.cn' }, 409, 'notices.no-mail'],
    [{ digestMinutes: 2_000 }, 400, 'platform.invalid-input'],
    [{ quiet: { from: 60, to: 60 } }, 400, 'platform.invalid-input'],
  ] as const)('refuses %j in both languages', async (change, status, code) => {
    const reply = await add(manager, change);
    expect(codeOf(reply)).toEqual([status, code]);
    const english = await manager.post(path, asked(change), { 'accept-language': 'en' });
    expect(english.json().message).not.toBe(reply.json().message);
    expect(`${reply.json().message}${english.json().message}`).not.toMatch(/\{\w+\}/);
  });

  it('refuses a mailbox when no mail server is set up', async () => {
    expect((await manager.get(path)).json().mail).toBe(false);
    expect(codeOf(await add(manager, { kind: 'mail', address: 'nobody' }))).toEqual([409, 'notices.no-mail']);
  });

  it('ends at twenty of one organisation, and a removed one makes room', async () => {
    const other = await world.signIn('firm.meltblown');
    const ids: string[] = [];
    for (let place = 0; place < 20; place++) ids.push(await addChannel(other, asked()));
    expect(codeOf(await add(other))).toEqual([409, 'notices.too-many']);
    expect((await other.del(`${path}/${ids[0]}`)).json()).toEqual({ removed: ids[0] });
    expect((await other.get(path)).json().channels).toHaveLength(19);
    expect((await add(other)).statusCode).toBe(201);
  });

  it('keeps address and key when they are left out, and no key goes to another address', async () => {
    const id = await addChannel(manager, asked({ address: robot('signed'), key: dingtalkKey }));
    const test = async () => (await manager.post(`${path}/${id}/test`)).json().channel.last;
    expect((await test()).outcome).toBe('sent');
    const settings = { name: '新名字', enabled: true, quiet: { from: 1320, to: 420 }, digestMinutes: 30 };
    const changed = (await manager.put(`${path}/${id}`, settings)).json().channel;
    expect(changed).toMatchObject({ name: '新名字', keyed: true, quiet: { from: 1320, to: 420 }, digestMinutes: 30 });
    expect((await test()).outcome).toBe('sent');
    const moved = await manager.put(`${path}/${id}`, { ...settings, address: robot('signed') });
    expect(moved.json().channel.keyed).toBe(false);
    expect(await test()).toMatchObject({ outcome: 'fault', fault: 'signature' });
  });

  it('counts test messages among the twenty a minute', async () => {
    const id = await addChannel(manager, asked({ address: robot('busy') }));
    for (let call = 0; call < 20; call++) expect((await manager.post(`${path}/${id}/test`)).statusCode).toBe(200);
    const reply = await manager.post(`${path}/${id}/test`);
    expect(codeOf(reply)).toEqual([429, 'notices.too-fast']);
    expect(reply.json().details.seconds).toBe(61);
    expect(robots.calls.filter(({ path: called }) => called.includes('access_token=busy'))).toHaveLength(20);
  });
});

it('keeps keys out of every reply, of the log, of the trail and of the tables', async () => {
  const [token, key] = ['token-nobody-reads', 'key-nobody-reads-either'];
  const made = await add(manager, { address: robot(token), key });
  const { id } = made.json().channel;
  const replies = [
    made,
    await manager.get(path),
    await office.get(path),
    await manager.put(`${path}/${id}`, { name: '演示群', enabled: true, address: robot(token), key }),
    await manager.post(`${path}/${id}/test`),
    await add(manager, { address: `${robot(token)}#`, key, digestMinutes: -1 }),
    await manager.del(`${path}/${id}`),
  ];
  const kept = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => [
    await tx.selectFrom('notice_channel').selectAll().execute(),
    await tx.selectFrom('notice_robot').selectAll().execute(),
    await tx.selectFrom('audit_entry').selectAll().execute(),
    await tx.selectFrom('audit_confidential').selectAll().execute(),
  ]);
  expect(robots.calls.some(({ path: called }) => called.includes(token))).toBe(true);
  const everything = JSON.stringify([replies.map(({ body }) => body), kept, log]);
  expect(log.length).toBeGreaterThan(0);
  expect(everything).toContain('notice-channel.tested');
  for (const secret of [token, key]) expect(everything).not.toContain(secret);
});
