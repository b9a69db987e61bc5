import { drawChance, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { otherStreet } from './identity-blind-addresses.ts';
import type { BlindFirm, BlindWorld } from './identity-blind-firms.ts';
import type { Draft, Scenario } from './identity-blind-pair.ts';
import { typed } from './identity-blind-writing.ts';
import { madeCode } from './identity-world.ts';

/** Departments, banks, universities and hospitals stand in the same directory. */
export const bodyScenarios: readonly Scenario[] = [
  scenario({ name: 'department, everyday name', same: true, count: 60 }, (random, world) => {
    const [full, short] = drawOne(random, departments);
    const place = drawOne(random, placesOf(world));
    const known = body(random, world, place + full);
    return {
      known,
      name: drawOne(random, [place + short, place.replace(/市$/, '') + full, place + short]),
      proof: 'name',
    };
  }),
  scenario({ name: 'department of another level or field', same: false, count: 90 }, (random, world) => {
    const [[full], [otherFull]] = [drawOne(random, departments), drawOne(random, departments)];
    const [place, otherPlace] = [drawOne(random, placesOf(world)), drawOne(random, placesOf(world))];
    const name = drawChance(random, 0.6) ? otherPlace + full : place + otherFull;
    return apart(random, body(random, world, place + full), body(random, world, name));
  }),
  scenario({ name: 'bank branch, everyday name', same: true, count: 50 }, (random, world) => {
    const [full, short, nick] = drawOne(random, banks);
    const town = townOf(random, world);
    const known = body(random, world, `${full}${town}分行`);
    return {
      known,
      name: drawOne(random, [`${short}${town}分行`, `${nick}${town}分行`, `${short}股份有限公司${town}市分行`]),
      proof: 'name',
    };
  }),
  scenario({ name: 'another branch of the bank', same: false, count: 80 }, (random, world) => {
    const [full, short] = drawOne(random, banks);
    const [town, otherTown] = [townOf(random, world), townOf(random, world)];
    const name = drawOne(random, [
      `${full}${town}高新支行`,
      `${full}${otherTown}分行`,
      `${short}${town}新威路支行`,
      full,
    ]);
    return apart(random, body(random, world, `${full}${town}分行`), body(random, world, name));
  }),
  scenario({ name: 'university or hospital, everyday name', same: true, count: 50 }, (random, world) => {
    const [full, ...names] = drawOne(random, houses);
    return { known: body(random, world, full), name: drawOne(random, names), proof: 'name' };
  }),
  scenario({ name: 'another university or hospital', same: false, count: 70 }, (random, world) => {
    const [full, name] = drawOne(random, rivals);
    return apart(random, body(random, world, full), body(random, world, name));
  }),
];

const departments = [
  ['人力资源和社会保障局', '人社局'],
  ['工业和信息化局', '工信局'],
  ['市场监督管理局', '市场监管局'],
  ['发展和改革局', '发改局'],
  ['卫生健康局', '卫健局'],
  ['科学技术局', '科技局'],
  ['自然资源和规划局', '自然资源局'],
  ['住房和城乡建设局', '住建局'],
  ['行政审批服务局', '审批局'],
  ['国有资产监督管理委员会', '国资委'],
] as const;

const banks = [
  ['中国工商银行股份有限公司', '中国工商银行', '工行'],
  ['中国农业银行股份有限公司', '中国农业银行', '农行'],
  ['中国建设银行股份有限公司', '中国建设银行', '建行'],
  ['交通银行股份有限公司', '交通银行', '交行'],
  ['招商银行股份有限公司', '招商银行', '招行'],
  ['中国邮政储蓄银行股份有限公司', '中国邮政储蓄银行', '邮储银行'],
] as const;

/** the full name first, then names in use */
const houses: readonly (readonly [string, ...string[]])[] = [
  ['山东大学(威海)', '山东大学威海校区', '山东大学威海分校', '山大（威海）', '山大威海'],
  ['哈尔滨工业大学(威海)', '哈工大（威海）', '哈工大威海校区', '哈尔滨工业大学威海校区'],
  ['北京交通大学(威海)', '北京交通大学威海校区', '北交大威海校区'],
  ['中国海洋大学', '中国海大'],
  ['威海市妇幼保健院', '威海市妇幼保健医院', '威海妇幼保健院', '威海妇幼'],
  ['荣成市人民医院', '荣成人民医院', '荣成市人民医院（公章）'],
  ['青岛大学附属医院', '青大附院', '青岛大学医学院附属医院'],
  ['烟台毓璜顶医院', '青岛大学附属烟台毓璜顶医院', '烟台市毓璜顶医院'],
];

const rivals = [
  ['山东大学(威海)', '山东大学'],
  ['哈尔滨工业大学(威海)', '哈尔滨工业大学'],
  ['哈尔滨工业大学', '哈尔滨工程大学'],
  ['哈尔滨工业大学(威海)', '哈尔滨工业大学(深圳)'],
  ['威海职业学院', '威海海洋职业学院'],
  ['威海市中心医院', '威海市立医院'],
  ['威海市第一中学', '威海市第二中学'],
  ['荣成市人民医院', '荣成市中医院'],
  ['荣成市人民医院', '乳山市人民医院'],
  ['荣成市第二人民医院', '荣成市第三人民医院'],
  ['山东科技大学', '山东交通学院'],
  ['青岛科技大学', '青岛理工大学'],
  ['烟台大学', '鲁东大学'],
  ['青岛大学附属医院', '青岛大学附属心血管病医院'],
] as const;

function scenario(
  kind: Pick<Scenario, 'name' | 'same' | 'count'>,
  draft: (random: SeededRandom, world: BlindWorld) => Draft | undefined,
): Scenario {
  return { ...kind, draft };
}

function body(random: SeededRandom, world: BlindWorld, name: string): BlindFirm {
  const there = world.made.filter(
    ({ site }) => name.includes(site.county.slice(0, 2)) || name.includes(site.city.slice(0, 2)),
  );
  const { site } = drawOne(random, there.length === 0 ? world.made : there);
  return {
    id: `body/${name}`,
    name,
    shortName: null,
    creditCode: madeCode(random, site.region),
    site,
    parts: undefined,
  };
}

function apart(random: SeededRandom, known: BlindFirm, second: BlindFirm): Draft | undefined {
  if (second.name === known.name) return undefined;
  const name = drawChance(random, 0.85) ? second.name : typed(random, second.name);
  return { known, name, code: second.creditCode, site: otherStreet(random, second.site), proof: 'name' };
}

function placesOf({ divisions }: BlindWorld): readonly string[] {
  const cities = divisions.filter(({ code, level }) => level === 'prefecture' && /^37(?:02|06|07|10)/.test(code));
  const counties = divisions.filter(({ code, level }) => level === 'county' && /^3710/.test(code));
  return [...cities, ...counties].map(({ name }) => (name.endsWith('区') ? `威海市${name}` : name));
}

function townOf(random: SeededRandom, world: BlindWorld): string {
  return drawOne(random, placesOf(world))
    .replace(/^威海市(?=.)/, '')
    .replace(/[市区]$/, '');
}
