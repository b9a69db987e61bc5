import type { PremisesInput } from '@zhitong/contract/investment/premises-contract';
import type { AreaUnit, PremisesFacts, PremisesKind, PremisesState } from '@zhitong/domain/investment/premises';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

export interface StoredPremises {
  readonly city: string;
  readonly id: string;
  readonly body: { readonly id: string; readonly name: string };
  readonly content: PremisesInput;
  readonly edition: number;
  readonly demo: boolean;
}

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

const mostFree = 2_000;

/** What can be had now, the newest facts first. */
export async function listFreePremises(tx: Tx, city: string): Promise<readonly StoredPremises[]> {
  const rows = await tx
    .selectFrom('premises')
    .select(premisesColumns)
    .where('city', '=', city)
    .where('state', '=', 'free')
    .orderBy('as_of', 'desc')
    .orderBy('name')
    .orderBy('id')
    .limit(mostFree)
    .execute();
  return rows.map((row) => storedOf(city, row));
}

export const premisesColumns = [
  ...(['id', 'body_id', 'body_name', 'region', 'kind', 'name', 'state', 'area', 'area_unit'] as const),
  ...(['power_kv', 'power_kw', 'water', 'floor_load', 'exhaust'] as const),
  ...(['note', 'source', 'as_of', 'edition', 'demo'] as const),
] as const;

export interface PremisesColumns {
  readonly id: string;
  readonly body_id: string;
  readonly body_name: string;
  readonly region: string;
  readonly kind: string;
  readonly name: string;
  readonly state: string;
  readonly area: number | null;
  readonly area_unit: string | null;
  readonly power_kv: number | null;
  readonly power_kw: number | null;
  readonly water: number | null;
  readonly floor_load: number | null;
  readonly exhaust: boolean | null;
  readonly note: string | null;
  readonly source: string;
  readonly as_of: string;
  readonly edition: number;
  readonly demo: boolean;
}

export function storedOf(city: string, row: PremisesColumns): StoredPremises {
  const { name, region, note, source, as_of: asOf } = row;
  return {
    ...{ city, id: row.id, body: { id: row.body_id, name: row.body_name }, edition: row.edition, demo: row.demo },
    content: { ...factsIn(row), name, region, state: wordColumn<PremisesState>(row.state), note, source, asOf },
  };
}

function factsIn(row: PremisesColumns): PremisesFacts {
  const { area, area_unit, water, exhaust } = row;
  return {
    kind: wordColumn<PremisesKind>(row.kind),
    area: area === null || area_unit === null ? null : { amount: area, unit: wordColumn<AreaUnit>(area_unit) },
    ...{ powerKv: row.power_kv, powerKw: row.power_kw, water, floorLoad: row.floor_load, exhaust },
  };
}

function contentColumns(content: PremisesInput) {
  const { kind, name, region, state, area, powerKv, powerKw, water, floorLoad, exhaust, note, source, asOf } = content;
  return {
    ...{ kind, name, region, state, area: area?.amount ?? null, area_unit: area?.unit ?? null },
    ...{ power_kv: powerKv, power_kw: powerKw, water, floor_load: floorLoad, exhaust, note, source, as_of: asOf },
  };
}
