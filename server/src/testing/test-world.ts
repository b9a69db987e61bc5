import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';
import type { Certificate, OfferLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';

/**
 * The small city the slice tests play in. Everything is fixed, so that a test can say whose what is whose. Yantai stands for the
 * city circle. Password of every sign-in: `testWorldPassword`.
 */
export const testWorldPassword = 'Zhitong-2026';
export const testCity = '371000';

const id = (group: number, number: number) =>
  `01900000-0000-7000-8${group.toString().padStart(3, '0')}-${number.toString().padStart(12, '0')}`;

export interface TestOrganisation {
  readonly id: string;
  readonly city: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly shortName: string;
  readonly region: string;
  readonly phone: string;
  readonly person: { readonly id: string; readonly name: string; readonly postId: string; readonly role: PostRole };
  readonly username: string;
}

function organisation(
  number: number,
  facts: Omit<TestOrganisation, 'id' | 'person'> & { person: string; role: PostRole },
): TestOrganisation {
  const { person, role, ...rest } = facts;
  return { ...rest, id: id(1, number), person: { id: id(2, number), name: person, postId: id(3, number), role } };
}

export const bureau = organisation(1, {
  city: testCity,
  kind: 'department',
  name: '威海市工业和信息化局',
  shortName: '市工信局',
  region: '371002',
  phone: '0631-0000001',
  person: '演示-甲',
  role: 'operator',
  username: 'bureau',
});

/** buys for a mask plant in 高区 */
export const buyer = organisation(2, {
  city: testCity,
  kind: 'enterprise',
  name: '威海康护医疗器械有限公司（演示）',
  shortName: '康护医疗',
  region: '371071',
  phone: '0631-0000002',
  person: '演示-乙',
  role: 'manager',
  username: 'firm.buyer',
});

/** in the buyer's own district; states BFE 98 and no weight */
export const meltblown = organisation(3, {
  city: testCity,
  kind: 'enterprise',
  name: '威海净川熔喷材料有限公司（演示）',
  shortName: '净川熔喷',
  region: '371071',
  phone: '0631-0000003',
  person: '演示-丙',
  role: 'manager',
  username: 'firm.meltblown',
});

/** same city, another district */
export const spunbond = organisation(4, {
  city: testCity,
  kind: 'enterprise',
  name: '文登云帛无纺布有限公司（演示）',
  shortName: '云帛无纺布',
  region: '371003',
  phone: '0631-0000004',
  person: '演示-丁',
  role: 'member',
  username: 'firm.spunbond',
});

/** in the city circle; meltblown with more capacity than the local one */
export const circleMeltblown = organisation(5, {
  city: '370600',
  kind: 'enterprise',
  name: '烟台海晏过滤材料有限公司（演示）',
  shortName: '海晏过滤',
  region: '370602',
  phone: '0535-0000005',
  person: '演示-戊',
  role: 'manager',
  username: 'firm.yantai',
});

/** makes something else altogether */
export const tackle = organisation(6, {
  city: testCity,
  kind: 'enterprise',
  name: '威海逐浪渔具有限公司（演示）',
  shortName: '逐浪渔具',
  region: '371002',
  phone: '0631-0000006',
  person: '演示-己',
  role: 'manager',
  username: 'firm.tackle',
});

export const testOrganisations = [bureau, buyer, meltblown, spunbond, circleMeltblown, tackle] as const;

export interface TestOffer {
  readonly id: string;
  readonly owner: TestOrganisation;
  readonly productId: string;
  readonly productText: string;
  readonly capacity: Quantity;
  readonly limits: readonly OfferLimit[];
  readonly certificates: readonly Certificate[];
  readonly priceFen: number;
  readonly leadDays: number;
}

export const meltblownOffer: TestOffer = {
  id: id(4, 1),
  owner: meltblown,
  productId: 'meltblown-cloth',
  productText: '熔喷布',
  capacity: { amount: 3, unit: '吨', per: 'day' },
  limits: [{ name: 'BFE', low: 98, high: 98, unit: '%', evidence: '检测报告', date: '2026-03-12' }],
  certificates: [{ name: 'ISO 9001', validUntil: '2027-06-30' }],
  priceFen: 1_850_000,
  leadDays: 3,
};

export const spunbondOffer: TestOffer = {
  id: id(4, 2),
  owner: spunbond,
  productId: 'spunbond-cloth',
  productText: '纺粘无纺布',
  capacity: { amount: 8, unit: '吨', per: 'day' },
  limits: [{ name: '克重', low: 15, high: 60, unit: 'g/m²' }],
  certificates: [],
  priceFen: 1_150_000,
  leadDays: 5,
};

export const circleOffer: TestOffer = {
  id: id(4, 3),
  owner: circleMeltblown,
  productId: 'meltblown-cloth',
  productText: '熔喷布',
  capacity: { amount: 10, unit: '吨', per: 'day' },
  limits: [
    { name: 'BFE', low: 99, high: 99, unit: '%' },
    { name: '克重', low: 20, high: 50, unit: 'g/m²' },
  ],
  certificates: [],
  priceFen: 1_700_000,
  leadDays: 7,
};

export const rodOffer: TestOffer = {
  id: id(4, 4),
  owner: tackle,
  productId: 'fishing-rod',
  productText: '钓鱼竿',
  capacity: { amount: 6000, unit: '支', per: 'day' },
  limits: [],
  certificates: [],
  priceFen: 6_800,
  leadDays: 12,
};

export const testOffers = [meltblownOffer, spunbondOffer, circleOffer, rodOffer] as const;

/** code, name, level, parent, longitude, latitude */
export const testRegions = [
  ['370000', '山东省', 'province', null, null, null],
  ['371000', '威海市', 'prefecture', '370000', 122.12, 37.51],
  ['371002', '环翠区', 'county', '371000', 122.12, 37.5],
  ['371003', '文登区', 'county', '371000', 122.06, 37.19],
  ['371071', '高区', 'zone', '371000', 122.05, 37.53],
  ['370600', '烟台市', 'prefecture', '370000', 121.45, 37.46],
  ['370602', '芝罘区', 'county', '370600', 121.4, 37.54],
  ['370100', '济南市', 'prefecture', '370000', 117.12, 36.65],
  ['440000', '广东省', 'province', null, null, null],
  ['440300', '深圳市', 'prefecture', '440000', 114.06, 22.54],
] as const;

export const testCircle = {
  circle: 'jiaodong',
  name: '胶东经济圈',
  cities: ['370200', '370600', '370700', '371000', '371100'],
};

/** id, name, name_en, unit, aliases */
export const testProducts = [
  ['nonwoven-fabric', '无纺布', 'nonwoven fabric', '吨', ['非织造布']],
  ['meltblown-cloth', '熔喷布', 'meltblown cloth', '吨', ['熔喷无纺布', '口罩滤芯布']],
  ['spunbond-cloth', '纺粘无纺布', 'spunbond nonwoven', '吨', ['纺粘布', 'S布']],
  ['pp-meltblown-resin', '聚丙烯熔喷专用料', 'meltblown-grade polypropylene', '吨', ['熔喷料']],
  ['face-mask', '口罩', 'face mask', '只', ['防护口罩']],
  ['surgical-mask', '医用外科口罩', 'surgical mask', '只', ['外科口罩']],
  ['fishing-rod', '钓鱼竿', 'fishing rod', '支', ['鱼竿']],
] as const;

/** from, to, kind, quantity, unit */
export const testRelations = [
  ['meltblown-cloth', 'nonwoven-fabric', 'kind-of', null, null],
  ['spunbond-cloth', 'nonwoven-fabric', 'kind-of', null, null],
  ['surgical-mask', 'face-mask', 'kind-of', null, null],
  ['meltblown-cloth', 'pp-meltblown-resin', 'made-from', 1.05, '吨'],
  ['surgical-mask', 'meltblown-cloth', 'made-from', 1, '克'],
  ['surgical-mask', 'spunbond-cloth', 'made-from', 2, '克'],
] as const;

/** product, limit name, unit, operator */
export const testProductLimits = [
  ['meltblown-cloth', 'BFE', '%', '>='],
  ['meltblown-cloth', '克重', 'g/m²', '='],
  ['spunbond-cloth', '克重', 'g/m²', '='],
] as const;
