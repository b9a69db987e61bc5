/** How much of a thing was found in a place: a count of observations, or any amount whose unit is the same in all cells. */
export interface Cell {
  readonly place: number;
  readonly thing: number;
  readonly amount: number;
}

/**
 * Places × things, most of them empty (compressed sparse rows): the things of place p are `things[offsets[p] … offsets[p+1])`,
 * ascending, each once; how much of each stands at the same place of `amounts` and is above 0.
 */
export interface PlaceTable {
  readonly placeCount: number;
  readonly thingCount: number;
  readonly offsets: Uint32Array;
  readonly things: Uint32Array;
  readonly amounts: Float64Array;
}

export interface TableSize {
  readonly placeCount: number;
  readonly thingCount: number;
}

/**
 * Purpose: packs cells; several of the same place and thing are added up, what is 0 is left out.
 * Requires: whole numbers in [0, placeCount) and [0, thingCount), finite amounts of at least 0, else RangeError.
 * Cost: O(cells · log cells) time, O(places + cells) memory.
 */
export function packTable({ placeCount, thingCount }: TableSize, cells: readonly Cell[]): PlaceTable {
  for (const cell of cells) requireCell(cell, { placeCount, thingCount });
  const sorted = cells.filter(({ amount }) => amount > 0).sort((a, b) => a.place - b.place || a.thing - b.thing);
  const offsets = new Uint32Array(placeCount + 1);
  const things: number[] = [];
  const amounts: number[] = [];
  let lastPlace = -1;
  for (const { place, thing, amount } of sorted) {
    const last = things.length - 1;
    if (place === lastPlace && thing === things[last]) amounts[last] = (amounts[last] ?? 0) + amount;
    else {
      things.push(thing);
      amounts.push(amount);
    }
    lastPlace = place;
    offsets[place + 1] = things.length;
  }
  for (let place = 0; place < placeCount; place += 1)
    offsets[place + 1] = Math.max(offsets[place + 1] ?? 0, offsets[place] ?? 0);
  return { placeCount, thingCount, offsets, things: Uint32Array.from(things), amounts: Float64Array.from(amounts) };
}

function requireCell({ place, thing, amount }: Cell, { placeCount, thingCount }: TableSize): void {
  const isWithin = (number: number, count: number) => Number.isInteger(number) && number >= 0 && number < count;
  if (!isWithin(place, placeCount) || !isWithin(thing, thingCount))
    throw new RangeError(`cell ${place}, ${thing} lies outside ${placeCount} × ${thingCount}`);
  if (!(Number.isFinite(amount) && amount >= 0)) throw new RangeError(`${amount} is no amount of thing ${thing}`);
}

export interface Totals {
  readonly ofPlace: Float64Array;
  readonly ofThing: Float64Array;
  readonly all: number;
}

/** The sums of a table's rows, of its columns, and of all. Cost: O(places + things + cells). */
export function totalsOf({ placeCount, thingCount, offsets, things, amounts }: PlaceTable): Totals {
  const ofPlace = new Float64Array(placeCount);
  const ofThing = new Float64Array(thingCount);
  let all = 0;
  for (let place = 0; place < placeCount; place += 1) {
    const end = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < end; at += 1) {
      const amount = amounts[at] ?? 0;
      const thing = things[at] ?? 0;
      ofPlace[place] = (ofPlace[place] ?? 0) + amount;
      ofThing[thing] = (ofThing[thing] ?? 0) + amount;
      all += amount;
    }
  }
  return { ofPlace, ofThing, all };
}
