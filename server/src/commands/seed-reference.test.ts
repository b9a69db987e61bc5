import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { demoSignIns } from '#features/directory/demo-sign-ins';
import { realEffects } from '#platform/effects';
import { openTestDatabase } from '#testing/test-database';
import { demoCity } from './demo-city.ts';
import { seedDemo } from './seed-demo.ts';
import { ensureReference } from './seed-reference.ts';

const tables = ['region', 'circle_city', 'product', 'product_alias', 'product_relation', 'product_limit'] as const;

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

async function countRows({ db }: TestDatabase): Promise<number[]> {
  const counts = tables.map((table) => sql`(select count(*)::int from ${sql.table(table)})`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db);
  return rows[0]?.counts ?? [];
}

describe('the reference data of an installation without the demo city', () => {
  it('are regions, circles and the hand-made product graph, and no organisation', async () => {
    const database = await openTestDatabase();
    await ensureReference(database, '370600');
    const [regions = 0, circles, products = 0, ...rest] = await countRows(database);
    expect(regions).toBeGreaterThan(3000);
    expect(circles).toBe(5);
    expect(products).toBeGreaterThanOrEqual(250);
    for (const count of rest) expect(count).toBeGreaterThan(0);
    const offers = await database.db.selectFrom('offer_search').select('offer_id').execute();
    expect(offers).toEqual([]);
  });

  it('speak of the zones by the names people write', async () => {
    const database = await openTestDatabase();
    await ensureReference(database, demoCity);
    const zone = await database.db
      .selectFrom('region')
      .select(['name_en', 'aliases', 'parent'])
      .where('code', '=', '371071')
      .executeTakeFirst();
    expect(zone).toMatchObject({
      parent: '371000',
      aliases: expect.arrayContaining(['高区']),
      name_en: expect.any(String),
    });
  });

  it('are written once', async () => {
    const database = await openTestDatabase();
    await ensureReference(database, demoCity);
    const before = await countRows(database);
    await ensureReference(database, demoCity);
    expect(await countRows(database)).toEqual(before);
  });
});

describe('a seed that is stopped', () => {
  it('before its commit leaves nothing, not even reference data', async () => {
    const database = await openTestDatabase();
    const onStep = (step: string) => {
      if (step === 'commit') throw new Error('the lights went out');
    };
    await expect(seedDemo(database, { effects: realEffects, onStep })).rejects.toThrow('the lights went out');
    expect(await countRows(database)).toEqual(tables.map(() => 0));
  }, 120_000);

  it('before its accounts are made has them made by the next one', async () => {
    const database = await openTestDatabase();
    const onStep = (step: string) => {
      if (step === 'accounts') throw new Error('the lights went out');
    };
    await expect(seedDemo(database, { effects: realEffects, onStep })).rejects.toThrow('the lights went out');
    expect(await seedDemo(database, { effects: realEffects })).toEqual({ kind: 'already-there' });
    const accounts = await database.db.selectFrom('sign_in').select('user_id').execute();
    expect(accounts).toHaveLength(demoSignIns.length);
  }, 120_000);
});
