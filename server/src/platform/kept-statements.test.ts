import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#testing/test-database';

describe('a marked statement', () => {
  it('is planned once a connection and answers as before; others leave nothing behind', async () => {
    const { db } = await openTestDatabase();
    await db.connection().execute(async (one) => {
      for (const wanted of [1, 2, 3]) {
        const kept = await sql<{ n: number }>`/* kept test-page */ select ${wanted}::int as n`.execute(one);
        const plain = await sql<{ n: number }>`select ${wanted}::int as n`.execute(one);
        expect([kept.rows, plain.rows]).toEqual([[{ n: wanted }], [{ n: wanted }]]);
      }
      const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(one);
      expect(rows).toEqual([{ name: 'test-page' }]);
    });
  });

  it('refuses as any other when it is wrong', async () => {
    const { db } = await openTestDatabase();
    await expect(sql`/* kept wrong */ select no_such_column`.execute(db)).rejects.toThrow(/no_such_column/);
    await expect(sql`select 1 as fine`.execute(db)).resolves.toMatchObject({ rows: [{ fine: 1 }] });
  });
});
