import { renamedCodes } from '@zhitong/domain/directory/renamed-codes';

/** Boundaries as echarts 4 ships them: zigzag differences in characters, 1/1024 degree a step. */
interface EncodedBoundary {
  readonly id: string;
  readonly geometry: {
    readonly type: 'Polygon' | 'MultiPolygon';
    readonly coordinates: readonly (string | readonly string[])[];
    readonly encodeOffsets: readonly (readonly number[] | readonly (readonly number[])[])[];
  };
}

type Point = readonly [number, number];

/** Code → area-weighted centroid of the largest ring, degrees, three decimals (about 100 m). */
export function boundaryCentroids(json: string): Map<string, Point> {
  const boundaries: { readonly features: readonly EncodedBoundary[] } = JSON.parse(json);
  return new Map(
    boundaries.features.map((boundary) => [renamedCodes[boundary.id] ?? boundary.id, centroidOf(boundary)]),
  );
}

function centroidOf({ geometry }: EncodedBoundary): Point {
  const rings = geometry.coordinates.flatMap((part, i) => {
    const offsets = geometry.encodeOffsets[i] ?? [];
    return typeof part === 'string'
      ? [decodeRing(part, offsets.flat())]
      : part.map((ring, j) => decodeRing(ring, [offsets[j] ?? []].flat()));
  });
  const measured = rings.map(measureRing).sort((a, b) => b.area - a.area);
  const { centre } = measured[0] ?? { centre: [Number.NaN, Number.NaN] as const };
  return [round(centre[0]), round(centre[1])];
}

function decodeRing(text: string, [startX = 0, startY = 0]: readonly number[]): Point[] {
  let x = startX;
  let y = startY;
  return Array.from({ length: text.length / 2 }, (_, i) => {
    x += unzigzag(text.charCodeAt(2 * i) - 64);
    y += unzigzag(text.charCodeAt(2 * i + 1) - 64);
    return [x / 1024, y / 1024];
  });
}

function unzigzag(value: number): number {
  return (value >> 1) ^ -(value & 1);
}

/** Shoelace formula, relative to the first point to keep digits. O(points). */
function measureRing(ring: readonly Point[]): { area: number; centre: Point } {
  const [originX, originY] = ring[0] ?? [0, 0];
  let doubled = 0;
  let momentX = 0;
  let momentY = 0;
  ring.forEach(([absoluteX, absoluteY], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [absoluteX, absoluteY];
    const [ax, ay, bx, by] = [absoluteX - originX, absoluteY - originY, nextX - originX, nextY - originY];
    const cross = ax * by - bx * ay;
    doubled += cross;
    momentX += (ax + bx) * cross;
    momentY += (ay + by) * cross;
  });
  if (doubled === 0) return { area: 0, centre: [originX, originY] };
  return {
    area: Math.abs(doubled) / 2,
    centre: [originX + momentX / (3 * doubled), originY + momentY / (3 * doubled)],
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
