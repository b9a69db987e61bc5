import { targetsOf } from '@zhitong/algorithms/graph/directed-graph';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { advantages } from '@zhitong/algorithms/relatedness/advantage';
import { densityEstimate } from '@zhitong/algorithms/relatedness/density-estimate';
import { packTable, totalsOf } from '@zhitong/algorithms/relatedness/place-table';
import { type Presence, presenceOf, presenceVector } from '@zhitong/algorithms/relatedness/presence';
import { type ProximityRow, proximityRow } from '@zhitong/algorithms/relatedness/proximity';
import { type ResampledPresence, resampledPresence } from '@zhitong/algorithms/relatedness/resampled-presence';
import { shrunkPresence } from '@zhitong/algorithms/relatedness/shrinkage';
import type { MakerFact } from './chain-facts.ts';

/** Who makes what where: prefectures × products, and the own city as it might also have turned out. */
export interface ReachTable {
  readonly presence: Presence;
  readonly places: number;
  readonly productNumbers: ReadonlyMap<string, number>;
  readonly own: ResampledPresence;
  /** of the own city by place number; −1: nobody of it offers anything */
  readonly ownPlace: number;
  /** share of the prefectures of the province, this city among them, that have each product */
  readonly province: Float64Array;
  /** share of all products that the city has, drawn to its province: how near it is to any product on average */
  readonly average: number;
}

export interface ReachTableRules {
  /** firms with which the city’s own figures weigh as much as its province’s */
  readonly strength: number;
  readonly resamples: number;
  /** prefectures a table needs, and other prefectures that must have a product, to say anything */
  readonly fewestPlaces: number;
  readonly fewestElsewhere: number;
  /** firms a city needs for an interval */
  readonly fewestFirms: number;
}

export const usualTableRules: ReachTableRules = {
  ...{ strength: 20, resamples: 200, fewestPlaces: 5, fewestElsewhere: 2, fewestFirms: 5 },
};

export interface ReachTableSource {
  readonly makers: Iterable<MakerFact>;
  readonly city: string;
  /** what a product is a kind of: whoever makes a kind makes it */
  readonly broaderOf: (productId: string) => readonly string[];
  readonly rules?: ReachTableRules;
}

/**
 * Counts each firm once for each product it offers, in its prefecture; firms abroad or of unknown place are left out. The same makers
 * give the same table, in whatever order they are told. Cost: as `packTable` and `resampledPresence`.
 */
export function reachTable({ makers, city, broaderOf, rules = usualTableRules }: ReachTableSource): ReachTable {
  const firms = firmsOf(makers, broaderOf);
  const cities = [...firms.keys()].sort();
  const products = [...new Set([...firms.values()].flatMap((bearers) => bearers.flatMap((list) => [...list])))].sort();
  const productNumbers = new Map(products.map((id, number) => [id, number]));
  const observed = cities.map((place) => (firms.get(place) ?? []).map((list) => numbersIn(list, productNumbers)));
  const cells = observed.flatMap((list, place) =>
    list.flatMap((things) => things.map((thing) => ({ place, thing, amount: 1 }))),
  );
  const table = packTable({ placeCount: cities.length, thingCount: products.length }, cells);
  const presence = presenceOf(advantages(table));
  const ownPlace = cities.indexOf(city);
  const random = seededRandom(`reach of ${city}`);
  const own = resampledPresence(observed[ownPlace] ?? [], totalsOf(table), { random, resamples: rules.resamples });
  const province = provinceOf(presence, { cities, city });
  const evidence = { observations: own.observations, strength: rules.strength };
  const ownVector = ownPlace < 0 ? new Float64Array(products.length) : presenceVector(presence, ownPlace);
  const average = mean(shrunkPresence(ownVector, province, evidence));
  return { presence, places: cities.length, productNumbers, own, ownPlace, province, average };
}

/** How near a product is to what a city makes. */
export type Relatedness =
  | {
      readonly kind: 'known';
      /** 0..1, of all nearness to the product the share on what is made here, with its 90 % interval */
      readonly density: number;
      readonly low: number;
      readonly high: number;
      /** what a product picked blindly would have */
      readonly average: number;
    }
  /** the table is too thin, too few firms are here, or nothing is near the product anywhere */
  | { readonly kind: 'unknown' };

/**
 * `kin`: what the product is a kind of, and its own kinds; they are near it by definition and say nothing.
 * Source: as `density` and `densityEstimate`.
 */
export function relatednessOf(
  table: ReachTable,
  { productId, kin }: { readonly productId: string; readonly kin: readonly string[] },
  rules: ReachTableRules = usualTableRules,
): Relatedness {
  const thing = table.productNumbers.get(productId);
  if (thing === undefined || table.places < rules.fewestPlaces) return { kind: 'unknown' };
  const { presence, own, province, average } = table;
  const having = targetsOf(presence.placesOf, presence.placeCount + thing);
  if (having.filter((place) => place !== table.ownPlace).length < rules.fewestElsewhere) return { kind: 'unknown' };
  const row = withoutKin(proximityRow(presence, thing), numbersIn(kin, table.productNumbers));
  const found = densityEstimate(row, own, { parent: province, strength: rules.strength, fewest: rules.fewestFirms });
  if (found.kind !== 'estimate') return { kind: 'unknown' };
  const { density, low, high } = found;
  return { kind: 'known', density, low, high, average };
}

/** By prefecture, what each firm makes: products and what these are a kind of. */
function firmsOf(makers: Iterable<MakerFact>, broaderOf: ReachTableSource['broaderOf']) {
  const firms = new Map<string, { city: string; products: Set<string> }>();
  for (const { organisationId, city, productId } of makers) {
    if (!/^[1-8]\d{5}$/.test(city)) continue;
    const key = `${city} ${organisationId}`;
    const firm = firms.get(key) ?? { city, products: new Set<string>() };
    for (const id of [productId, ...broaderOf(productId)]) firm.products.add(id);
    firms.set(key, firm);
  }
  const sorted = [...firms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, firm]) => firm);
  const byCity = Map.groupBy(sorted, ({ city }) => city);
  return new Map([...byCity].map(([city, list]) => [city, list.map(({ products }) => products)]));
}

function numbersIn(ids: Iterable<string>, numbers: ReadonlyMap<string, number>): number[] {
  return [...ids].flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
}

function provinceOf(presence: Presence, { cities, city }: { cities: readonly string[]; city: string }): Float64Array {
  const places = [...cities.keys()].filter((place) => cities[place]?.slice(0, 2) === city.slice(0, 2));
  const share = new Float64Array(presence.thingCount);
  for (const place of places)
    for (const node of targetsOf(presence.thingsOf, place)) {
      const thing = node - presence.placeCount;
      share[thing] = (share[thing] ?? 0) + 1;
    }
  return share.map((count) => count / Math.max(1, places.length));
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function withoutKin(row: ProximityRow, kin: readonly number[]): ProximityRow {
  if (kin.length === 0) return row;
  const left = [...row.things.keys()].filter((at) => !kin.includes(row.things[at] ?? -1));
  const values = Float64Array.from(left, (at) => row.values[at] ?? 0);
  const things = Uint32Array.from(left, (at) => row.things[at] ?? 0);
  return { things, values, sum: values.reduce((sum, value) => sum + value, 0) };
}
