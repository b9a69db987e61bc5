import { targetState } from '@zhitong/domain/investment/target-history';
import { targetLight } from '@zhitong/domain/investment/target-light';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeChain } from '#testing/owned-chain';
import { registerNamed, type Step, stepOn, targetOf } from '#testing/target-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, buyer, chainOffice, circleMeltblown, hrss, investBureau, testCity } from '#testing/test-world';
import { readTargetAction, readTargetState } from './target-state-json.ts';

let world: TestApp;
let officer: TestClient;
let gap: string;
beforeAll(async () => {
  world = await createTestApp();
  officer = await world.signIn(investBureau.username);
  const chain = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
  );
  gap = `${chain}:pp-meltblown-resin`;
  await officer.post('/api/targets', { organisation: circleMeltblown.id, gap });
});
afterAll(() => world.close());

const refusal = (reply: { statusCode: number; json(): { code: string } }) => [reply.statusCode, reply.json().code];

const step = (more: Partial<Step> = {}): Step => ({
  ...{ stage: 'contacted', note: '已通电话', next: '上门拜访', due: '2026-12-08' },
  ...more,
});

describe('a step of a target', () => {
  it('takes the promised body, and is kept with who, when, what and what is next', async () => {
    const id = await registerNamed(officer, '绍兴步步化工有限公司（演示）');
    const reply = await officer.post(`/api/targets/${id}/steps`, step());
    expect([reply.statusCode, reply.json()]).toEqual([201, { id, status: 'contacted', seq: 2 }]);
    const { target, steps } = await targetOf(officer, id);
    expect(target).toMatchObject({ status: 'contacted', next: '上门拜访', due: '2026-12-08', light: 'green' });
    expect(steps[0]).toMatchObject({
      ...{ seq: 2, text: '已联系', note: '已通电话', next: '上门拜访', due: '2026-12-08' },
      ...{ by: investBureau.person.name, body: { id: investBureau.id } },
    });
  });

  it('leads from the lead to production, and then nothing is left to do', async () => {
    const id = await registerNamed(officer, '无锡全程精密有限公司（演示）');
    for (const stage of ['visited', 'negotiating', 'signed', 'started'] as const)
      await stepOn(officer, id, step({ stage }));
    await stepOn(officer, id, { stage: 'producing', note: '投产', next: null, due: null });
    const { target, can } = await targetOf(officer, id);
    expect(target).toMatchObject({ status: 'producing', light: 'done', next: null, remainingMinutes: null });
    expect(can).toEqual({ change: false, enter: false, on: [], back: [], same: false });
    const late = await officer.post(`/api/targets/${id}/steps`, step({ stage: 'started' }));
    expect(refusal(late)).toEqual([409, 'targets.over']);
  });

  it('goes back only with a reason', async () => {
    const id = await registerNamed(officer, '苏州回头电子有限公司（演示）');
    await stepOn(officer, id, step({ stage: 'negotiating' }));
    const back = step({ stage: 'visited' });
    expect(refusal(await officer.post(`/api/targets/${id}/steps`, back))).toEqual([422, 'targets.backwards']);
    await stepOn(officer, id, { ...back, reason: '换了对接人，从头谈' });
    const { target, steps } = await targetOf(officer, id);
    expect([target.status, steps[0]?.reason]).toEqual(['visited', '换了对接人，从头谈']);
  });

  it('is refused where a stage is passed over, with what may come next', async () => {
    const id = await registerNamed(officer, '南通跳级纺机有限公司（演示）');
    const reply = await officer.post(`/api/targets/${id}/steps`, step({ stage: 'started' }));
    expect(refusal(reply)).toEqual([409, 'targets.not-next']);
    expect(reply.json().message).toBe('现在是线索，不能直接到已开工。接下来可以：已联系、已拜访、在谈');
  });

  it('needs a note, a next step and its day', async () => {
    const id = await registerNamed(officer, '扬州缺项包装有限公司（演示）');
    for (const lacking of [{ note: null }, { next: null }, { due: null }, { note: '  ' }])
      expect(refusal(await officer.post(`/api/targets/${id}/steps`, step(lacking)))).toEqual([
        422,
        'targets.incomplete',
      ]);
    expect(refusal(await officer.post(`/api/targets/${id}/steps`, step({ due: '2026-11-02' })))).toEqual([
      422,
      'targets.due-past',
    ]);
  });

  it('names the last step that was seen: of two who act at once the second looks first', async () => {
    const id = await registerNamed(officer, '泰州同时轴承有限公司（演示）');
    const both = await Promise.all(
      ['甲记', '乙记'].map((note) => officer.post(`/api/targets/${id}/steps`, { ...step({ note }), seen: 1 })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
    const refused = both.find(({ statusCode }) => statusCode === 409)?.json();
    expect(refused.code).toBe('targets.changed');
    expect(refused.message).toContain(`${investBureau.person.name} 0 分钟前已改动这条线索（记录进展）`);
  });

  it('is noted once, however often the button is pressed', async () => {
    const id = await registerNamed(officer, '镇江连点照明有限公司（演示）');
    const body = { ...step(), seen: 1, idempotencyKey: uuidv7() };
    const replies = [
      await officer.post(`/api/targets/${id}/steps`, body),
      await officer.post(`/api/targets/${id}/steps`, body),
    ];
    expect(replies.map((reply) => reply.json().seq)).toEqual([2, 2]);
  });

  it('of a lost target is refused; it is lost for a coded reason, in words where the code says nothing', async () => {
    const id = await registerNamed(officer, '淮安未成食品有限公司（演示）');
    expect(refusal(await officer.post(`/api/targets/${id}/loss`, { code: 'other' }))).toEqual([
      422,
      'targets.incomplete',
    ]);
    expect((await officer.post(`/api/targets/${id}/loss`, { code: 'premises', note: '没有净地' })).statusCode).toBe(
      200,
    );
    const { target, steps } = await targetOf(officer, id);
    expect(target).toMatchObject({ status: 'lost', loss: 'premises', light: 'done' });
    expect(steps[0]?.text).toBe('未成：用地用房不合适');
    const reply = await officer.post(`/api/targets/${id}/steps`, step());
    expect(refusal(reply)).toEqual([409, 'targets.over']);
    expect(reply.json().message).toContain('未成，不能再记进展');
    expect(refusal(await officer.post(`/api/targets/${id}/loss`, { code: 'cost' }))).toEqual([409, 'targets.over']);
  });
});

describe('the owner of a target', () => {
  it('changes, is told, and whoever had it goes on taking part', async () => {
    const id = await registerNamed(officer, '盐城易手风电有限公司（演示）');
    const { officers } = await targetOf(officer, id);
    expect(officers.map(({ person }) => person)).toContain(bureau.person.name);
    const reply = await officer.post(`/api/targets/${id}/owner`, {
      postId: bureau.person.postId,
      note: '由工信局牵头',
    });
    expect(reply.statusCode, reply.body).toBe(200);
    const { target, can } = await targetOf(officer, id);
    expect(target.owner).toEqual({ body: { id: bureau.id, name: bureau.shortName }, person: bureau.person.name });
    expect(target.participants).toEqual([{ id: investBureau.id, name: investBureau.shortName }]);
    expect(can.change).toBe(true);
    const news = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('event')
        .select('audience')
        .where('city', '=', testCity)
        .where('type', '=', 'target.given')
        .execute(),
    );
    expect(news).toEqual([{ audience: [bureau.id] }]);
  });

  it('is nobody outside those posts, and not the same again', async () => {
    const id = await registerNamed(officer, '徐州谁管机床有限公司（演示）');
    for (const postId of [uuidv7(), buyer.person.postId, hrss.person.postId])
      expect(refusal(await officer.post(`/api/targets/${id}/owner`, { postId }))).toEqual([
        422,
        'targets.unknown-owner',
      ]);
    const same = await officer.post(`/api/targets/${id}/owner`, { postId: investBureau.person.postId });
    expect(refusal(same)).toEqual([409, 'targets.same-owner']);
  });
});

describe('the targets of the city', () => {
  it('are for the bureau, investment and the chief’s office; the chief’s office changes none', async () => {
    const id = await registerNamed(officer, '连云港看得药业有限公司（演示）');
    for (const { username } of [bureau, chainOffice, investBureau])
      expect((await (await world.signIn(username)).get(`/api/targets/${id}`)).statusCode).toBe(200);
    const chief = await world.signIn(chainOffice.username);
    expect((await chief.post(`/api/targets/${id}/steps`, step())).statusCode).toBe(403);
    expect((await targetOf(chief, id)).can).toMatchObject({ change: false, enter: false });
    for (const { username } of [buyer, hrss])
      expect((await (await world.signIn(username)).get('/api/targets')).statusCode).toBe(403);
  });

  it('stand by what is due, filtered by stage, light, gap, words and whose they are; lights as in the rule', async () => {
    const id = await registerNamed(officer, '宿迁催办玻璃有限公司（演示）');
    await stepOn(officer, id, step({ due: '2026-11-23', next: '今天电话催办' }));
    const ask = async (query: string) => (await officer.get(`/api/targets?limit=200&${query}`)).json();
    const names = async (query: string) =>
      ((await ask(query)).targets as { firm: { name: string } }[]).map(({ firm }) => firm.name);
    expect(await names('q=催办')).toEqual(['宿迁催办玻璃有限公司（演示）']);
    expect(await names(`gap=${gap}`)).toEqual([circleMeltblown.name]);
    expect(await names('stage=lost')).toEqual(['淮安未成食品有限公司（演示）']);
    expect(await names('over=over')).toContain('无锡全程精密有限公司（演示）');
    expect(await names('district=371082')).toEqual([]);
    const all = await ask('over=any');
    expect(all.total).toBe(all.targets.length);
    const { lights } = await ask('');
    for (const light of ['red', 'yellow', 'green', 'none'] as const)
      expect([light, (await ask(`light=${light}`)).total]).toEqual([light, lights[light]]);
    for (const { status, light, due } of all.targets) {
      if (status === 'lost' || status === 'producing') expect(light).toBe('done');
      else if (due === null) expect(light).toBe('none');
    }
    expect((await ask('mine=yes')).total).toBeGreaterThan(3);
    expect(await names('q=没有这样的')).toEqual([]);
  });

  it('turn yellow near the day of their next step and red after it', async () => {
    const elsewhere = await createTestApp();
    const own = await elsewhere.signIn(investBureau.username);
    const id = await registerNamed(own, '滁州红灯仪表有限公司（演示）');
    await stepOn(own, id, step({ due: '2026-12-08' }));
    const light = async () => (await targetOf(await elsewhere.signInAnew(investBureau.username), id)).target;
    expect((await light()).light).toBe('green');
    elsewhere.effects.pass(14.5 * 86_400_000);
    expect((await light()).light).toBe('yellow');
    elsewhere.effects.pass(2 * 86_400_000);
    const late = await light();
    expect(late.light).toBe('red');
    expect(late.remainingMinutes).toBeLessThan(0);
    await elsewhere.close();
  });

  it('leave the house as an Excel file of the same filter', async () => {
    const reply = await officer.get('/api/targets/export?stage=lost&lang=zh');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
  });

  it('of a gap are found by the gap, and of none that is not on a map there is none', async () => {
    const found = (await officer.get(`/api/gaps/${gap}/targets`)).json();
    expect([found.total, found.targets[0].firm.name]).toEqual([1, circleMeltblown.name]);
    expect((await officer.get(`/api/gaps/${uuidv7()}:x/targets`)).statusCode).toBe(404);
  });

  it('count as a funnel of stages and days, with why others were lost, and no money', async () => {
    const reply = await officer.get('/api/targets/funnel');
    const { rows, losses, total } = reply.json();
    expect(rows.map(({ stage }: { stage: string }) => stage)).toEqual([
      ...['lead', 'contacted', 'visited', 'negotiating', 'signed', 'started', 'producing'],
    ]);
    expect(rows[0].reached).toBe(total);
    expect(rows[6]).toMatchObject({ now: 1, reached: 1, medianDays: null });
    expect(losses).toEqual([{ code: 'premises', count: 1 }]);
    expect(reply.body).not.toMatch(/fen|amount|money/i);
  });

  it('keep the fold of their history in the row', async () => {
    const { rows, steps } = await inContext(world.database, { city: testCity, viewer: 'system' }, async (tx) => ({
      rows: await tx.selectFrom('investment_target').selectAll().where('city', '=', testCity).execute(),
      steps: await tx.selectFrom('target_step').selectAll().where('city', '=', testCity).orderBy('seq').execute(),
    }));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const [first, ...rest] = steps
        .filter(({ target_id }) => target_id === row.id)
        .map(({ action }) => readTargetAction(action));
      if (!first) throw new Error('a target without a first step');
      const state = targetState([first, ...rest]);
      expect(readTargetState(row.state)).toEqual(state);
      expect([row.status, row.next, row.due, row.seq]).toEqual([state.status, state.next, state.due, rest.length + 1]);
      const standing = {
        dueAt: row.due_at && new Date(row.due_at),
        yellowAt: row.yellow_at && new Date(row.yellow_at),
      };
      expect(targetLight(state, standing, world.effects.now())).not.toBe('red');
    }
  });
});
