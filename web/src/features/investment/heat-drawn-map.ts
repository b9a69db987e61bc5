import type { HeatLevel } from '@zhitong/domain/investment/heat-question';
import { z } from 'zod';

/** A map the chart can draw: boundaries by code, with a name and a middle. */
export interface DrawnMap {
  /** `china`: echarts adds the inset of 南海诸岛 to a map of this name */
  readonly name: 'china' | 'approved' | 'home';
  readonly geoJson: unknown;
  readonly codes: readonly string[];
  readonly names: readonly (readonly [string, string])[];
  readonly middles: ReadonlyMap<string, readonly [number, number]>;
}

const code = z.union([z.string(), z.number()]).transform(String);
const collection = z.looseObject({
  features: z.array(
    z.looseObject({
      properties: z.looseObject({
        code,
        name: z.string().default(''),
        cp: z.array(z.number()).optional(),
        center: z.array(z.number()).optional(),
        centroid: z.array(z.number()).optional(),
      }),
    }),
  ),
});

/** Boundaries as a map; at the level of districts the own prefecture alone, which is drawn around its points. */
export function drawnMap(
  boundaries: unknown,
  { level, home, approved }: { readonly level: HeatLevel; readonly home: string; readonly approved: boolean },
): DrawnMap {
  const whole = collection.parse(boundaries);
  const own = whole.features.filter(({ properties }) => properties.code === home);
  const features = level === 'district' && own.length > 0 ? own : whole.features;
  const named = features.map(({ properties }) => properties);
  return {
    name: features === own ? 'home' : nationalName(approved),
    geoJson: { ...whole, features },
    codes: [...new Set(named.map((one) => one.code))],
    names: named.map((one) => [one.code, one.name] as const),
    middles: new Map(named.flatMap(({ code: of, cp, centroid, center }) => pointOf(of, cp ?? centroid ?? center))),
  };
}

const nationalName = (approved: boolean) => (approved ? 'approved' : 'china');

function pointOf(of: string, point: readonly number[] | undefined): [string, readonly [number, number]][] {
  const [x, y] = point ?? [];
  return x === undefined || y === undefined ? [] : [[of, [x, y]]];
}
