import { cityDay } from '@zhitong/domain/needs/city-day';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { act, submitProblem } from '#testing/case-play';
import { settle } from '#testing/loop-play';
import { addChannel, collect, send } from '#testing/notice-play';
import { type RobotServer, startRobotServer } from '#testing/robot-server';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { enterMatter, hire } from '#testing/test-duties';
import { bureau, chainOffice, hrss, testCity } from '#testing/test-world';
import { fireDue } from './case-timer-job.ts';
import { insertTasks } from './case-timer-store.ts';

let world: TestApp;
let robots: RobotServer;
let people: Readonly<Record<'deputy' | 'head' | 'other', { readonly postId: string; readonly personId: string }>>;
let matter: string;
beforeAll(async () => {
  [world, robots] = await Promise.all([createTestApp(), startRobotServer()]);
  robots.setNow(world.effects.now);
  const office = await world.signIn('bureau');
  people = {
    deputy: await hire(office, { name: '演示-代', phone: '13800000901' }),
    head: await hire(office, { name: '演示-长', phone: '13800000902', role: 'manager' }),
    other: await hire(office, { name: '演示-闲', phone: '13800000903' }),
  };
  matter = await enterMatter(world, { ownerPostId: hrss.person.postId, deputyPostId: people.deputy.postId });
});
afterAll(() => Promise.all([world.close(), robots.close()]));

const fire = () =>
  fireDue({
    ...{ database: world.database, effects: world.effects, city: testCity },
    onError: (error) => {
      throw error;
    },
  });

const wayOf = (rung: string) => robots.address(`/cgi-bin/webhook/send?key=${rung}`);
const toldTo = (rung: string) =>
  robots.calls
    .filter(({ path }) => wayOf(rung).endsWith(path))
    .map(({ body }) => String(JSON.parse(body).markdown.content));

function tasksOf(caseId: string) {
  return inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('case_task')
      .select(['rung', 'body_id', 'person_name'])
      .where('city', '=', testCity)
      .where('case_id', '=', caseId)
      .execute(),
  );
}

async function inboxOf(client: TestClient): Promise<string> {
  const { entries } = (await client.get('/api/inbox')).json();
  return entries.map(({ text }: { text: string }) => text).join('\n');
}

it('gives each rung its task, and its notice in the inbox and by the own way of whoever stands on it', async () => {
  const office = await world.signIn('bureau');
  for (const [rung, organisationId, personId] of [
    ['handler', hrss.id, hrss.person.id],
    ['deputy', hrss.id, people.deputy.personId],
    ['head', hrss.id, people.head.personId],
    ['bureau', bureau.id, bureau.person.id],
    ['chief', chainOffice.id, chainOffice.person.id],
  ] as const)
    await addChannel(office, { kind: 'wecom', address: wayOf(rung), organisationId, personId });
  const { caseId } = await submitProblem(await world.signIn('firm.buyer'), { matter });
  world.effects.setClock(new Date('2026-12-04T09:00:00+08:00'));
  await fire();
  await settle(world);
  await collect(world);
  await send(world);
  expect(new Map((await tasksOf(caseId)).map((task) => [task.rung, [task.body_id, task.person_name]]))).toEqual(
    new Map([
      ['handler', [hrss.id, hrss.person.name]],
      ['deputy', [hrss.id, '演示-代']],
      ['head', [hrss.id, '演示-长']],
      ['bureau', [bureau.id, null]],
      ['chief', [chainOffice.id, null]],
    ]),
  );
  for (const rung of ['handler', 'deputy', 'head', 'bureau', 'chief'])
    expect(toldTo(rung).join('\n'), rung).toContain('员工宿舍用电');
  expect(toldTo('chief').join('\n')).toContain('已提醒链长办');
  const inbox = await inboxOf(await world.signInAnew('handler.hrss'));
  for (const told of ['已提醒承办人（演示-庚', '已提醒B 角（演示-代', '已提醒单位负责人（演示-长'])
    expect(inbox).toContain(told);
  expect(await inboxOf(await world.signInAnew('bureau'))).toContain('已提醒调度单位');
  expect(await inboxOf(await world.signInAnew('chief.medical'))).toContain('已提醒链长办');
});

it('leaves a colleague alone who has neither the case nor a task in it', async () => {
  const office = await world.signInAnew('bureau');
  await addChannel(office, {
    ...{ kind: 'wecom', address: wayOf('other'), organisationId: hrss.id, personId: people.other.personId },
  });
  await submitProblem(await world.signInAnew('firm.buyer'), { matter });
  world.effects.pass(26 * 3_600_000);
  await fire();
  await settle(world);
  await collect(world);
  await send(world);
  expect(toldTo('other')).toEqual([]);
});

it('tells of a task of a body as a whole only its head and whoever holds the matter or is its deputy', async () => {
  const office = await world.signInAnew('bureau');
  for (const [key, personId] of [
    ['whole-other', people.other.personId],
    ['whole-head', people.head.personId],
    ['whole-deputy', people.deputy.personId],
    ['whole-owner', hrss.person.id],
  ] as const)
    await addChannel(office, { kind: 'wecom', address: wayOf(key), organisationId: hrss.id, personId });
  const { caseId } = await submitProblem(await world.signInAnew('firm.buyer'), { matter });
  await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => {
    const whose = { bodyId: hrss.id, bodyName: hrss.name, personId: null, personName: null };
    const task = { id: world.effects.newId(), caseId, kind: 'rung', rung: 'head', ...whose } as const;
    await insertTasks(tx, { city: testCity, at: world.effects.now(), tasks: [task] });
    await tx.updateTable('need_case').set({ holder_id: null }).where('id', '=', caseId).execute();
  });
  await act(await world.signInAnew('handler.hrss'), caseId, 'answer', { text: '已按居民价计。' });
  await settle(world);
  await collect(world);
  await send(world);
  world.effects.pass(3_600_000);
  await send(world);
  const told = ['whole-owner', 'whole-deputy', 'whole-head', 'whole-other'].map((key) => toldTo(key).length > 0);
  expect(told).toEqual([true, true, true, false]);
});

it('tells nothing any more to the own way of somebody whose post has ended, though a case still bears the name', async () => {
  const office = await world.signInAnew('bureau');
  await addChannel(office, {
    ...{ kind: 'wecom', address: wayOf('gone'), organisationId: hrss.id, personId: people.deputy.personId },
  });
  const told = async () => {
    world.effects.pass(26 * 3_600_000);
    await fire();
    await settle(world);
    await collect(world);
    await send(world);
    return toldTo('gone').length;
  };
  await submitProblem(await world.signInAnew('firm.buyer'), { matter });
  await told();
  const before = await told();
  expect(before).toBeGreaterThan(0);
  await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .updateTable('post')
      .set({ valid_to: cityDay(world.effects.now()) })
      .where('city', '=', testCity)
      .where('person_id', '=', people.deputy.personId)
      .execute(),
  );
  await told();
  expect(await told()).toBe(before);
});
