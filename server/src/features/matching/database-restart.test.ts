import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { listenLive, openPort } from '#testing/live-listener';
import { meltblownText, newKey, publish, wait } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { startTestCluster } from '#testing/test-cluster';

/** Stops the database at once, as its own administrator would. The house starts the embedded one again by itself. */
async function stopDatabase(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  admin.on('error', () => undefined);
  const { rows } = await admin.query<{ file: string }>("select pg_read_file('postmaster.pid') as file");
  process.kill(Number(rows[0]?.file.split('\n')[0]), 'SIGINT');
  await admin.end().catch(() => undefined);
}

async function untilHealthy(world: TestApp): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await world.stranger.get('/api/health')).statusCode === 200) return;
    await wait(100);
  }
  throw new Error('the database did not come back');
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !condition(); tries++) await wait(10);
  expect(condition()).toBe(true);
}

it('is restarted under the running app: a clear answer meanwhile, then everything goes on and nothing is lost', async () => {
  const cluster = await startTestCluster();
  onTestFinished(() => cluster.stop());
  const world = await createTestApp({ adminUrl: cluster.adminUrl });
  onTestFinished(() => world.close());
  const port = await openPort(world.app);
  const [asBuyer, asMeltblown, asYantai] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('firm.meltblown'),
    world.signIn('firm.yantai'),
  ]);
  const here = await listenLive(port, asMeltblown);
  const there = await listenLive(port, asYantai);
  onTestFinished(() => {
    here.close();
    there.close();
  });
  const kept = await publish(asBuyer, `${meltblownText}，停机之前`);
  await until(() => here.frames.length === 1 && there.frames.length === 1);

  await stopDatabase(cluster.adminUrl);
  const text = `${meltblownText}，停机之中`;
  const body = { kind: 'sourcing', text, idempotencyKey: newKey() };
  const refused = await asBuyer.post('/api/needs', body);
  expect(refused.statusCode).toBe(503);
  expect(refused.json()).toMatchObject({
    code: 'platform.database-away',
    message: '数据库暂时连不上，您填的内容还在。请稍后重试',
  });
  expect(refused.body).not.toContain('Error');

  await untilHealthy(world);
  expect((await asBuyer.get(`/api/needs/${kept}`)).statusCode).toBe(200);
  expect((await asBuyer.post('/api/needs', body)).statusCode).toBe(201);
  await until(() => here.frames.length === 2 && there.frames.length === 2);
  expect(here.frames.map((frame) => frame.event)).toEqual(['opportunity.arrived', 'opportunity.arrived']);
  expect((await asBuyer.get('/api/needs')).json().total).toBe(2);
});
