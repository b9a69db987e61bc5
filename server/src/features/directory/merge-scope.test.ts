import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { writeOwnedThings } from '#testing/owned-things';
import { createTestApp, type TestApp } from '#testing/test-app';
import { spunbond, tackle, testCity } from '#testing/test-world';
import { mergeScope, movedLinks, movedNames, movedPlaces } from './merge-scope.ts';

let house: TestApp;
beforeAll(async () => {
  house = await createTestApp();
});
afterAll(() => house.close());

const system = { city: testCity, viewer: 'system' } as const;

it('decides for every column of every table that names an organisation what a merge does about it', async () => {
  const { rows } = await inContext(house.database, system, (tx) =>
    sql<{ name: string }>`
      select r.relname || '.' || a.attname as name
      from pg_class r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and a.atttypid = 'uuid'::regtype
      where r.relkind = 'r' and r.relnamespace = 'public'::regnamespace
        and exists (select 1 from pg_attribute city where city.attrelid = r.oid and city.attname = 'city')
        and (a.attname ~ '^(.*_)?(organisation|body|buyer|seller|reader|alliance|member|survivor|merged|parent)(_id)?$'
          or a.attname = 'merged_into'
          or exists (
            select 1 from pg_constraint f
            where f.contype = 'f' and f.confrelid = 'organisation'::regclass and f.conrelid = r.oid and a.attnum = any(f.conkey)))
      union select 'credit_code.organisation_id' union select 'external_code.organisation_id'
      order by 1`.execute(tx),
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(mergeScope).toSorted());
});

it('moves exactly the columns it says it moves', () => {
  const said = Object.entries(mergeScope).filter(([, what]) => what === 'moved');
  const done = [...movedLinks, ...movedNames, ...movedPlaces].map(({ table, column }) => `${table}.${column}`);
  expect(done.toSorted()).toEqual(said.map(([name]) => name).toSorted());
});

/** How many rows of each column name an organisation. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  return inContext(house.database, system, async (tx) => {
    const counts: Record<string, number> = {};
    for (const name of Object.keys(mergeScope)) {
      const [table = '', column = ''] = name.split('.');
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(table)} where city = ${testCity} and ${sql.ref(column)} = ${id}`.execute(
        tx,
      );
      counts[name] = rows[0]?.count ?? 0;
    }
    return counts;
  });
}

it('leaves with the old record what was signed, answered and told, and moves the rest, column by column', async () => {
  const { id, name } = spunbond;
  const things = await writeOwnedThings(house.database, { owner: spunbond, other: tackle, newId: house.effects.newId });
  await inContext(house.database, system, async (tx) => {
    // a body with matters is not merged away; their terms of the past stay
    await tx
      .updateTable('duty_term')
      .set({ valid_to: '2026-11-01' })
      .where('city', '=', testCity)
      .where('body_id', '=', id)
      .execute();
    const origin = { source: 'test', as_of: '2026-01-01', level: 'verified' };
    const own = { city: testCity, organisation_id: id };
    await tx
      .insertInto('organisation_capability')
      .values({ ...own, ...origin, id: house.effects.newId(), kind: 'machine', name: '纺粘线' })
      .execute();
    await tx
      .insertInto('organisation_certificate')
      .values({ ...own, ...origin, id: house.effects.newId(), name: 'ISO 9001' })
      .execute();
    await tx
      .insertInto('credit_code')
      .values({ ...own, code: '91371003TEST000001' })
      .execute();
    const { level: _, ...placed } = origin;
    await tx
      .insertInto('alliance_member')
      .values({ ...placed, city: testCity, id: house.effects.newId(), alliance_id: tackle.id, member_id: id })
      .execute();
    await tx
      .insertInto('organisation')
      .values({
        ...placed,
        city: testCity,
        id: house.effects.newId(),
        kind: 'enterprise',
        name: '云帛下属',
        parent_id: id,
        created_at: house.effects.now(),
      })
      .execute();
  });
  const office = await house.signIn('bureau');
  const meltblown = (await office.get('/api/organisations?q=净川熔喷')).json().organisations[0].id as string;
  for (const bodyId of [id, meltblown])
    await inContext(house.database, system, (tx) =>
      tx
        .insertInto('case_template')
        .values({
          ...{ city: testCity, id: house.effects.newId(), body_id: bodyId, title: '两边都有', text: '同名' },
          ...{ by_name: '演示-甲', at: house.effects.now() },
        })
        .execute(),
    );
  const before = { away: await rowsOf(id), kept: await rowsOf(meltblown) };
  const reply = await office.post(`/api/organisations/${id}/merge`, { into: meltblown });
  expect(reply.statusCode, reply.body).toBe(201);
  const after = { away: await rowsOf(id), kept: await rowsOf(meltblown) };
  expect(things.deal, name).not.toBe('');
  for (const [column, what] of Object.entries(mergeScope)) {
    const [had = 0, has = 0] = [before.away[column], after.away[column]];
    const [kept = 0, now = 0] = [before.kept[column], after.kept[column]];
    if (what === 'moved') {
      // the one whose name the other record has already
      const left = column === 'case_template.body_id' ? 1 : 0;
      expect(has, column).toBe(left);
      expect(now, column).toBe(kept + had - left);
    }
    // none has left; the followers, who match open needs anew after a merge, may have added some
    if (what === 'stays' && !column.startsWith('merge.')) expect(has, column).toBeGreaterThanOrEqual(had);
  }
  for (const column of [
    'need.organisation_id',
    'opportunity.organisation_id',
    'deal.buyer_id',
    'match.buyer_id',
    'claim.claimant_organisation_id',
    'dispute.by_organisation',
    'import_job.organisation_id',
    'stored_file.organisation_id',
  ])
    expect(before.away[column], column).toBeGreaterThan(0);
  for (const column of [
    'offer.organisation_id',
    'credit_code.organisation_id',
    'organisation.parent_id',
    'alliance_member.member_id',
    'organisation_capability.organisation_id',
    'organisation_certificate.organisation_id',
  ])
    expect(before.away[column], column).toBeGreaterThan(0);
});
