import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { untilWaiting } from '#testing/lock-waiting';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;
// awaited at once: a call of the test client begins when somebody waits for it
const merge = async (away: string, into: string) => office.post(`/api/organisations/${away}/merge`, { into });
const create = async (name: string, parentId: string | null = null) =>
  (await office.post('/api/organisations', { kind: 'enterprise', name, parentId })).json().organisation.id as string;

describe('a server that dies in the middle of a merge', () => {
  it('leaves nothing half merged, and the merge can be done again', async () => {
    const [into, away] = [await create('威海断留有限公司'), await create('威海断并有限公司')];
    const childId = await create('威海断下有限公司', away);
    const state = () =>
      inContext(house.database, system, async (tx) => {
        const { rows } = await sql`
          select o.id, o.parent_id, o.merged_into, o.version, (select count(*) from merge)::int as merges,
                 (select count(*) from merge_move)::int as moves, (select count(*) from post)::int as posts
          from organisation o where o.city = ${testCity} order by o.id`.execute(tx);
        return rows;
      });
    const before = await state();
    // somebody holds the last row the merge would move: by then the merge, its notes and the facts are written
    const reply = await inContext(house.database, system, async (tx) => {
      await sql`select 1 from organisation where city = ${testCity} and id = ${childId} for update`.execute(tx);
      const merging = merge(away, into);
      await killWaiting();
      return merging;
    });
    expect(reply.statusCode).toBe(503);
    expect(await state()).toEqual(before);
    expect((await merge(away, into)).statusCode).toBe(201);
    const now = await state();
    expect(now).toContainEqual(expect.objectContaining({ id: childId, parent_id: into }));
  });

  /** Kills the connection that waits for a row, as `kill -9` of the server would end it: without rollback or farewell. */
  async function killWaiting(): Promise<void> {
    const waiting = await untilWaiting(house.database);
    await sql`select pg_terminate_backend(pid) from unnest(${[...waiting]}::int[]) as w(pid)`.execute(
      house.database.db,
    );
  }
});
