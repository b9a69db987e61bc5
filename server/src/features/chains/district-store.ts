import type { Tx } from '#platform/database';

/** The organisations of a city that sit in one of its districts. */
export async function listFirmsOfDistrict(
  tx: Tx,
  { city, district }: { city: string; district: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('organisation')
    .select('id')
    .where('city', '=', city)
    .where('region', '=', district)
    .orderBy('id')
    .limit(50_000)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
