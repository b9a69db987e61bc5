import type { OrganisationKind, PostRole } from '@zhitong/domain/directory/organisation';

/**
 * The small city the slice tests play in. Everything is fixed, so that a test can say whose what is whose. Yantai stands for the
 * city circle. Password of every sign-in: `testWorldPassword`.
 */
export const testWorldPassword = 'Zhitong-2026';
export const testCity = '371000';

/** The ids of the test city, by group and number. */
export const worldId = (group: number, number: number) =>
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
  return {
    ...rest,
    id: worldId(1, number),
    person: { id: worldId(2, number), name: person, postId: worldId(3, number), role },
  };
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

/** answers what firms ask about workers and insurance */
export const hrss = organisation(7, {
  city: testCity,
  kind: 'department',
  name: '威海市人力资源和社会保障局',
  shortName: '市人社局',
  region: '371002',
  phone: '0631-0000007',
  person: '演示-庚',
  role: 'handler',
  username: 'handler.hrss',
});

export const bankA = organisation(8, {
  city: testCity,
  kind: 'bank',
  name: '海澄银行威海分行（演示）',
  shortName: '海澄银行',
  region: '371002',
  phone: '0631-0000008',
  person: '演示-辛',
  role: 'handler',
  username: 'bank.a',
});

export const bankB = organisation(9, {
  city: testCity,
  kind: 'bank',
  name: '礁岸银行威海分行（演示）',
  shortName: '礁岸银行',
  region: '371071',
  phone: '0631-0000009',
  person: '演示-壬',
  role: 'handler',
  username: 'bank.b',
});

/** works for the chief of the medical chain */
export const chainOffice = organisation(10, {
  city: testCity,
  kind: 'department',
  name: '威海市产业链专班办公室',
  shortName: '市链办',
  region: '371002',
  phone: '0631-0000010',
  person: '演示-癸',
  role: 'chief-office',
  username: 'chief.medical',
});

export const investBureau = organisation(11, {
  city: testCity,
  kind: 'department',
  name: '威海市投资促进局',
  shortName: '市投促局',
  region: '371002',
  phone: '0631-0000011',
  person: '演示-子',
  role: 'investment-officer',
  username: 'invest.bureau',
});

export const emergencyBureau = organisation(12, {
  city: testCity,
  kind: 'department',
  name: '威海市应急管理局',
  shortName: '市应急局',
  region: '371002',
  phone: '0631-0000012',
  person: '演示-丑',
  role: 'emergency-desk',
  username: 'emergency.desk',
});

/** where the three separated administrators sit */
export const dataBureau = organisation(13, {
  city: testCity,
  kind: 'department',
  name: '威海市大数据局',
  shortName: '市大数据局',
  region: '371002',
  phone: '0631-0000013',
  person: '演示-寅',
  role: 'system-administrator',
  username: 'sysadmin',
});

/** tries carbon fibre out before it is made in number */
export const centreA = organisation(14, {
  city: testCity,
  kind: 'centre',
  name: '威海岬湾碳纤维中试中心（演示）',
  shortName: '岬湾中试',
  region: '371073',
  phone: '0631-0000014',
  person: '演示-午',
  role: 'manager',
  username: 'centre.a',
});

/** tests what is made of carbon fibre */
export const centreB = organisation(15, {
  city: testCity,
  kind: 'centre',
  name: '威海砾石复合材料测试中心（演示）',
  shortName: '砾石测试',
  region: '371071',
  phone: '0631-0000015',
  person: '演示-未',
  role: 'member',
  username: 'centre.b',
});

/** does research in carbon fibre */
export const universityA = organisation(16, {
  city: testCity,
  kind: 'university',
  name: '威海汐岸工程学院（演示）',
  shortName: '汐岸学院',
  region: '371002',
  phone: '0631-0000016',
  person: '演示-申',
  role: 'handler',
  username: 'univ.a',
});

export const testOrganisations = [
  ...[bureau, buyer, meltblown, spunbond, circleMeltblown, tackle],
  ...[hrss, bankA, bankB, chainOffice, investBureau, emergencyBureau, dataBureau],
  ...[centreA, centreB, universityA],
] as const;

/** Somebody who signs in for an organisation that has its first person already. */
export interface TestColleague {
  readonly organisation: TestOrganisation;
  readonly person: TestOrganisation['person'];
  readonly username: string;
}

function colleague(number: number, facts: { of: TestOrganisation; name: string; role: PostRole; username: string }) {
  const person = { id: worldId(2, number), name: facts.name, postId: worldId(3, number), role: facts.role };
  return { organisation: facts.of, person, username: facts.username } satisfies TestColleague;
}

export const secondManager = colleague(21, {
  of: buyer,
  name: '演示-卯',
  role: 'manager',
  username: 'firm.buyer2',
});
export const securityAdministrator = colleague(22, {
  of: dataBureau,
  name: '演示-辰',
  role: 'security-administrator',
  username: 'secadmin',
});
export const auditAdministrator = colleague(23, {
  of: dataBureau,
  name: '演示-巳',
  role: 'audit-administrator',
  username: 'auditadmin',
});
export const secondOfficer = colleague(24, {
  of: bureau,
  name: '演示-酉',
  role: 'operator',
  username: 'bureau2',
});

/** Everybody who can sign in, each with one post; together they hold every role. */
export const testColleagues: readonly TestColleague[] = [
  ...testOrganisations.map((own) => ({ organisation: own, person: own.person, username: own.username })),
  ...[secondManager, securityAdministrator, auditAdministrator, secondOfficer],
];
