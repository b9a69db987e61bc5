import { targetsOf } from '../graph/directed-graph.ts';
import type { Presence } from './presence.ts';

/** How near every other thing is to one; those not named are at 0. */
export interface ProximityRow {
  /** ascending, the thing itself left out */
  readonly things: Uint32Array;
  /** in (0, 1], at the same places as `things` */
  readonly values: Float64Array;
  /** sum of `values` */
  readonly sum: number;
}

/**
 * Purpose: proximity of one thing to every other: φ(i, j) = min(P(i present | j present), P(j present | i present)), over places;
 * that is the number of places with both, divided by the larger of the two numbers of places with one.
 * Requires: a thing of the presence, else RangeError. Ensures: symmetric; a thing present nowhere is near nothing.
 * Cost: O(things + presences of the places that have it) time and memory.
 * Source: C. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, The product space conditions the development of nations,
 * Science 317, 2007.
 */
export function proximityRow({ placeCount, thingCount, thingsOf, placesOf }: Presence, thing: number): ProximityRow {
  if (!(Number.isInteger(thing) && thing >= 0 && thing < thingCount))
    throw new RangeError(`${thing} is none of the ${thingCount} things`);
  const together = new Uint32Array(thingCount);
  const places = targetsOf(placesOf, placeCount + thing);
  for (const place of places)
    for (const node of targetsOf(thingsOf, place)) together[node - placeCount] = (together[node - placeCount] ?? 0) + 1;
  together[thing] = 0;
  const things: number[] = [];
  const values: number[] = [];
  let sum = 0;
  for (let other = 0; other < thingCount; other += 1) {
    const both = together[other] ?? 0;
    if (both === 0) continue;
    const value = both / Math.max(places.length, targetsOf(placesOf, placeCount + other).length);
    things.push(other);
    values.push(value);
    sum += value;
  }
  return { things: Uint32Array.from(things), values: Float64Array.from(values), sum };
}
