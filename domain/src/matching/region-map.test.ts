import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInKilometres } from './distance.ts';
import { maskCatalogue } from './match-fixtures.ts';
import { RegionMap } from './region-map.ts';

const map = new RegionMap(maskCatalogue.regions, maskCatalogue.circles);

function place(city: string, region: string | null = null) {
  return { city, region, longitude: null, latitude: null };
}

describe('the tier of a firm', () => {
  const need = place('371000', '371002');

  it('is unknown where the city is unknown, never a guess', () => {
    expect(map.tierOf(need, place('000000'))).toBe('unknown');
    expect(map.tierOf(place('000000'), place('371000'))).toBe('unknown');
  });

  it.each([
    ['district', place('371000', '371002')],
    ['city', place('371000', '371073')],
    ['city', place('371000')],
    ['circle', place('370600')],
    ['province', place('370100')],
    ['nation', place('440300')],
    ['abroad', place('KR0001')],
  ] as const)('is %s for %o', (tier, firm) => {
    expect(map.tierOf(need, firm)).toBe(tier);
  });

  it('is the city, not the district, where only the prefecture is known of both', () => {
    expect(map.tierOf(place('371000', '371000'), place('371000', '371000'))).toBe('city');
  });
});

describe('the distance', () => {
  it('is unknown without points and unsaid between a place and itself', () => {
    expect(map.kilometres(place('440300'), place('371000'))).toBeNull();
    expect(map.kilometres(place('371000', '371002'), place('371000', '371002'))).toBeNull();
  });

  it('is measured from the centroid of the zone', () => {
    expect(map.kilometres(place('371000', '371002'), place('371000', '371073'))).toBe(27);
    expect(map.kilometres(place('371000'), place('370600'))).toBe(63);
  });

  it('knows that Weihai and Jinan are about 460 km apart', () => {
    expect(
      distanceInKilometres({ longitude: 122.12, latitude: 37.51 }, { longitude: 117.0, latitude: 36.65 }),
    ).toBeCloseTo(464, -1);
  });

  const point = fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  });

  it('is the same both ways and never more than half the Earth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(distanceInKilometres(a, b)).toBeCloseTo(distanceInKilometres(b, a), 6);
        expect(distanceInKilometres(a, b)).toBeLessThanOrEqual(20_016);
      }),
    );
  });
});
