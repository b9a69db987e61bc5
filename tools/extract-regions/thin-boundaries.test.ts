import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { boundaryCentroids } from './boundary-centroid.ts';
import { decodeRing, thinBoundaries } from './thin-boundaries.ts';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const read = (file: string) => readFileSync(require.resolve(`china-map/map/json/${file}`), 'utf8');
const cities = read('china-cities.json');
const thin = thinBoundaries(cities, 'prefecture');

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly string[][]; readonly encodeOffsets: number[][][] };
}
const featuresOf = (json: string): Feature[] => JSON.parse(json).features;

/** Every ring, whatever it is nested in. */
const ringsOf = (json: string) =>
  featuresOf(json)
    .flatMap(({ geometry }) => geometry.coordinates.flat())
    .map((ring) => decodeRing(ring, [0, 0]));
const hasThreeCorners = (ring: readonly unknown[]) => new Set(ring.map(String)).size >= 3;

describe('the boundaries the web draws', () => {
  it('are less than half of what the package ships, and every area is still there under today’s code', () => {
    const before: readonly { id: string }[] = JSON.parse(cities).features;
    expect(gzipSync(thin).length).toBeLessThan(gzipSync(cities).length / 2);
    const codes = featuresOf(thin).map(({ id }) => id);
    expect(codes).toHaveLength(before.length);
    expect(codes).toEqual(
      expect.arrayContaining(['371000', '650400', '540400', '460400', '110100', '710000', '820000']),
    );
    expect(codes.filter((code) => ['371200', '652100', '469003', '110000'].includes(code))).toEqual([]);
  });

  it('keep every ring that has an area, islands smaller than the grid too', () => {
    const before = ringsOf(cities).filter(hasThreeCorners);
    const after = ringsOf(thin);
    expect(before.length).toBeGreaterThan(700);
    // of Taiwan one more: 钓鱼岛
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(hasThreeCorners)).toHaveLength(after.length);
  });

  it('lie where they lay: no centroid moves by more than three kilometres', () => {
    const [before, after] = [boundaryCentroids(cities), boundaryCentroids(thin)];
    for (const [code, [x, y]] of before) {
      if (code === '371200' || code === '370100') continue;
      const [thinX, thinY] = after.get(code) ?? [Number.NaN, Number.NaN];
      expect([code, Math.hypot(thinX - x, thinY - y) < 0.03]).toEqual([code, true]);
    }
  });

  it('of provinces are whole: 34 areas, with Taiwan, Hong Kong, Macau and 钓鱼岛', () => {
    const provinces = featuresOf(thinBoundaries(read('china.json'), 'province'));
    const codes = provinces.map(({ id }) => id);
    expect(codes).toHaveLength(34);
    expect(codes).toEqual(expect.arrayContaining(['110000', '710000', '810000', '820000']));
    const taiwan = provinces.find(({ id }) => id === '710000')?.geometry;
    const [island = ''] = taiwan?.coordinates.at(-1) ?? [];
    const [start = []] = taiwan?.encodeOffsets.at(-1) ?? [];
    const [[x, y] = [0, 0]] = decodeRing(island, start);
    expect([x / 1024, y / 1024].map((degrees) => degrees.toFixed(2))).toEqual(['123.45', '25.74']);
  });
});
