import { heatClusters, heatSteps, rampOf, stepOf } from '@zhitong/domain/investment/heat-steps';

/** What the chart draws of an area. */
export interface ChartArea {
  readonly code: string;
  readonly name: string;
  readonly firms: number;
  /** where its count stands; null: nowhere */
  readonly at: readonly [number, number] | null;
  /** a point without a boundary: a zone is drawn as ◇, a county as ○ */
  readonly mark: 'area' | 'zone' | 'county';
}

export interface ChartColours {
  readonly ramp: readonly string[];
  readonly card: string;
  readonly ink: string;
  readonly border: string;
  readonly focus: string;
  /** the font of the page, which a canvas does not inherit */
  readonly font: string;
  /** drawn where there is no data */
  readonly hatch: unknown;
}

export interface Drawing {
  readonly areas: readonly ChartArea[];
  /** every boundary by its code */
  readonly codes: readonly string[];
  readonly focus: string | undefined;
  readonly colours: ChartColours;
  readonly firmsWord: (count: number) => string;
  readonly noData: string;
}

/** pixels between two counts that can be read apart */
const reach = 30;

/** Colours of the boundaries: a step of the ramp where firms are, hatched where nothing is known; what the list stands on has a ring. */
export function regionsOf({ areas, codes, focus, colours }: Drawing): object[] {
  const steps = heatSteps(areas.map(({ firms }) => firms));
  const known = new Map(areas.map((area) => [area.code, area]));
  return codes.map((code) => {
    const area = known.get(code);
    const step = area === undefined ? undefined : rampOf(stepOf(area.firms, steps), steps.length);
    const ring = code === focus ? { borderColor: colours.focus, borderWidth: 2.5 } : {};
    return { name: code, itemStyle: { areaColor: step === undefined ? colours.hatch : colours.ramp[step], ...ring } };
  });
}

/** Where a place of the map stands on the screen. */
export type ToPixel = (at: readonly [number, number]) => readonly [number, number] | undefined;

/** Circles with counts: those that would cover each other are one with the sum; a zone is a diamond. */
export function marksOf({ areas, colours, firmsWord }: Drawing, toPixel: ToPixel): object[] {
  const placed = areas.flatMap((area) => {
    const pixel = area.at === null ? undefined : toPixel(area.at);
    return area.at === null || pixel === undefined ? [] : [{ area, at: area.at, x: pixel[0], y: pixel[1] }];
  });
  const clusters = heatClusters(
    placed.map(({ area, x, y }) => ({ x, y, weight: area.firms })),
    reach,
  );
  return clusters.flatMap(({ members, weight }) => {
    const [first, ...more] = members.flatMap((at) => placed[at] ?? []);
    if (first === undefined) return [];
    const { code, name, mark } = first.area;
    return [
      {
        name: more.length === 0 ? code : '',
        value: [...first.at, weight],
        tip: `${more.length === 0 ? name : `${name} +${more.length}`} · ${firmsWord(weight)}`,
        symbol: mark === 'zone' && more.length === 0 ? 'diamond' : 'circle',
        symbolSize: 18 + Math.min(14, Math.sqrt(weight) * 2),
        itemStyle: { color: colours.card, borderColor: colours.ink, borderWidth: 1 },
        label: { formatter: String(weight), color: colours.ink },
      },
    ];
  });
}

/** A ring and the name at what the list stands on, whatever cluster its count is in. */
export function focusMark({ areas, focus, colours }: Drawing): object[] {
  const area = areas.find(({ code }) => code === focus);
  if (area?.at === null || area === undefined) return [];
  return [
    {
      ...{ name: area.code, value: [...area.at, area.firms], tip: area.name },
      ...{ symbol: 'circle', symbolSize: 40 },
      itemStyle: { color: 'transparent', borderColor: colours.focus, borderWidth: 3 },
      label: {
        ...{ formatter: area.name, color: colours.ink, position: 'top', fontWeight: 600 },
        ...{ backgroundColor: colours.card, padding: [2, 4], borderRadius: 3 },
      },
    },
  ];
}
