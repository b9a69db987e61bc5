import { type PlaceTable, totalsOf } from './place-table.ts';

export interface Shares {
  /** how much of the thing is found in the place, above 0 */
  readonly amount: number;
  /** all that is found in the place */
  readonly ofPlace: number;
  /** all there is of the thing */
  readonly ofThing: number;
  readonly all: number;
}

/**
 * Revealed comparative advantage: the share of the thing in the place, divided by its share everywhere. No unit; 1 is average.
 * Written as one fraction of two products, so that whole numbers which stand exactly at 1 come out as exactly 1.
 * Source: B. Balassa, Trade liberalisation and "revealed" comparative advantage, The Manchester School 33(2), 1965.
 */
export function advantage({ amount, ofPlace, ofThing, all }: Shares): number {
  return (amount * all) / (ofPlace * ofThing);
}

/** The same table with the advantage of each cell as its amount; an empty cell has none. Cost: O(places + things + cells). */
export function advantages(table: PlaceTable): PlaceTable {
  const { ofPlace, ofThing, all } = totalsOf(table);
  const amounts = new Float64Array(table.amounts.length);
  for (let place = 0; place < table.placeCount; place += 1) {
    const end = table.offsets[place + 1] ?? 0;
    for (let at = table.offsets[place] ?? 0; at < end; at += 1) {
      const shares = { amount: table.amounts[at] ?? 0, ofPlace: ofPlace[place] ?? 0 };
      amounts[at] = advantage({ ...shares, ofThing: ofThing[table.things[at] ?? 0] ?? 0, all });
    }
  }
  return { ...table, amounts };
}
