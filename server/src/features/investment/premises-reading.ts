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
