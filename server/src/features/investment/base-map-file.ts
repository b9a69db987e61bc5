import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartFailure } from '#platform/start-failure';
import type { ApprovedBaseMap } from './heat-deps.ts';

const position = z.array(z.number()).min(2);
const rings = z.array(z.array(position).min(4));
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
  // lines of a boundary, and what has no area
  z.looseObject({ type: z.enum(['LineString', 'MultiLineString', 'Point', 'MultiPoint']) }),
]);
const code = z.union([z.string(), z.number()]).transform(String);
const feature = z.looseObject({
  type: z.literal('Feature'),
  id: code.optional(),
  properties: z.looseObject({ code: code.optional(), adcode: code.optional(), name: z.string().optional() }).nullable(),
  geometry,
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).min(1) });

/** Reads the operator's base map once, at start: a map that cannot be drawn stops the start with a sentence. */
export function readBaseMapFile({ path, number }: { readonly path: string; readonly number: string }): ApprovedBaseMap {
  const read = collection.safeParse(parsed(path));
  if (!read.success)
    throw new StartFailure(
      `ZHITONG_BASE_MAP: ${path} is no GeoJSON FeatureCollection of polygons. ${read.error.issues[0]?.path.join('.') ?? ''}`,
    );
  const features = read.data.features.map(({ id, properties, ...rest }) => {
    const named = id ?? properties?.code ?? properties?.adcode ?? '';
    return { ...rest, id: named, properties: { ...properties, code: named, name: properties?.name ?? named } };
  });
  if (!features.some(({ id }) => /^\d{6}$/.test(id)))
    throw new StartFailure(
      `ZHITONG_BASE_MAP: no feature of ${path} carries a GB/T 2260 code as its id or in properties.code`,
    );
  return { number, geoJson: { type: 'FeatureCollection', features } };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new StartFailure(`ZHITONG_BASE_MAP: ${path} cannot be read as JSON`, { cause });
  }
}
