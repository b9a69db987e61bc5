import { drawInteger } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';

/** Everything without a history of its own starts here, so that its id stays the same from day to day. */
export const foundingInstant = '2025-01-01T00:00:00+08:00';

/** An id in the shape of a UUIDv7 (RFC 9562 §5.7) whose random bits come from the seed. */
export function seededId(random: SeededRandom, instant: string): string {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  const versioned = `7${hex(random, 3)}`;
  const variant = (8 + drawInteger(random, 0, 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${versioned}-${variant}${hex(random, 3)}-${hex(random, 12)}`;
}

function hex(random: SeededRandom, digits: number): string {
  return Array.from({ length: digits }, () => drawInteger(random, 0, 15).toString(16)).join('');
}
