import { inContext } from '#platform/context';
import { headPosition } from '#platform/event-log';
import { sealEvents } from '#platform/event-sealer';
import type { TestApp, TestClient } from './test-app.ts';
import { circleMeltblown, testCity } from './test-world.ts';

/** A need that the firms of the test world answer: not enough in the city, so that it opens to the circle. */
export const meltblownText = '急需熔喷布 5 吨/天，BFE≥95，本周交货';

export const goodQuote = { priceFen: 2_100_000, unit: '吨', quantity: 3, leadDays: 4, note: '可分批' };

let keys = 0;
export const newKey = () => `test-key-${++keys}`;

/** Publishes and answers the id of the need. */
export async function publish(client: TestClient, text = meltblownText): Promise<string> {
  const reply = await client.post('/api/needs', { kind: 'sourcing', text, idempotencyKey: newKey() });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().need.id;
}

/** Id of the match by which this supplier sees the need. Waits until the delivery to other cities has been made. */
export async function matchOf(world: TestApp, client: TestClient, needId: string): Promise<string> {
  await settle(world);
  const { opportunities } = (await client.get('/api/opportunities?limit=100')).json();
  const own = opportunities.find((row: { need: { id: string } }) => row.need.id === needId);
  if (own === undefined) throw new Error(`this firm has no opportunity for ${needId}`);
  return own.match.id;
}

export async function quote(
  world: TestApp,
  client: TestClient,
  needId: string,
): Promise<{ matchId: string; id: string }> {
  const matchId = await matchOf(world, client, needId);
  const reply = await client.post(`/api/matches/${matchId}/responses`, goodQuote);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { matchId, id: reply.json().response.id };
}

/** Everything written so far is sealed, in the index, matched and delivered, also what that wrote in turn. */
export async function settle(world: TestApp): Promise<void> {
  for (let before = -1; ; ) {
    await sealEvents(world.database, testCity);
    const head = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      headPosition(tx, testCity),
    );
    await world.index.caughtUp(head);
    await world.followers.caughtUp(head);
    if (head === before) break;
    before = head;
  }
  await sealEvents(world.database, circleMeltblown.city);
}

export async function wait(milliseconds: number): Promise<void> {
  await new Promise((done) => setTimeout(done, milliseconds));
}
