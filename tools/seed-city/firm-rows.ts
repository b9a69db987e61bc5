import { drawChance, drawInteger, drawOne, drawSample, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { CityFiles } from './city-files.ts';
import type { OrganisationRow, OrganisationSize } from './city-rows.ts';
import { cell, listCell, numberCell, type TableRow } from './csv-table.ts';
import { demoCreditCode } from './demo-credit-code.ts';
import { FirmNames } from './firm-names.ts';
import type { PlaceNames } from './place-names.ts';
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
  readonly places: PlaceNames;
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
  const names = new FirmNames(context.files, context.random.fork('names'), context.places.cityName(context.city));
  const owned = context.files.signIns.filter((row) => cell(row, 'firm') !== '').map((row) => signInFirm(row, context));
  const local = spread(context.files.trades, 'weight', context.firms).map((share) => localFirm(share, names, context));
  const outside = spread(context.files.trades, 'outside', context.outsideFirms).map((share) =>
    outsideFirm(share, names, context),
  );
  return [...owned, ...local, ...outside].map((firm, i) => withCode(firm, i + 1)).map(workElsewhere(context));
}

const everyNth = 19;

/** Some firms are registered in one district and work in another, and some zone holds nothing but their letter box. */
function workElsewhere({ places, city }: FirmContext): (firm: Firm, place: number) => Firm {
  const districts = ['371073', '371071', '371082', '371002', '371003'];
  return (firm, place) => {
    if (firm.username !== null || firm.row.city !== city || place % everyNth !== 0) return firm;
    const elsewhere = districts.filter((district) => district !== firm.row.region);
    const district = elsewhere[(place / everyNth) % elsewhere.length] ?? '371073';
    const workingAddress = places.demoAddress(district, 1 + (place % 188));
    return { ...firm, row: { ...firm.row, workingAddress, registeredOnly: place % 2 === 0 } };
  };
}

/** A firm-to-be: its trade, and which of the firms of the trade it is. */
interface TradeShare {
  readonly trade: TableRow;
  readonly turn: number;
}

/** Each trade as often as its weight asks, largest remainders first, so that the sum is exactly `count`. */
function spread(trades: readonly TableRow[], column: string, count: number): TradeShare[] {
  const total = trades.reduce((sum, trade) => sum + numberCell(trade, column), 0);
  const shares = trades.map((trade) => ({ trade, share: (numberCell(trade, column) * count) / total }));
  const whole = shares.map(({ trade, share }) => ({ trade, times: Math.floor(share), rest: share % 1 }));
  const missing = count - whole.reduce((sum, { times }) => sum + times, 0);
  const raised = new Set([...whole].sort((a, b) => b.rest - a.rest).slice(0, missing));
  return whole.flatMap((entry) =>
    Array.from({ length: entry.times + (raised.has(entry) ? 1 : 0) }, (_, turn) => ({ trade: entry.trade, turn })),
  );
}

function localFirm({ trade, turn }: TradeShare, names: FirmNames, context: FirmContext): Firm {
  const { random, city } = context;
  const regions = listCell(trade, 'regions');
  // The first districts of a trade are where it is at home.
  const region = drawWeighted(random, regions, (code) => 1 / (1 + regions.indexOf(code)));
  return buildFirm({ trade, turn, region, city, ...names.local(cell(trade, 'trade'), region) }, context);
}

function outsideFirm({ trade, turn }: TradeShare, names: FirmNames, context: FirmContext): Firm {
  const place = drawWeighted(context.random, context.files.outsideCities, (row) => numberCell(row, 'weight'));
  const city = cell(place, 'city');
  return buildFirm(
    { trade, turn, region: city, city, ...names.outside(cell(trade, 'trade'), cell(place, 'name')) },
    context,
  );
}

interface FirmPlan extends TradeShare {
  readonly region: string;
  readonly city: string;
  readonly name: string;
  readonly shortName: string;
}

function buildFirm(plan: FirmPlan, context: FirmContext): Firm {
  const { random } = context;
  const products = drawProducts(random, plan);
  return {
    row: {
      ...inventedRow(plan, context),
      industry: getProfile(context.graph, products[0] ?? '').industry,
      size: drawWeighted(random, sizes, ({ weight }) => weight).size,
    },
    chain: cell(plan.trade, 'chain'),
    trade: cell(plan.trade, 'trade'),
    products,
    username: null,
  };
}

type FirmPlace = Pick<FirmPlan, 'region' | 'city' | 'name' | 'shortName'>;

/** What every invented firm has; its code is given when all are known. */
function inventedRow({ region, city, name, shortName }: FirmPlace, context: FirmContext): OrganisationRow {
  const { random, places, asOf } = context;
  const address = places.demoAddress(region, drawInteger(random, 1, 188));
  return {
    id: seededId(random, foundingInstant),
    city,
    kind: 'enterprise',
    name,
    shortName,
    creditCode: null,
    parentId: null,
    region,
    registeredAddress: address,
    workingAddress: drawChance(random, 0.9) ? address : null,
    industry: null,
    size: null,
    duty: null,
    source: '演示：虚构企业',
    asOf,
    demo: true,
    contact: drawContact(random, city === context.city ? '0631' : '0000'),
  };
}

/** The firms of a trade take its products in turn as their main one, so that each is made while there are firms enough. */
function drawProducts(random: SeededRandom, { trade, turn }: TradeShare): string[] {
  const all = listCell(trade, 'products');
  const main = all[turn % all.length] ?? '';
  const others = all.filter((id) => id !== main);
  return [main, ...drawSample(random, others, drawWeighted(random, [1, 2, 3], productsWeight) - 1)];
}

function productsWeight(count: number): number {
  return { 1: 6, 2: 3, 3: 1.4 }[count] ?? 0;
}

function signInFirm(row: TableRow, context: FirmContext): Firm {
  const invented = inventedRow(
    { region: cell(row, 'region'), city: context.city, name: cell(row, 'firm'), shortName: cell(row, 'short_name') },
    context,
  );
  return {
    row: {
      ...invented,
      workingAddress: invented.registeredAddress,
      industry: cell(row, 'industry'),
      size: sizes.find((entry) => entry.size === cell(row, 'size'))?.size ?? null,
      contact: invented.contact && { ...invented.contact, name: cell(row, 'person') },
    },
    chain: cell(row, 'chain'),
    trade: '',
    products: listCell(row, 'products'),
    username: cell(row, 'username'),
  };
}

const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A subscriber number never begins with 0, so nobody can be rung by mistake. */
function drawContact(random: SeededRandom, area: string): { name: string; phone: string } {
  const digits = String(drawInteger(random, 0, 9999)).padStart(4, '0');
  return { name: `演示-${drawOne(random, stems)}${drawOne(random, branches)}`, phone: `${area}-000-${digits}` };
}

function withCode(firm: Firm, number: number): Firm {
  return { ...firm, row: { ...firm.row, creditCode: demoCreditCode(firm.row.city, number) } };
}
