import { type CityFiles, readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { cell, listCell, optionalCell } from '@zhitong/tools/seed-city/csv-table';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';

/** Which body of a district stands in for a body of the city (district-bodies.csv), on the lists on which districts handle a matter of it. */
export async function writeDistrictBodies(tx: Tx, connection: BulkConnection, rows: CityRows): Promise<void> {
  await fillCityTable(tx, connection, {
    table: 'district_body',
    rows: districtBodyRows(readCityFiles(dataFolder), rows),
  });
}

export function districtBodyRows(
  files: Pick<CityFiles, 'districtBodies' | 'governments'>,
  { organisations, duties }: CityRows,
) {
  const handled = Map.groupBy(
    duties.filter(({ level }) => level === 'district'),
    ({ bodyId }) => bodyId,
  );
  const bodies = new Map(
    organisations
      .filter(({ city, kind }) => city === demoCity && kind === 'department')
      .map((row) => [row.shortName, row.id]),
  );
  return files.governments.flatMap((government) => {
    const scope = cell(government, 'scope');
    if (scope !== 'county' && scope !== 'zone') return [];
    return files.districtBodies.flatMap((row) => {
      const name = optionalCell(row, scope);
      const bodyId = bodies.get(cell(row, 'body'));
      const districtBodyId = name === null ? undefined : bodies.get(`${cell(government, 'short_prefix')}${name}`);
      if (bodyId === undefined || districtBodyId === undefined) return [];
      const place = { region: cell(government, 'region'), district_body_id: districtBodyId };
      const lists = new Set((handled.get(bodyId) ?? []).map(({ list }) => list));
      const kept = listCell(row, 'stays');
      return [...lists]
        .filter((list) => !kept.includes(list))
        .map((list) => ({ city: demoCity, list, body_id: bodyId, ...place, source: '演示' }));
    });
  });
}
