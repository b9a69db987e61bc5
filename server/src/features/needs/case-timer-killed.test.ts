import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterHrssMatter, submitProblem } from '#testing/case-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';

const copies = 4_000;
const due = '2027-01-15T09:00:00+08:00';

let world: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  world = await createTestApp();
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  const matter = await enterHrssMatter(world);
  await submitProblem(await world.signIn('firm.buyer'), { matter });
  await copyCases();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** The one case that was sent in, four thousand times more, each with its eleven timers. */
async function copyCases(): Promise<void> {
  await owner.query(`set zhitong.city = '${testCity}'; set zhitong.viewer = 'system'`);
  await owner.query(`
    create temporary table twin as select gen_random_uuid() as need_id, gen_random_uuid() as case_id from generate_series(1, ${copies});
    insert into need (city, id, organisation_id, kind, text, product_ids, certificates, limits, state, reach, idempotency_key, text_hash, demo, published_at)
      select n.city, t.need_id, n.organisation_id, n.kind, n.text, '{}', '{}', '[]', 'open', 'city', t.need_id::text, t.need_id::text, true, n.published_at
      from need n, twin t where n.city = '${testCity}' and n.kind = 'problem';
    insert into need_case (city, id, need_id, asker_id, asker_name, list, class, duty_id, title, text, status, lead_id, lead_name, lead_since, started_at,
        allowance_ms, penalty_ms, due_at, due_certain, yellow_at, state, seq, reader_ids)
      select c.city, t.case_id, t.need_id, c.asker_id, c.asker_name, c.list, c.class, c.duty_id, c.title, c.text, c.status, c.lead_id, c.lead_name, c.lead_since,
        c.started_at, c.allowance_ms, c.penalty_ms, c.due_at, true, c.yellow_at, c.state, c.seq, c.reader_ids
      from need_case c, twin t where c.city = '${testCity}';
    insert into case_timer (city, case_id, round, kind, due_at)
      select k.city, t.case_id, k.round, k.kind, k.due_at from case_timer k, twin t where k.city = '${testCity}'`);
}

async function counts(): Promise<{ open: number; fired: number; tasks: number; twice: number; events: number }> {
  const { rows } = await owner.query(`
    select (select count(*)::int from case_timer where fired_at is null) as open,
           (select count(*)::int from case_timer where fired_at is not null) as fired,
           (select count(*)::int from case_task) as tasks,
           (select count(*)::int from (select 1 from case_task group by case_id, rung, mark having count(*) > 1) t) as twice,
           (select count(*)::int from event where type = 'case.escalated') as events`);
  return rows[0];
}

function startFiring(): ChildProcess {
  const child = join(import.meta.dirname, '..', '..', 'testing', 'timer-child.ts');
  return spawn(process.execPath, [child, world.database.url, testCity, due], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

it('loses no timer and fires none twice, though the server is killed again and again', async () => {
  const all = (copies + 1) * 11;
  let kills = 0;
  for (let before = 0; kills < 4; before = (await counts()).fired) {
    const child = startFiring();
    while ((await counts()).fired <= before && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 20));
    child.kill('SIGKILL');
    await once(child, 'exit');
    kills += 1;
    const { fired, events } = await counts();
    // a timer is fired exactly when its news is written
    expect(events).toBe(fired);
  }
  expect((await counts()).open).toBeGreaterThan(0);
  const last = startFiring();
  const [code] = await once(last, 'exit');
  expect(code).toBe(0);
  expect(await counts()).toEqual({ open: 0, fired: all, tasks: (copies + 1) * 9, twice: 0, events: all });
}, 120_000);
