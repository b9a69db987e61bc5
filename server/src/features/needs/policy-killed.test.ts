import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#testing/test-app';
import { buyer, hrss, testCity } from '#testing/test-world';

const copies = 3_000;
const policies = 2;

let world: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  world = await createTestApp();
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await copyFirms();
  await enterPolicies();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await world.close();
});

/** One firm three thousand times more, somebody acting for each. */
async function copyFirms(): Promise<void> {
  await owner.query(`set zhitong.city = '${testCity}'; set zhitong.viewer = 'system'`);
  await owner.query(`
    create temporary table twin as select gen_random_uuid() as id, n from generate_series(1, ${copies}) n;
    insert into organisation (city, id, kind, name, region, demo, source, as_of, created_at)
      select o.city, t.id, o.kind, '第 ' || t.n || ' 号厂（演示）', o.region, true, o.source, o.as_of, o.created_at
      from organisation o, twin t where o.id = '${buyer.id}';
    insert into post (city, id, person_id, organisation_id, role, valid_from)
      select p.city, gen_random_uuid(), p.person_id, t.id, p.role, p.valid_from
      from post p, twin t where p.organisation_id = '${buyer.id}' and p.role = 'manager'`);
}

/** Written past the log: nobody in this process tells of them. */
async function enterPolicies(): Promise<void> {
  const here = JSON.stringify([{ fact: 'region', op: 'in', values: [buyer.region], text: '在高区' }]);
  await owner.query(
    `insert into policy (city, id, title, body_id, benefit, basis, conditions, valid_from, source, created_at, created_by)
     select $1, gen_random_uuid(), '演示：第 ' || n || ' 项', $2, '补贴', '演示文件', $3, '2026-01-01', '演示', now(), '演示-甲'
     from generate_series(1, ${policies}) n`,
    [testCity, hrss.id, here],
  );
}

interface Counts {
  readonly told: number;
  readonly news: number;
  readonly trail: number;
  readonly twice: number;
}

async function counts(): Promise<Counts> {
  const { rows } = await owner.query<Counts>(`
    select (select count(*)::int from policy_told) as told,
           (select count(*)::int from event where type = 'policy.fits') as news,
           (select count(*)::int from audit_entry where action = 'policy.told') as trail,
           (select count(*)::int from (select 1 from event where type = 'policy.fits'
              group by subject_id, audience, payload ->> 'version' having count(*) > 1) e) as twice`);
  return rows[0] ?? { told: 0, news: 0, trail: 0, twice: 0 };
}

function startTelling(): ChildProcess {
  const child = join(import.meta.dirname, '..', '..', 'testing', 'policy-child.ts');
  return spawn(process.execPath, [child, world.database.url, testCity, world.effects.now().toISOString()], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

it('tells every firm once of a version of a policy, though the server is killed again and again and two tell at once', async () => {
  const { rows } = await owner.query<{ firms: number }>(
    `select count(distinct o.id)::int as firms from organisation o join post p on p.city = o.city and p.organisation_id = o.id
     where o.city = $1 and o.kind = 'enterprise' and o.region = $2`,
    [testCity, buyer.region],
  );
  const all = (rows[0]?.firms ?? 0) * policies;
  expect(all).toBeGreaterThan(copies * policies);
  for (let kills = 0, before = 0; kills < 3; kills += 1) {
    const child = startTelling();
    const ended = once(child, 'exit');
    while ((await counts()).told <= before && child.exitCode === null) await new Promise((next) => setTimeout(next, 5));
    expect(child.exitCode, 'it was still telling').toBeNull();
    child.kill('SIGKILL');
    await ended;
    const { told, ...written } = await counts();
    // a firm counts as told exactly where its news and its line of the trail stand
    expect(written).toEqual({ news: told, trail: told, twice: 0 });
    before = told;
  }
  expect((await counts()).told).toBeLessThan(all);
  const both = [startTelling(), startTelling()];
  const codes = await Promise.all(both.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  expect(await counts()).toEqual({ told: all, news: all, trail: all, twice: 0 });
}, 120_000);
