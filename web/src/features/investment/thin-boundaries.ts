import { mergedCodes, renamedCodes } from '@zhitong/domain/directory/renamed-codes';

type Coordinates = string | readonly string[];
type Offsets = readonly number[] | readonly (readonly number[])[];

export interface EncodedFeature {
  readonly id: string;
  readonly properties: { readonly name: string; readonly cp?: readonly number[] };
  readonly geometry: {
    readonly type: string;
    readonly coordinates: readonly Coordinates[];
    readonly encodeOffsets: readonly Offsets[];
  };
}

type Point = readonly [number, number];
type Ring = readonly Point[];

/** In steps of 1/1024 degree, as echarts 4 writes them: about 0.8 km, a pixel when a map of the country is drawn eight times as large. */
const grid = 8;

/**
 * The boundaries echarts 4 shipped, for a map of the whole country: corners are set on a grid, so that neighbours, who share their corners,
 * still meet; what falls together is left out. A ring too small for the grid keeps its corners: no island goes missing. Codes are today's.
 * `level`: prefectures carry their own row for a municipality, provinces their own code.
 */
export function thinBoundaries(json: string, level: 'prefecture' | 'province'): string {
  const { features }: { readonly features: readonly EncodedFeature[] } = JSON.parse(json);
  const thinned = features.map((feature) => {
    const code = level === 'province' ? feature.id : todayCode(feature.id);
    const rings = ringsOf(feature).filter(hasArea).map(thinRing);
    const { name, cp } = feature.properties;
    return {
      ...{ type: 'Feature', id: code, properties: { code, name, cp } },
      geometry: encodeRings(feature.id === '710000' ? [...rings, diaoyu] : rings),
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', UTF8Encoding: true, features: thinned });
}

const todayCode = (code: string) => renamedCodes[code] ?? mergedCodes[code] ?? code;

/** 钓鱼岛: echarts adds it to a region of that name only, and here regions are known by code. */
const diaoyu: Ring = [
  [126414, 26353],
  [126461, 26353],
  [126461, 26369],
  [126414, 26369],
  [126414, 26353],
];

/** What the package nests as holes of each other are islands beside each other: each ring is an area of its own. */
export function ringsOf({ geometry }: EncodedFeature): Ring[] {
  const { coordinates, encodeOffsets } = geometry;
  return coordinates.flatMap((part, at): Ring[] => {
    const offsets = encodeOffsets[at] ?? [];
    return typeof part === 'string'
      ? [decodeRing(part, offsets.flat())]
      : part.map((ring, inner) => decodeRing(ring, [offsets[inner] ?? []].flat()));
  });
}

function decodeRing(text: string, [startX = 0, startY = 0]: readonly number[]): Ring {
  let [x, y] = [startX, startY];
  return Array.from({ length: text.length / 2 }, (_, at): Point => {
    x += unzigzag(text.charCodeAt(2 * at) - 64);
    y += unzigzag(text.charCodeAt(2 * at + 1) - 64);
    return [x, y];
  });
}

const unzigzag = (value: number) => (value >> 1) ^ -(value & 1);
const zigzag = (value: number) => String.fromCharCode(((value << 1) ^ (value >> 31)) + 64);
const onGrid = (value: number) => Math.round(value / grid) * grid;

function thinRing(ring: Ring): Ring {
  const set = ring.map(([x, y]): Point => [onGrid(x), onGrid(y)]);
  const kept = set.filter(([x, y], at) => {
    const before = set[at - 1];
    return before === undefined || before[0] !== x || before[1] !== y;
  });
  return hasArea(kept) ? kept : ring;
}

/** Some rings the package ships are a single point. */
function hasArea(ring: Ring): boolean {
  return new Set(ring.map(([x, y]) => `${x} ${y}`)).size >= 3;
}

function encodeRings(rings: readonly Ring[]) {
  return {
    type: 'MultiPolygon',
    coordinates: rings.map((ring) => [encodeRing(ring)]),
    encodeOffsets: rings.map(([start = [0, 0]]) => [start]),
  };
}

function encodeRing(ring: Ring): string {
  let [x, y] = ring[0] ?? [0, 0];
  return ring
    .map(([nextX, nextY]) => {
      const text = zigzag(nextX - x) + zigzag(nextY - y);
      [x, y] = [nextX, nextY];
      return text;
    })
    .join('');
}
