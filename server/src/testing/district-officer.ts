import { createAccount } from '#features/directory/public';
import { inContext } from '#platform/context';
import type { TestApp, TestClient } from './test-app.ts';
import { testHasher } from './test-hasher.ts';
import { testCity, testWorldPassword } from './test-world.ts';

export interface DistrictOfficer {
  readonly client: TestClient;
  readonly bodyId: string;
  readonly postId: string;
}

/** Somebody who looks for investment in a district, beside the one of the city. */
export async function signInDistrict(
  { database, effects, signIn }: TestApp,
  { name, region, person, username }: { name: string; region: string; person: string; username: string },
): Promise<DistrictOfficer> {
  const [bodyId, personId, postId] = [effects.newId(), effects.newId(), effects.newId()];
  const city = testCity;
  await inContext(database, { city, viewer: 'system' }, async (tx) => {
    const origin = { source: 'test', as_of: '2026-11-01', demo: false, created_at: effects.now() };
    await tx
      .insertInto('organisation')
      .values({ city, id: bodyId, kind: 'department', name, short_name: name, region, ...origin })
      .execute();
    await tx.insertInto('person').values({ city, id: personId, name: person, demo: false }).execute();
    const post = { city, id: postId, person_id: personId, organisation_id: bodyId, role: 'investment-officer' };
    await tx
      .insertInto('post')
      .values({ ...post, valid_from: '2026-01-01' })
      .execute();
  });
  await createAccount(database, effects, {
    ...{ username, password: testWorldPassword, city, personId, hasher: testHasher },
  });
  return { client: await signIn(username), bodyId, postId };
}
