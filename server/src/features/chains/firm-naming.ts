import type { Tx } from '#platform/database';

/** Short names where there are any. */
export async function findNames(tx: Tx, city: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name'])
    .where('city', '=', city)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.short_name ?? row.name]));
}
