import type { CityFiles } from './city-files.ts';
import { type CircleRow, type RegionLevel, type RegionRow, regionLevels } from './city-rows.ts';
import { cell, listCell, optionalCell, optionalNumberCell, type TableRow } from './csv-table.ts';

const unbounded = { validFrom: null, validTo: null, replacedBy: null };

export function readRegions(files: CityFiles): RegionRow[] {
  const points = new Map(files.countyPoints.map((row) => [cell(row, 'code'), row]));
  const english = new Map(files.regionEnglishNames.map((row) => [cell(row, 'code'), cell(row, 'name_en')]));
  const divisions = files.divisions.map((row): RegionRow => {
    const handPoint = points.get(cell(row, 'code'));
    return {
      ...base(row, english),
      level: readLevel(cell(row, 'level')),
      ...unbounded,
      ...readPoint(handPoint ?? row),
      approximate: handPoint !== undefined,
    };
  });
  const zones = files.zones.map(
    (row): RegionRow => ({
      ...base(row, english),
      nameEn: cell(row, 'name_en'),
      aliases: listCell(row, 'aliases'),
      level: 'zone',
      ...unbounded,
      ...readPoint(row),
      approximate: true,
    }),
  );
  const changes = files.divisionChanges.map(
    (row): RegionRow => ({
      ...base(row, english),
      level: readLevel(cell(row, 'level')),
      validFrom: optionalCell(row, 'valid_from'),
      validTo: optionalCell(row, 'valid_to'),
      replacedBy: optionalCell(row, 'replaced_by'),
      longitude: null,
      latitude: null,
      approximate: false,
    }),
  );
  return [...divisions, ...zones, ...changes];
}

export function readCircles(files: CityFiles): CircleRow[] {
  return files.circles.map((row) => ({
    code: cell(row, 'code'),
    name: cell(row, 'name'),
    nameEn: cell(row, 'name_en'),
    cities: listCell(row, 'cities'),
  }));
}

function base(row: TableRow, english: ReadonlyMap<string, string>) {
  const code = cell(row, 'code');
  const name = cell(row, 'name');
  return {
    code,
    name,
    nameEn: english.get(code) ?? null,
    aliases: shortNames(name),
    parent: optionalCell(row, 'parent'),
  };
}

/** 环翠区 → 环翠; a two-character name keeps its ending (`城区` says nothing alone). */
function shortNames(name: string): string[] {
  const short = name.replace(/(省|市|区|县)$/, '');
  return short.length >= 2 && short !== name ? [short] : [];
}

function readPoint(row: TableRow) {
  return { longitude: optionalNumberCell(row, 'longitude'), latitude: optionalNumberCell(row, 'latitude') };
}

function readLevel(text: string): RegionLevel {
  const level = regionLevels.find((known) => known === text);
  if (level === undefined) throw new Error(`"${text}" is no level of a region.`);
  return level;
}
