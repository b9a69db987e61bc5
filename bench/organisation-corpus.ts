import { drawChance, drawInteger, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';

export interface MadeOrganisation {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  /** number of an organisation made before */
  readonly parent: number | null;
  readonly region: string;
  readonly creditCode: string;
}

const places = ['威海', '威海市', '山东', '荣成市', '文登', '乳山市', '威海经济技术开发区'];
export const regions = ['371002', '371003', '371071', '371072', '371073', '371082', '371083'];
const brand = [
  ...'海威高盛华鑫源泰宏达恒信诚瑞康丰润翔宇腾飞龙凤金银铜玉星辰阳光明远志博雅文德仁义和平安顺利发昌隆兴旺盈通联合众创新奇',
];
const trades =
  '渔具 医疗器械 碳纤维制品 船舶配件 海洋食品 纺织 服装 电子 机械 塑料制品 包装 橡胶 化工 建材 物流 软件 精密铸造 数控机床 水产养殖 环保设备'.split(
    ' ',
  );
const forms = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '厂'];
const kinds = [
  { kind: 'enterprise', weight: 970 },
  { kind: 'department', weight: 12 },
  { kind: 'alliance', weight: 8 },
  { kind: 'centre', weight: 6 },
  { kind: 'university', weight: 2 },
  { kind: 'bank', weight: 2 },
];

/** Made-up organisations of one city. Brands of two or three characters repeat, as they do; one in eight belongs to another. */
export function makeOrganisations(count: number): readonly MadeOrganisation[] {
  const random = seededRandom(`organisations ${count}`);
  return Array.from({ length: count }, (_, number) => makeOne(number, random));
}

function makeOne(number: number, random: SeededRandom): MadeOrganisation {
  const shortName = Array.from({ length: drawInteger(random, 2, 3) }, () => drawOne(random, brand)).join('');
  const trade = drawOne(random, trades);
  return {
    number,
    kind: drawWeighted(random, kinds, ({ weight }) => weight).kind,
    name: `${drawOne(random, places)}${shortName}${trade}${drawOne(random, forms)}`,
    shortName: `${shortName}${trade.slice(0, 2)}`,
    parent: number > 50 && drawChance(random, 1 / 8) ? drawInteger(random, 0, Math.min(number - 1, 5000)) : null,
    region: drawOne(random, regions),
    creditCode: `91371000BEN${String(number).padStart(7, '0')}`,
  };
}

export interface MadeSearch {
  readonly what: string;
  readonly query: { readonly q: string; readonly kind?: 'enterprise' | 'bank'; readonly region?: string };
}

const common = ['威海', '荣成', '医疗', '渔具', '有限公司', '海', '制品', 'wh'];

/** What people type, `each` of every sort. */
export function makeSearches(organisations: readonly MadeOrganisation[], each: number): readonly MadeSearch[] {
  const random = seededRandom('searches');
  const one = () => drawOne(random, organisations);
  const sorts: Readonly<Record<string, () => MadeSearch['query']>> = {
    'brand (海威)': () => ({ q: one().shortName.slice(0, 2) }),
    'brand and trade (海威渔具)': () => ({ q: one().shortName }),
    'full name': () => ({ q: one().name }),
    'first letters of sounds (hwyj)': () => ({ q: lettersOf(random) }),
    'credit code': () => ({ q: one().creditCode }),
    'nothing has it': () => ({ q: `${one().shortName}蠿` }),
    'common word (威海)': () => ({ q: drawOne(random, common) }),
    'common word, kind and district': () => ({
      q: drawOne(random, common),
      kind: 'bank',
      region: drawOne(random, regions),
    }),
  };
  return Object.entries(sorts).flatMap(([what, query]) =>
    Array.from({ length: each }, () => ({ what, query: query() })),
  );
}

function lettersOf(random: SeededRandom): string {
  return Array.from({ length: 4 }, () => drawOne(random, [...'hwgshxytdzcrkflymbjap'])).join('');
}
