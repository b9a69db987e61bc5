import { expect, it, onTestFinished } from 'vitest';
import { inContext } from '#platform/context';
import { eventChain } from '#platform/event-sealer';
import { meltblownText, publish, quote, settle } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { testCity } from '#testing/test-world';

it('goes from a pasted paragraph to a deal both sides confirmed, and every step is in a chain that verifies', async () => {
  const world = await createTestApp();
  onTestFinished(() => world.close());
  const [asBuyer, asMeltblown] = await Promise.all([world.signIn('firm.buyer'), world.signIn('firm.meltblown')]);
  const needId = await publish(asBuyer, meltblownText);
  const { id: responseId } = await quote(world, asMeltblown, needId);
  const { deal } = (await asBuyer.post(`/api/needs/${needId}/choice`, { responseId })).json();

  const amountFen = 10_500_000;
  for (const kind of ['order', 'delivery'] as const) {
    const step = { kind, amountFen, quantity: 5, date: '2026-11-23' };
    const written = await asBuyer.post(`/api/deals/${deal.id}/steps`, step);
    expect(written.statusCode).toBe(201);
    const stepId = written.json().step.id;
    const confirmed = await asMeltblown.post(`/api/deals/${deal.id}/confirmations`, { stepId });
    expect(confirmed.statusCode).toBe(200);
  }
  expect((await asBuyer.get(`/api/deals/${deal.id}`)).json().countedFen).toBe(amountFen);
  await settle(world);
  expect(world.index.digest()).toBe(await world.index.rebuiltDigest());

  const events = await readChain(world);
  expect(new Set(events.map((event) => event.type))).toEqual(
    new Set([
      'opportunity.arrived',
      'case.acted',
      'need.published',
      'response.given',
      'need.chosen',
      'deal.begun',
      'deal.step-written',
      'deal.step-confirmed',
    ]),
  );
  let before = '';
  for (const [at, row] of events.entries()) {
    expect(row.position).toBe(at + 1);
    before = eventChain.hash(before, { city: testCity, position: at + 1, row });
    expect(row.hash).toBe(before);
  }
  expect(world.errors).toEqual([]);
});

function readChain(world: TestApp) {
  return inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('event')
      .select(['id', 'position', 'type', 'subject_id', 'audience', 'actor_id', 'payload', 'at', 'hash'])
      .where('city', '=', testCity)
      .orderBy('position')
      .execute(),
  );
}
