import { drawChance, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import { cell, listCell, numberCell, type TableRow } from './csv-table.ts';

export interface FirmName {
  readonly name: string;
  readonly shortName: string;
}

/** Hands out invented names, each brand once, and none that stands in the list of real firms. */
export class FirmNames {
  readonly #words: ReadonlyMap<string, readonly string[]>;
  readonly #realNames: string;
  readonly #used = new Set<string>();
  readonly #random: SeededRandom;
  readonly #cityName: string;
  /** firms of some counties mostly carry the name of their county */
  readonly #homes: ReadonlyMap<string, TableRow>;

  constructor(files: CityFiles, random: SeededRandom, cityName: string) {
    this.#words = new Map(files.nameWords.map((row) => [cell(row, 'role'), listCell(row, 'words')]));
    this.#realNames = [...files.realFirms, ...files.banks, ...files.universities]
      .map((row) => cell(row, 'name'))
      .join('|');
    this.#random = random;
    this.#cityName = cityName;
    this.#homes = new Map(files.homeNames.map((row) => [cell(row, 'region'), row]));
  }

  local(trade: string, region: string): FirmName {
    const home = this.#homes.get(region);
    const carriesHome = home !== undefined && drawChance(this.#random, numberCell(home, 'share'));
    return this.#build(carriesHome ? cell(home, 'name') : this.#cityName, trade);
  }

  outside(trade: string, city: string): FirmName {
    return this.#build(city, trade);
  }

  #build(place: string, trade: string): FirmName {
    const brand = this.#brand();
    const legal = drawOne(this.#random, this.#word('legal')).replace(/科技(.*)/, (whole, rest: string) =>
      /科技|技术|服务|设计|仓储/.test(trade) ? rest : whole,
    );
    return { name: `${place}${brand}${trade}${legal}（演示）`, shortName: `${brand}${trade}（演示）` };
  }

  #brand(): string {
    for (let attempt = 0; attempt < 1000; attempt++) {
      const brand = `${drawOne(this.#random, this.#word('first'))}${drawOne(this.#random, this.#word('second'))}`;
      if (brand[0] !== brand[1] && !this.#used.has(brand) && !this.#realNames.includes(brand)) {
        this.#used.add(brand);
        return brand;
      }
    }
    throw new Error('The word lists give too few brands for so many firms.');
  }

  #word(role: string): readonly string[] {
    return this.#words.get(role) ?? [];
  }
}
