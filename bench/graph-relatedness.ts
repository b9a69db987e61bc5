import { drawInteger } from '@zhitong/algorithms/random/random-draw';
import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { advantages } from '@zhitong/algorithms/relatedness/advantage';
import { densityEstimate } from '@zhitong/algorithms/relatedness/density-estimate';
import { packTable, totalsOf } from '@zhitong/algorithms/relatedness/place-table';
import { presenceOf, presenceVector } from '@zhitong/algorithms/relatedness/presence';
import { proximityRow } from '@zhitong/algorithms/relatedness/proximity';
import { resampledPresence } from '@zhitong/algorithms/relatedness/resampled-presence';
import { milliseconds } from './bench-table.ts';
import { requireEqual, timed } from './graph-duel.ts';

const places = 340;
const things = 5000;
const ownObservations = 2500;
const asked = 200;
const resamples = 500;

/** A made-up country: 340 places, 5,000 things, bearers of one to six neighbouring things; one place has 2,500 of them. */
export function relatednessRows(): readonly (readonly string[])[] {
  const observations = drawObservations();
  const cells = observations.flatMap((list, place) =>
    list.flatMap((bearer) => bearer.map((thing) => ({ place, thing, amount: 1 }))),
  );
  const base = timed(() => {
    const table = packTable({ placeCount: places, thingCount: things }, cells);
    return { totals: totalsOf(table), presence: presenceOf(advantages(table)) };
  });
  const { totals, presence } = base.answer;
  const wanted = Array.from({ length: asked }, (_, at) => Math.floor((at * things) / asked));
  const near = timed(() => wanted.map((thing) => proximityRow(presence, thing)));
  for (const [at, row] of near.answer.entries())
    requireEqual(isByDefinition(presence, wanted[at] ?? 0, row), `proximity to ${wanted[at]}`);
  const random = seededRandom('resamples');
  const drawn = timed(() => resampledPresence(observations[0] ?? [], totals, { random, resamples }));
  const parent = presenceVector(presence, 1);
  const estimates = timed(() => near.answer.map((row) => densityEstimate(row, drawn.answer, { parent, strength: 20 })));
  const widths = estimates.answer.map((answer) => (answer.kind === 'estimate' ? answer.high - answer.low : 0));
  const width = widths.reduce((sum, each) => sum + each, 0) / asked;
  const size = `${places} places, ${things.toLocaleString('en-US')} things`;
  return [
    [`advantages: ${size}`, milliseconds(base.took), `${cells.length.toLocaleString('en-US')} facts`, 'tests'],
    [`proximity of ${asked} things to all others`, milliseconds(near.took), 'first run', 'equal'],
    [`${resamples} resamples of ${ownObservations} bearers`, milliseconds(drawn.took), 'first run', 'tests'],
    [
      `density of ${asked} things with intervals`,
      milliseconds(estimates.took),
      `90 % interval ${width.toFixed(3)} wide on average`,
      'tests',
    ],
  ];
}

function drawObservations(): number[][][] {
  const random = seededRandom('country');
  return Array.from({ length: places }, (_, place) => {
    const home = drawInteger(random, 0, things - 1);
    const bearers = place === 0 ? ownObservations : drawInteger(random, 50, 800);
    return Array.from({ length: bearers }, () => {
      const first = home + Math.floor(random.next() ** 3 * things);
      const list = Array.from(
        { length: drawInteger(random, 1, 6) },
        () => (first + drawInteger(random, 0, 40)) % things,
      );
      return [...new Set(list)];
    });
  });
}

/** Both conditional shares, counted place by place, for every fiftieth thing. */
function isByDefinition(
  presence: ReturnType<typeof presenceOf>,
  thing: number,
  row: ReturnType<typeof proximityRow>,
): boolean {
  const vectors = Array.from({ length: places }, (_, place) => presenceVector(presence, place));
  const others = Array.from({ length: things / 50 }, (_, at) => at * 50).filter((other) => other !== thing);
  return others.every((other) => {
    const has = (each: number) => vectors.filter((vector) => vector[each] === 1).length;
    const both = vectors.filter((vector) => vector[thing] === 1 && vector[other] === 1).length;
    const value = row.values[row.things.indexOf(other)] ?? 0;
    return Math.abs(value - (both === 0 ? 0 : Math.min(both / has(thing), both / has(other)))) < 1e-12;
  });
}
