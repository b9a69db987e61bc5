import type { SeededRandom } from './seeded-random.ts';

/** Uniform integer. *Requires* `low <= high`, both included. */
export function drawInteger(random: SeededRandom, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

/** Uniform in [low, high). */
export function drawNumber(random: SeededRandom, low: number, high: number): number {
  return low + random.next() * (high - low);
}

export function drawChance(random: SeededRandom, probability: number): boolean {
  return random.next() < probability;
}

/** *Requires* a list that is not empty. */
export function drawOne<Item>(random: SeededRandom, items: readonly Item[]): Item {
  const item = items[Math.floor(random.next() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to draw from.');
  return item;
}

/** *Requires* weights that are not negative and not all 0. O(items). */
export function drawWeighted<Item>(
  random: SeededRandom,
  items: readonly Item[],
  weightOf: (item: Item) => number,
): Item {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let left = random.next() * total;
  for (const item of items) {
    left -= weightOf(item);
    if (left < 0) return item;
  }
  throw new RangeError('Nothing to draw from.');
}

/** `count` different items (fewer when there are not so many), in random order. O(count · items). */
export function drawSample<Item>(random: SeededRandom, items: readonly Item[], count: number): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(drawInteger(random, 0, left.length - 1), 1));
  }
  return drawn;
}
