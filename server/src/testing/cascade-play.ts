import { needMatching } from '#features/matching/public';
import { fireCascades } from '#features/needs/cascade-job';
import type { TestApp, TestClient } from './test-app.ts';
import { testCity } from './test-world.ts';

/** Moves every cascade that is due now, as the job of the server does; answers how many. */
export function fireRings({ database, effects, index }: TestApp): Promise<number> {
  return fireCascades({
    ...{ database, effects, city: testCity, matching: needMatching({ index, effects }) },
    onError: (error) => {
      throw error;
    },
  });
}

export async function cascadeOf(client: TestClient, needId: string) {
  const reply = await client.get(`/api/needs/${needId}/cascade`);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json();
}
