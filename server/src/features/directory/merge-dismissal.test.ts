import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { untilWaiting } from '#testing/lock-waiting';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { bureau, meltblown, spunbond, tackle, testCity } from '#testing/test-world';

let house: TestApp;
let office: TestClient;
beforeAll(async () => {
  house = await createTestApp();
  office = await house.signIn('bureau');
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;
const merge = async (away: string, into: string) => office.post(`/api/organisations/${away}/merge`, { into });
const split = (id: string) => office.post(`/api/merges/${id}/split`);
const codeOf = (reply: { statusCode: number; json: () => { code: string } }) => [reply.statusCode, reply.json().code];
const create = async (name: string) =>
  (await office.post('/api/organisations', { kind: 'enterprise', name })).json().organisation.id as string;
const employ = async (organisation: string, person: object) => {
  const reply = await office.post(`/api/organisations/${organisation}/people`, person);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json().post.id as string;
};

interface PostRow {
  readonly id: string;
  readonly at: string;
  readonly role: string;
  readonly valid_to: string | null;
}
const postsAt = (organisations: readonly string[]): Promise<readonly PostRow[]> =>
  inContext(house.database, system, (tx) =>
    tx
      .selectFrom('post')
      .select(['id', 'organisation_id as at', 'role', 'valid_to'])
      .where('city', '=', testCity)
      .where('organisation_id', 'in', organisations)
      .orderBy('id')
      .execute(),
  );

describe('whoever is dismissed at one record of a merged organisation', () => {
  let pairs = 0;
  let into: string;
  let away: string;
  beforeEach(async () => {
    [into, away] = [await create(`威海辞留${++pairs}有限公司`), await create(`威海辞并${pairs}有限公司`)];
  });
  const end = async (post: string, on?: string) => {
    const reply = await office.post(`/api/posts/${post}/ending`, on === undefined ? {} : { on });
    expect(reply.statusCode, reply.body).toBe(200);
  };
  const held = async () => (await postsAt([into, away])).filter(({ valid_to }) => valid_to === null);

  it.each([
    ['the record that stays, who came from there', () => into, () => into],
    ['the record that stays, who came from the other', () => away, () => into],
    ['the merged-away record, who came from there', () => away, () => away],
    ['the merged-away record, who came from the other', () => into, () => away],
  ])(
    'at %s, is dismissed at both, and the split puts back what was before, with the dismissal',
    async (_, home, at) => {
      const own = await employ(home(), { name: '演示-辞', role: 'manager' });
      const before = await postsAt([into, away]);
      const { id } = (await merge(away, into)).json().merge;
      const there = (await postsAt([into, away])).find((post) => post.at === at());
      await end(there?.id ?? '');
      expect(await held()).toEqual([]);
      expect((await split(id)).json().kept).toEqual([]);
      const after = await postsAt([into, away]);
      expect(after).toEqual([{ ...before[0], valid_to: expect.any(String) }]);
      expect(after.map((post) => post.id)).toEqual([own]);
    },
  );

  it('stands in the trail once for each record', async () => {
    const own = await employ(into, { name: '演示-辞', role: 'member' });
    await merge(away, into);
    await end(own);
    const posts = await postsAt([into, away]);
    const lines = await inContext(house.database, system, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select('subject_id')
        .where('city', '=', testCity)
        .where('action', '=', 'post.ended')
        .where(
          'subject_id',
          'in',
          posts.map(({ id }) => id),
        )
        .execute(),
    );
    expect(lines.map(({ subject_id }) => subject_id).toSorted()).toEqual(posts.map(({ id }) => id).toSorted());
  });

  it('by their own manager too, who acts at one record only', async () => {
    const id = (await merge(meltblown.id, tackle.id)).json().merge.id;
    house.effects.pass(10_000);
    const manager = await house.signIn('firm.tackle');
    const { posts } = (await manager.get('/api/session')).json();
    const here = posts.find((post: { organisation: { id: string } }) => post.organisation.id === tackle.id);
    const twin = (await postsAt([tackle.id])).find((post) => post.id !== here.id && post.role === 'manager');
    const colleague = await house.signIn('firm.meltblown');
    const reply = await manager.post(`/api/posts/${twin?.id}/ending`, {}, { 'x-zhitong-post': here.id });
    expect(reply.statusCode, reply.body).toBe(200);
    expect((await colleague.get('/api/session')).json().posts ?? []).toEqual([]);
    expect((await split(id)).json().kept).toEqual([]);
  });

  it('at a record merged twice, is dismissed at all three, and two splits leave the dismissal alone', async () => {
    const last = await create(`威海辞终${pairs}有限公司`);
    const own = await employ(away, { name: '演示-辞', role: 'member' });
    const one = (await merge(away, into)).json().merge.id;
    const two = (await merge(into, last)).json().merge.id;
    const all = await postsAt([into, away, last]);
    expect(all.map(({ at }) => at).toSorted()).toEqual([into, away, last].toSorted());
    await end(all.find(({ at }) => at === last)?.id ?? '');
    expect((await split(two)).json().kept).toEqual([]);
    expect((await split(one)).json().kept).toEqual([]);
    const left = await postsAt([into, away, last]);
    expect(left).toEqual([{ id: own, at: away, role: 'member', valid_to: expect.any(String) }]);
  });

  it('keeps another role held beside it', async () => {
    await employ(into, { name: '演示-辞', role: 'manager', phone: '13906310001' });
    await employ(into, { name: '演示-辞', role: 'member', phone: '13906310001' });
    await merge(away, into);
    const manager = (await postsAt([into])).find(({ role }) => role === 'manager');
    await end(manager?.id ?? '');
    expect((await held()).map(({ at, role }) => [at, role]).toSorted()).toEqual(
      [
        [into, 'member'],
        [away, 'member'],
      ].toSorted(),
    );
  });

  it('and whoever gets another role there gets it at both; the split leaves it at the own record', async () => {
    const own = await employ(away, { name: '演示-辞', role: 'manager' });
    const { id } = (await merge(away, into)).json().merge;
    const carried = (await postsAt([into]))[0];
    const reply = await office.post(`/api/posts/${carried?.id}/role`, { role: 'member' });
    expect(reply.statusCode, reply.body).toBe(200);
    expect((await held()).map(({ at, role }) => [at, role]).toSorted()).toEqual(
      [
        [into, 'member'],
        [away, 'member'],
      ].toSorted(),
    );
    expect((await split(id)).json().kept).toEqual([]);
    expect(await postsAt([into])).toEqual([]);
    const home = await postsAt([away]);
    expect(home.find((post) => post.id === own)?.valid_to).not.toBeNull();
    expect(home.filter(({ valid_to }) => valid_to === null).map(({ role }) => role)).toEqual(['member']);
  });
});

describe('a merge over posts from before the three administrators stood apart', () => {
  it('carries what may be held, and nobody’s business post beside an administrator’s', async () => {
    const [into, away] = [await create('威海旧岗留有限公司'), await create('威海旧岗并有限公司')];
    await employ(away, { name: '演示-旧岗同事', role: 'member' });
    const administrator = await inContext(house.database, system, (tx) =>
      tx
        .selectFrom('post')
        .select('person_id')
        .where('city', '=', testCity)
        .where('role', '=', 'audit-administrator')
        .executeTakeFirstOrThrow(),
    );
    const old = { city: testCity, id: house.effects.newId(), organisation_id: away, role: 'member', apart: false };
    const row = { ...old, person_id: administrator.person_id, valid_from: '2020-01-01' };
    await inContext(house.database, system, (tx) => tx.insertInto('post').values(row).execute());
    const before = await postsAt([into, away]);
    const merged = await merge(away, into);
    expect(merged.statusCode, merged.body).toBe(201);
    expect(await postsAt([into])).toHaveLength(1);
    expect((await split(merged.json().merge.id)).json().kept).toEqual([]);
    expect(await postsAt([into, away])).toEqual(before);
  });

  it('is refused in words when somebody is given such a post in the same moment', async () => {
    const [into, away] = [await create('威海同刻留有限公司'), await create('威海同刻并有限公司')];
    // a post from before the rule, so that the administrator's beside it is possible at all
    const person_id = house.effects.newId();
    const post = (organisation_id: string, role: string) => ({
      ...{ city: testCity, id: house.effects.newId(), person_id, organisation_id, role, valid_from: '2020-01-01' },
    });
    await inContext(house.database, system, async (tx) => {
      await tx.insertInto('person').values({ city: testCity, id: person_id, name: '演示-同刻', demo: true }).execute();
      await tx
        .insertInto('post')
        .values({ ...post(away, 'member'), apart: false })
        .execute();
    });
    const reply = await inContext(house.database, system, async (tx) => {
      await tx.insertInto('post').values(post(bureau.id, 'audit-administrator')).execute();
      const merging = merge(away, into);
      await untilWaiting(house.database);
      return { merging };
    }).then(({ merging }) => merging);
    expect(codeOf(reply)).toEqual([409, 'directory.administrator-and-business']);
    expect(reply.json().message).toContain('演示-同刻');
  });
});

describe('a merge of records that are not there', () => {
  it('finds none, whichever of the two is missing', async () => {
    const [known, nobody, noOther] = [await create('威海独存有限公司'), house.effects.newId(), house.effects.newId()];
    for (const [away, into] of [
      [nobody, noOther],
      [known, nobody],
      [nobody, known],
    ] as const)
      expect(codeOf(await merge(away, into))).toEqual([404, 'platform.not-found']);
  });
});

describe('a merge that waited while one of the two was merged with a third', () => {
  it('is refused, so that nobody merges what they have not looked at', async () => {
    const [into, away] = [await create('威海久候留有限公司'), await create('威海久候并有限公司')];
    const reply = await inContext(house.database, system, async (tx) => {
      const row = tx.updateTable('organisation').where('city', '=', testCity);
      await row.set({ merged_into: into }).where('id', '=', spunbond.id).execute();
      await row.set({ changed_by: '演示-他' }).where('id', '=', into).execute();
      const merging = merge(away, into);
      await untilWaiting(house.database);
      return { merging };
    }).then(({ merging }) => merging);
    expect(codeOf(reply)).toEqual([409, 'merges.changed-meanwhile']);
    await inContext(house.database, system, (tx) =>
      tx
        .updateTable('organisation')
        .set({ merged_into: null })
        .where('city', '=', testCity)
        .where('id', '=', spunbond.id)
        .execute(),
    );
  });
});
