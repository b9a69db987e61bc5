import type { ImportChoice } from './import-column.ts';

/** The six kinds as the sheets of the city call them. */
export const organisationKindChoices: readonly ImportChoice[] = [
  { value: 'department', zh: '部门', en: 'Department', also: ['政府部门', '机关', '行政机关'] },
  { value: 'bank', zh: '银行', en: 'Bank', also: ['金融机构'] },
  { value: 'university', zh: '高校院所', en: 'University', also: ['高校', '大学', '院校', '科研院所'] },
  { value: 'centre', zh: '创新中心', en: 'Innovation centre', also: ['中心', '平台', '创新平台'] },
  { value: 'enterprise', zh: '企业', en: 'Enterprise', also: ['公司', '企业法人', 'Firm', 'Company'] },
  { value: 'alliance', zh: '联盟', en: 'Alliance', also: ['产业联盟', '协会'] },
];

/** 统计上大中小微型企业划分 */
export const sizeChoices: readonly ImportChoice[] = [
  { value: '大型', zh: '大型', en: 'Large', also: ['大'] },
  { value: '中型', zh: '中型', en: 'Medium', also: ['中'] },
  { value: '小型', zh: '小型', en: 'Small', also: ['小'] },
  { value: '微型', zh: '微型', en: 'Micro', also: ['微'] },
];
