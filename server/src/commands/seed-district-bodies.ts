import { type CityFiles, readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { cell, optionalCell } from '@zhitong/tools/seed-city/csv-table';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';

/** Which body of a district stands in for a body of the city (district-bodies.csv). Money first: the demo city leaves the other lists to the city. */
export async function writeDistrictBodies(tx: Tx, connection: BulkConnection, rows: CityRows): Promise<void> {
  await fillCityTable(tx, connection, {
    table: 'district_body',
    rows: districtBodyRows(readCityFiles(dataFolder), rows),
  });
}

export function districtBodyRows(
  files: Pick<CityFiles, 'districtBodies' | 'governments'>,
  { organisations }: CityRows,
) {
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
      return [{ city: demoCity, list: 'funding', body_id: bodyId, ...place, source: '演示' }];
    });
  });
}
