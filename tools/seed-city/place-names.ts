import type { CityFiles } from './city-files.ts';
import { cell, listCell, type TableRow } from './csv-table.ts';

/** The words for a region: in an address, and as people write it in a message. */
export class PlaceNames {
  readonly #zones: ReadonlyMap<string, TableRow>;
  readonly #divisions: ReadonlyMap<string, TableRow>;

  constructor(files: CityFiles) {
    this.#zones = new Map(files.zones.map((row) => [cell(row, 'code'), row]));
    this.#divisions = new Map(files.divisions.map((row) => [cell(row, 'code'), row]));
  }

  /** An industrial park that does not exist, in a district that does. */
  demoAddress(region: string, number: number): string {
    const zone = this.#zones.get(region);
    const name = this.#nameOf(region);
    const isDistrict = zone !== undefined || (name.endsWith('区') && !region.endsWith('00'));
    return `${isDistrict ? this.#nameOf(`${region.slice(0, 4)}00`) : ''}${name}演示工业园 ${number} 号`;
  }

  /** 高区, 文登: without 市 or 区 where two characters are left. */
  short(region: string): string {
    const zone = this.#zones.get(region);
    const alias = zone === undefined ? undefined : listCell(zone, 'aliases')[0];
    const name = this.#nameOf(region);
    return alias ?? (name.length > 2 ? name.replace(/[市区县]$/, '') : name);
  }

  /** The plain name of a prefecture: 威海 */
  cityName(city: string): string {
    return this.short(city);
  }

  #nameOf(region: string): string {
    const row = this.#zones.get(region) ?? this.#divisions.get(region);
    if (row === undefined) throw new Error(`No region ${region}.`);
    return cell(row, 'name');
  }
}
