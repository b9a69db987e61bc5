import type { Sentence } from '../language.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import type { PremisesRefusalCode } from './premises-refusals.ts';

/** Where somebody can settle: a plot of land, or a plant that stands. */
export const premisesKinds = ['land', 'plant'] as const;
export type PremisesKind = (typeof premisesKinds)[number];

export const premisesKindWords = {
  land: { zh: '工业用地', en: 'Industrial land' },
  plant: { zh: '厂房', en: 'Plant' },
} as const satisfies Record<PremisesKind, Sentence>;

/** `held`: promised to somebody, not given yet. */
export const premisesStates = ['free', 'held', 'taken'] as const;
export type PremisesState = (typeof premisesStates)[number];

export const premisesStateWords = {
  free: { zh: '可用', en: 'Available' },
  held: { zh: '预留', en: 'Held' },
  taken: { zh: '已出让、出租', en: 'Given away' },
} as const satisfies Record<PremisesState, Sentence>;

/** 1 mu (亩) is 2000/3 m². */
export const areaUnits = ['mu', 'm2'] as const;
export type AreaUnit = (typeof areaUnits)[number];
export interface Area {
  readonly amount: number;
  readonly unit: AreaUnit;
}

/** What it has; null: not known. Land carries what is built on it, so it has neither floor load nor exhaust of its own. */
export interface PremisesFacts {
  readonly kind: PremisesKind;
  readonly area: Area | null;
  readonly powerKv: number | null;
  readonly powerKw: number | null;
  /** tonnes a day */
  readonly water: number | null;
  /** tonnes a square metre */
  readonly floorLoad: number | null;
  /** whether exhaust may be led off */
  readonly exhaust: boolean | null;
}

/** What a firm wishes, at least; null: it does not say. */
export interface PremisesWish {
  readonly kind: PremisesKind | null;
  readonly area: Area | null;
  readonly powerKv: number | null;
  readonly powerKw: number | null;
  readonly water: number | null;
  readonly floorLoad: number | null;
  /** true: exhaust has to be led off */
  readonly exhaust: true | null;
}

export const measures = ['powerKv', 'powerKw', 'water', 'floorLoad'] as const;
export type Measure = (typeof measures)[number];

/** Far above anything there is: whoever writes more has slipped. */
const most = { area: 1_000_000, powerKv: 1_000, powerKw: 10_000_000, water: 10_000_000, floorLoad: 1_000 } as const;

const words = {
  kind: { zh: '类型', en: 'kind' },
  area: { zh: '面积', en: 'area' },
  powerKv: { zh: '电压', en: 'voltage' },
  powerKw: { zh: '用电负荷', en: 'power' },
  water: { zh: '用水', en: 'water' },
  floorLoad: { zh: '承重', en: 'floor load' },
  exhaust: { zh: '排烟', en: 'exhaust' },
} as const satisfies Record<keyof PremisesWish, Sentence>;
export const wishWords: Readonly<Record<keyof PremisesWish, Sentence>> = words;

/** Refuses figures that cannot be: zero, below zero, far too much. */
export function decideFigures(of: Pick<PremisesWish, Measure | 'area'>): void {
  const figures = [['area', of.area?.amount ?? null], ...measures.map((name) => [name, of[name]] as const)] as const;
  for (const [name, amount] of figures) {
    if (amount === null) continue;
    const said = { fieldZh: words[name].zh, fieldEn: words[name].en, field: name, amount };
    if (!(amount > 0)) throw refuse('premises.not-positive', said);
    if (amount > most[name]) throw refuse('premises.too-much', { ...said, most: most[name] });
  }
}

/** A wish that says nothing is none. */
export function decideWish(wish: PremisesWish): void {
  decideFigures(wish);
  if (Object.values(wish).every((value) => value === null)) throw refuse('premises.empty-wish');
}

/** A plot or plant that can stand in the list. */
export function decidePremises(
  content: PremisesFacts & { readonly asOf: string },
  known: { readonly today: string; readonly isRegion: boolean; readonly region: string },
): void {
  decideFigures(content);
  const { kind, floorLoad, exhaust, asOf } = content;
  if (kind === 'land' && (floorLoad !== null || exhaust !== null)) throw refuse('premises.land-only');
  if (asOf > known.today) throw refuse('premises.future', { date: asOf, today: known.today });
  if (!known.isRegion) throw refuse('premises.unknown-region', { region: known.region });
}

/** Of two who change it the second has to look first. */
export function decidePremisesSeen({ edition }: { readonly edition: number }, seen: number): void {
  if (edition !== seen) throw refuse('premises.changed-meanwhile', { edition });
}

function refuse(code: PremisesRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
