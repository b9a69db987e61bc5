import type { DutyLevel, DutyList } from '@zhitong/domain/directory/duty';
import { type Placed, placeCase } from '@zhitong/domain/needs/case-placing';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Placing {
  readonly city: string;
  readonly list: DutyList;
  /** the body of the city that answers for it by the duty table */
  readonly bodyId: string;
  /** of the firm that asks */
  readonly region: string | null;
}

/** The body that takes it: of the firm's own district where the city's data names one, and the reason where it stays with the city. */
export async function placeInDistrict(tx: Tx, { city, list, bodyId, region }: Placing): Promise<Placed> {
  const rows = await tx
    .selectFrom('district_body as d')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.city', '=', 'd.city').onRef('o.id', '=', 'd.district_body_id'),
    )
    .select(['d.region', 'd.district_body_id as bodyId'])
    .where('d.city', '=', city)
    .where('d.list', '=', list)
    .where('d.body_id', '=', bodyId)
    .where('o.merged_into', 'is', null)
    .orderBy('d.region')
    .limit(100)
    .execute();
  return placeCase(bodyId, { city, region, districts: rows });
}

export interface PlacedMatter {
  readonly id: string;
  readonly body: { readonly id: string; readonly name: string };
}

/** For the form, before anything is sent: the body of the viewer's own district where a matter is handled there. */
export async function placeMatters(
  tx: Tx,
  { city, organisationId }: { city: string; organisationId: string },
  matters: readonly { id: string; list: DutyList; body: PlacedMatter['body'] }[],
): Promise<ReadonlyMap<string, PlacedMatter['body']>> {
  if (matters.length === 0) return new Map();
  const { rows } = await sql<{ id: string; level: DutyLevel; region: string | null }>`
    select d.id, d.level, o.region from duty d, organisation o
    where d.city = ${city} and d.id = any(${`{${matters.map(({ id }) => id).join(',')}}`}::uuid[])
      and o.city = ${city} and o.id = ${organisationId}`.execute(tx);
  const placed = new Map<string, PlacedMatter['body']>();
  for (const { id, list, body } of matters) {
    const row = rows.find((one) => one.id === id);
    const to =
      row?.level === 'district'
        ? await placeInDistrict(tx, { city, list, bodyId: body.id, region: row.region })
        : { bodyId: body.id };
    placed.set(id, to.bodyId === body.id ? body : await nameOf(tx, city, to.bodyId));
  }
  return placed;
}

async function nameOf(tx: Tx, city: string, id: string): Promise<PlacedMatter['body']> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
