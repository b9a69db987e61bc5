import { type DirectedGraph, transposed } from '../graph/directed-graph.ts';
import type { PlaceTable } from './place-table.ts';

/** From this advantage on a thing counts as present in a place (Hidalgo et al. 2007). */
export const presentFrom = 1;

/** Which things are present in which places. Both are two-sided graphs: places first, then things. */
export interface Presence {
  readonly placeCount: number;
  readonly thingCount: number;
  /** from place p to node placeCount + t for each thing t present in it */
  readonly thingsOf: DirectedGraph;
  /** the same turned round */
  readonly placesOf: DirectedGraph;
}

/** Purpose: presence from advantages. Requires: a table made by `advantages`. Cost: O(places + things + cells). */
export function presenceOf({ placeCount, thingCount, offsets, things, amounts }: PlaceTable): Presence {
  const nodeCount = placeCount + thingCount;
  const starts = new Uint32Array(nodeCount + 1);
  const present = new Uint32Array(things.length);
  let count = 0;
  for (let place = 0; place < placeCount; place += 1) {
    const end = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < end; at += 1) {
      if ((amounts[at] ?? 0) < presentFrom) continue;
      present[count] = placeCount + (things[at] ?? 0);
      count += 1;
    }
    starts[place + 1] = count;
  }
  starts.fill(count, placeCount + 1);
  const thingsOf = { nodeCount, offsets: starts, targets: present.slice(0, count) };
  return { placeCount, thingCount, thingsOf, placesOf: transposed(thingsOf) };
}

/** The presence of one place by thing: 1 or 0. Requires: a place of it, else RangeError. Cost: O(things). */
export function presenceVector({ placeCount, thingCount, thingsOf }: Presence, place: number): Float64Array {
  if (!(Number.isInteger(place) && place >= 0 && place < placeCount))
    throw new RangeError(`${place} is none of the ${placeCount} places`);
  const vector = new Float64Array(thingCount);
  const present = thingsOf.targets.subarray(thingsOf.offsets[place], thingsOf.offsets[place + 1]);
  for (const node of present) vector[node - placeCount] = 1;
  return vector;
}
