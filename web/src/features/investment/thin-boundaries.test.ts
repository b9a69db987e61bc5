import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { renamedCodes } from '@zhitong/domain/directory/renamed-codes';
import { describe, expect, it } from 'vitest';
import { type EncodedFeature, ringsOf, thinBoundaries } from './thin-boundaries.ts';

const require = createRequire(import.meta.url);
const read = (file: string) => readFileSync(require.resolve(`china-map/map/json/${file}`), 'utf8');
const cities = read('china-cities.json');
const thin = thinBoundaries(cities, 'prefecture');

const featuresOf = (json: string): EncodedFeature[] => JSON.parse(json).features;

const allRings = (json: string) => featuresOf(json).flatMap(ringsOf);

/** West, south, east and north, in 1/1024 degree. */
function edgesOf(feature: EncodedFeature): number[] {
  const corners = ringsOf(feature).filter(hasThreeCorners).flat();
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
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
    const before = allRings(cities).filter(hasThreeCorners);
    const after = allRings(thin);
    expect(before.length).toBeGreaterThan(700);
    // of Taiwan one more: 钓鱼岛
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter(hasThreeCorners)).toHaveLength(after.length);
  });

  it('lie where they lay: no edge of an area moves by more than a kilometre', () => {
    const before = new Map(
      featuresOf(cities).map((feature) => [renamedCodes[feature.id] ?? feature.id, edgesOf(feature)]),
    );
    for (const feature of featuresOf(thin)) {
      const edges = before.get(feature.id);
      // Taiwan has got 钓鱼岛; two areas are drawn under the code of 济南
      if (edges === undefined || ['710000', '370100'].includes(feature.id)) continue;
      const moved = edgesOf(feature).map((edge, at) => Math.abs(edge - (edges[at] ?? 0)));
      expect([feature.id, Math.max(...moved) <= 8]).toEqual([feature.id, true]);
    }
  });

  it('of provinces are whole: 34 areas, with Taiwan, Hong Kong, Macau and 钓鱼岛', () => {
    const provinces = featuresOf(thinBoundaries(read('china.json'), 'province'));
    const codes = provinces.map(({ id }) => id);
    expect(codes).toHaveLength(34);
    expect(codes).toEqual(expect.arrayContaining(['110000', '710000', '810000', '820000']));
    const taiwan = provinces.find(({ id }) => id === '710000');
    const [[x, y] = [0, 0]] = (taiwan && ringsOf(taiwan).at(-1)) ?? [];
    expect([x / 1024, y / 1024].map((degrees) => degrees.toFixed(2))).toEqual(['123.45', '25.74']);
  });
});
