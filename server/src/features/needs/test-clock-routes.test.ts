import { expect, it, onTestFinished } from 'vitest';
import { inContext } from '#platform/context';
import { realEffects, TestClock } from '#platform/effects';
import { createTestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';

it('there is no address for the clock where it was not asked for', async () => {
  const world = await createTestApp();
  onTestFinished(() => world.close());
  expect((await world.stranger.put('/api/test/clock', { now: '2026-12-01T09:00:00+08:00' })).statusCode).toBe(404);
});

it('moves on from where it is put, at its own pace, fires what is due, and takes no day that is none', async () => {
  const clock = new TestClock(realEffects);
  const fired: Date[] = [];
  const fire = async () => fired.push(clock.effects.now());
  const world = await createTestApp({ settings: { testClock: { clock, real: realEffects, fire } } });
  onTestFinished(() => world.close());
  const reply = await world.stranger.put('/api/test/clock', { now: '2026-12-01T09:00:00+08:00' });
  expect(reply.json().fired).toBe(1);
  expect(Date.parse(reply.json().now)).toBeGreaterThanOrEqual(Date.parse('2026-12-01T01:00:00Z'));
  expect(fired[0]?.toISOString()).toMatch(/^2026-12-01T01:0/);
  expect(clock.effects.now().getTime()).toBeGreaterThanOrEqual(fired[0]?.getTime() ?? Number.POSITIVE_INFINITY);
  const trail = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('audit_entry').select(['actor_name', 'after']).where('action', '=', 'clock.set').execute(),
  );
  expect(trail).toEqual([{ actor_name: 'system', after: { now: '2026-12-01T09:00:00+08:00' } }]);
  expect((await world.stranger.put('/api/test/clock', { now: 'tomorrow' })).statusCode).toBe(400);
});
