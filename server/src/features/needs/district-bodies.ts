import type { DutyLevel, DutyList } from '@zhitong/domain/directory/duty';
import { type DistrictBody, type Placed, placeCase } from '@zhitong/domain/needs/case-placing';
import { sql } from 'kysely';
import { dutyAnswers } from '#features/directory/public';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';

interface Placing {
  readonly city: string;
  readonly list: DutyList;
  /** the body of the city that answers for it by the duty table */
  readonly bodyId: string;
  /** of the firm that asks */
  readonly region: string | null;
}

/** The body that takes it: of the firm's own district where the city's data names one, and the reason where it stays with the city. */
export async function placeInDistrict(tx: Tx, { list, ...placing }: Placing): Promise<Placed> {
  const { city, bodyId, region } = placing;
  const rows = await listDistrictBodies(tx, city, [bodyId]);
  return placeCase(bodyId, { city, region, districts: rows.filter((one) => one.list === list) });
}

interface DistrictRow extends DistrictBody {
  readonly list: string;
  /** the body of the city it stands in for */
  readonly cityBodyId: string;
  readonly name: string;
}

async function listDistrictBodies(tx: Tx, city: string, bodies: readonly string[]): Promise<readonly DistrictRow[]> {
  if (bodies.length === 0) return [];
  return tx
    .selectFrom('district_body as d')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.city', '=', 'd.city').onRef('o.id', '=', 'd.district_body_id'),
    )
    .select(['d.list', 'd.body_id as cityBodyId', 'd.region', 'd.district_body_id as bodyId', 'o.name'])
    .where('d.city', '=', city)
    .where('d.body_id', 'in', bodies)
    .where('o.merged_into', 'is', null)
    .orderBy('d.region')
    .limit(1_000)
    .execute();
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
  const known = new Map(rows.map((row) => [row.id, row]));
  const local = matters.filter(({ id }) => known.get(id)?.level === 'district');
  const standIns = await listDistrictBodies(
    tx,
    city,
    local.map(({ body }) => body.id),
  );
  return new Map(
    matters.map(({ id, list, body }) => {
      const isLocal = known.get(id)?.level === 'district';
      const districts = standIns.filter((one) => isLocal && one.list === list && one.cityBodyId === body.id);
      const { bodyId } = placeCase(body.id, { city, region: known.get(id)?.region ?? null, districts });
      const own = districts.find((one) => one.bodyId === bodyId);
      return [id, own ? { id: own.bodyId, name: own.name } : body];
    }),
  );
}

/** Whether the viewer's body answers for a matter today, for the city or in the place of its body in a district. */
export async function answersForMatter(
  tx: Tx,
  { viewer, dutyId, day }: { viewer: Pick<Viewer, 'city' | 'organisationId'>; dutyId: string; day: string },
): Promise<boolean> {
  const { city, organisationId: own } = viewer;
  const found = await dutyAnswers.forMatter(tx, { city, dutyId, day });
  if (!found || found.body.id === own) return found !== undefined;
  return (await listDistrictBodies(tx, city, [found.body.id])).some(({ bodyId }) => bodyId === own);
}
