import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publish } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';

const many = 60;
const due = '2026-12-01T09:00:00+08:00';

let world: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  world = await createTestApp();
  const asBuyer = await world.signIn('firm.buyer');
  for (let one = 0; one < many; one++) await publish(asBuyer, `采购熔喷布 1 吨/天，BFE≥95，第 ${one} 批`);
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query(`set zhitong.city = '${testCity}'; set zhitong.viewer = 'system'`);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await world.close();
});

interface Counts {
  readonly fired: number;
  readonly receipts: number;
  readonly told: number;
  readonly asked: number;
}

async function counts(): Promise<Counts> {
  const { rows } = await owner.query<Counts>(`
    select (select count(*)::int from cascade_timer where kind = 'circle' and fired_at is not null) as fired,
           (select count(*)::int from cascade_receipt where ring = 'city') as receipts,
           (select count(*)::int from event where type = 'need.widened') as told,
           (select count(*)::int from match where tier = 'circle') as asked`);
  return rows[0] ?? { fired: 0, receipts: 0, told: 0, asked: 0 };
}

function startMoving(): ChildProcess {
  const child = join(import.meta.dirname, '..', '..', 'testing', 'cascade-child.ts');
  return spawn(process.execPath, [child, world.database.url, testCity, due], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

it('moves every cascade once, with its receipt, its new suppliers and its news, though the server is killed again and again', async () => {
  for (let kills = 0, before = 0; kills < 3; kills++) {
    const child = startMoving();
    const ended = once(child, 'exit');
    while ((await counts()).fired <= before && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 5));
    child.kill('SIGKILL');
    await ended;
    const { fired, receipts, told, asked } = await counts();
    // a timer has fired exactly where everything that follows from it is written
    expect({ receipts, told, asked }).toEqual({ receipts: fired, told: fired, asked: fired });
    before = fired;
  }
  expect((await counts()).fired).toBeLessThan(many);
  const both = [startMoving(), startMoving()];
  const codes = await Promise.all(both.map(async (child) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  expect(await counts()).toEqual({ fired: many, receipts: many, told: many, asked: many });
}, 120_000);
