import { drawChance, drawInteger, drawOne, drawSample, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow, OrganisationSize } from './city-rows.ts';
import { cell, listCell, numberCell, type TableRow } from './csv-table.ts';
import { demoCreditCode } from './demo-credit-code.ts';
import { FirmNames } from './firm-names.ts';
import { getProfile, type ProductGraph } from './product-graph.ts';
import { foundingInstant, seededId } from './seeded-ids.ts';

/** An invented firm with what it makes; offers and needs are drawn from it. */
export interface Firm {
  readonly row: OrganisationRow;
  readonly chain: string;
  readonly trade: string;
  /** products it makes, its main one first */
  readonly products: readonly string[];
  /** the sign-in that owns it, if any */
  readonly username: string | null;
}

export interface FirmContext {
  readonly files: CityFiles;
  readonly graph: ProductGraph;
  readonly random: SeededRandom;
  readonly city: string;
  readonly asOf: string;
  /** how many invented firms in the city, and in the other cities */
  readonly firms: number;
  readonly outsideFirms: number;
}

const sizes: readonly { readonly size: OrganisationSize; readonly weight: number }[] = [
  { size: '大型', weight: 2 },
  { size: '中型', weight: 14 },
  { size: '小型', weight: 58 },
  { size: '微型', weight: 26 },
];

export function makeFirms(context: FirmContext): Firm[] {
  const names = new FirmNames(context.files, context.random.fork('names'));
  const owned = context.files.signIns.filter((row) => cell(row, 'firm') !== '').map((row) => signInFirm(row, context));
  const local = spread(context.files.trades, 'weight', context.firms).map((trade) => localFirm(trade, names, context));
  const outside = spread(context.files.trades, 'outside', context.outsideFirms).map((trade) =>
    outsideFirm(trade, names, context),
  );
  return [...owned, ...local, ...outside].map((firm, i) => withCode(firm, i + 1));
}

/** Each trade as often as its weight asks, largest remainders first, so that the sum is exactly `count`. */
function spread(trades: readonly TableRow[], column: string, count: number): TableRow[] {
  const total = trades.reduce((sum, trade) => sum + numberCell(trade, column), 0);
  const shares = trades.map((trade) => ({ trade, share: (numberCell(trade, column) * count) / total }));
  const whole = shares.map(({ trade, share }) => ({ trade, times: Math.floor(share), rest: share % 1 }));
  const missing = count - whole.reduce((sum, { times }) => sum + times, 0);
  const raised = new Set([...whole].sort((a, b) => b.rest - a.rest).slice(0, missing));
  return whole.flatMap((entry) => Array<TableRow>(entry.times + (raised.has(entry) ? 1 : 0)).fill(entry.trade));
}

function localFirm(trade: TableRow, names: FirmNames, context: FirmContext): Firm {
  const { random, city } = context;
  const regions = listCell(trade, 'regions');
  // The first districts of a trade are where it is at home.
  const region = drawWeighted(random, regions, (code) => 1 / (1 + regions.indexOf(code)));
  return buildFirm({ trade, region, city, ...names.local(cell(trade, 'trade'), region) }, context);
}

function outsideFirm(trade: TableRow, names: FirmNames, context: FirmContext): Firm {
  const place = drawWeighted(context.random, context.files.outsideCities, (row) => numberCell(row, 'weight'));
  const city = cell(place, 'city');
  return buildFirm({ trade, region: city, city, ...names.outside(cell(trade, 'trade'), cell(place, 'name')) }, context);
}

interface FirmPlan {
  readonly trade: TableRow;
  readonly region: string;
  readonly city: string;
  readonly name: string;
  readonly shortName: string;
}

function buildFirm(plan: FirmPlan, { random, graph, files, asOf }: FirmContext): Firm {
  const products = drawSample(
    random,
    listCell(plan.trade, 'products'),
    drawWeighted(random, [1, 2, 3], productsWeight),
  );
  const street = drawInteger(random, 1, 188);
  return {
    row: {
      id: seededId(random, foundingInstant),
      city: plan.city,
      kind: 'enterprise',
      name: plan.name,
      shortName: plan.shortName,
      creditCode: null,
      parentId: null,
      region: plan.region,
      registeredAddress: addressOf(plan.region, files, street),
      workingAddress: drawChance(random, 0.9) ? addressOf(plan.region, files, street) : null,
      industry: getProfile(graph, products[0] ?? '').industry,
      size: drawWeighted(random, sizes, ({ weight }) => weight).size,
      duty: null,
      source: '演示：虚构企业',
      asOf,
      demo: true,
      contact: drawContact(random),
    },
    chain: cell(plan.trade, 'chain'),
    trade: cell(plan.trade, 'trade'),
    products,
    username: null,
  };
}

function productsWeight(count: number): number {
  return { 1: 6, 2: 3, 3: 1.4 }[count] ?? 0;
}

function signInFirm(row: TableRow, { random, files, city, asOf }: FirmContext): Firm {
  const region = cell(row, 'region');
  const size = sizes.find((entry) => entry.size === cell(row, 'size'))?.size ?? '小型';
  const address = addressOf(region, files, drawInteger(random, 1, 188));
  return {
    row: {
      id: seededId(random, foundingInstant),
      city,
      kind: 'enterprise',
      name: cell(row, 'firm'),
      shortName: cell(row, 'short_name'),
      creditCode: null,
      parentId: null,
      region,
      registeredAddress: address,
      workingAddress: address,
      industry: cell(row, 'industry'),
      size,
      duty: null,
      source: '演示：虚构企业',
      asOf,
      demo: true,
      contact: { ...drawContact(random), name: cell(row, 'person') },
    },
    chain: cell(row, 'chain'),
    trade: '',
    products: listCell(row, 'products'),
    username: cell(row, 'username'),
  };
}

/** An industrial park that does not exist, in a district that does. */
function addressOf(region: string, files: CityFiles, number: number): string {
  const zone = files.zones.find((row) => cell(row, 'code') === region);
  const division = files.divisions.find((row) => cell(row, 'code') === region);
  if (zone !== undefined) return `威海市${cell(zone, 'name')}演示工业园 ${number} 号`;
  const name = division === undefined ? '' : cell(division, 'name');
  const inside = region.startsWith('3710') && region !== '371000' && name.endsWith('区');
  return `${inside ? '威海市' : ''}${name}演示工业园 ${number} 号`;
}

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A subscriber number never begins with 0, so nobody can be rung by mistake. */
function drawContact(random: SeededRandom): { name: string; phone: string } {
  const digits = String(drawInteger(random, 0, 9999)).padStart(4, '0');
  return { name: `演示-${drawOne(random, stems)}${drawOne(random, branches)}`, phone: `0631-000-${digits}` };
}

function withCode(firm: Firm, number: number): Firm {
  return { ...firm, row: { ...firm.row, creditCode: demoCreditCode(firm.row.city, number) } };
}
