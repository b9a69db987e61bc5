import type { PremisesInput } from '@zhitong/contract/investment/premises-contract';
import type { Tx } from '#platform/database';
import { premisesColumns, type StoredPremises, storedOf } from './premises-reading.ts';

interface Writing {
  readonly by: string;
  readonly at: Date;
}

export async function insertPremises(
  tx: Tx,
  { city, id, body, content, edition, demo }: StoredPremises,
  { by, at }: Writing,
): Promise<void> {
  await tx
    .insertInto('premises')
    .values({
      ...{ city, id, body_id: body.id, body_name: body.name, ...contentColumns(content), edition, demo },
      ...{ written_at: at, written_by: by },
    })
    .execute();
}

export async function updatePremises(
  tx: Tx,
  { city, id, content, edition }: StoredPremises,
  { by, at }: Writing,
): Promise<void> {
  await tx
    .updateTable('premises')
    .set({ ...contentColumns(content), edition, written_at: at, written_by: by })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

/** Who keeps it, without holding it: whoever may only see it cannot lock it. */
export async function findKeeper(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredPremises['body'] | undefined> {
  const row = await tx
    .selectFrom('premises')
    .select(['body_id', 'body_name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { id: row.body_id, name: row.body_name };
}

/** Locked, so that of two who change it one reads what the other has written. */
export async function lockPremises(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredPremises | undefined> {
  const row = await tx
    .selectFrom('premises')
    .select(premisesColumns)
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && storedOf(city, row);
}

/** Whether the body has another one of this name. */
export async function hasSameName(
  tx: Tx,
  { city, bodyId, name, id }: { city: string; bodyId: string; name: string; id: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('premises')
    .select('id')
    .where('city', '=', city)
    .where('body_id', '=', bodyId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst();
  return row !== undefined;
}

function contentColumns(content: PremisesInput) {
  const { kind, name, region, state, area, powerKv, powerKw, water, floorLoad, exhaust, note, source, asOf } = content;
  return {
    ...{ kind, name, region, state, area: area?.amount ?? null, area_unit: area?.unit ?? null },
    ...{ power_kv: powerKv, power_kw: powerKw, water, floor_load: floorLoad, exhaust, note, source, as_of: asOf },
  };
}
