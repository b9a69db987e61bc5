import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from './config.ts';
import { readBaseMapFile } from './features/investment/base-map-file.ts';

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-base-map-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'map.json');
  writeFileSync(path, text);
  return path;
}

const square = [
  [
    [122, 37],
    [123, 37],
    [123, 38],
    [122, 37],
  ],
];
const map = (properties: object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: square } }],
  });

describe('the base map of the operator', () => {
  it('is a file and a number, both or none', () => {
    for (const env of [{ ZHITONG_BASE_MAP: '/maps/a.json' }, { ZHITONG_BASE_MAP_NUMBER: 'GS(2026)0001' }])
      expect(readConfig(env)).toMatchObject({
        kind: 'problems',
        problems: [expect.stringContaining('ZHITONG_BASE_MAP_NUMBER')],
      });
    expect(readConfig({})).toMatchObject({ kind: 'config', config: { baseMap: undefined } });
    const both = { ZHITONG_BASE_MAP: '/maps/a.json', ZHITONG_BASE_MAP_NUMBER: ' GS(2026)0001 ' };
    expect(readConfig(both)).toMatchObject({
      config: { baseMap: { path: '/maps/a.json', number: 'GS(2026)0001' } },
    });
  });

  it('knows its areas by code, whichever usual property carries it', () => {
    for (const properties of [{ code: '371000' }, { adcode: 371000, name: '威海市' }]) {
      const { number, geoJson } = readBaseMapFile({ path: fileWith(map(properties)), number: 'GS(2026)0001' });
      expect(number).toBe('GS(2026)0001');
      expect(geoJson).toMatchObject({ features: [{ id: '371000', properties: { code: '371000' } }] });
    }
  });

  it('stops the start with a sentence when it cannot be read, is no map, or names no area', () => {
    const open = (path: string) => () => readBaseMapFile({ path, number: 'GS(2026)0001' });
    expect(open('/nowhere/map.json')).toThrow('cannot be read as JSON');
    expect(open(fileWith('{'))).toThrow('cannot be read as JSON');
    expect(open(fileWith('{"type":"Topology"}'))).toThrow('no GeoJSON FeatureCollection');
    expect(open(fileWith(map({ name: '威海' })))).toThrow('carries a GB/T 2260 code');
  });
});
