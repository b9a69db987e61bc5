import type { Sentence } from '../language.ts';
import type { ImportChoice, ImportColumn } from './import-column.ts';
import { type PostRole, postRoles } from './organisation.ts';
import { isAdministrator } from './role-groups.ts';
import { roleWords } from './role-words.ts';

const say = (zh: string, en: string): Sentence => ({ zh, en });

/** What else the lists of a city call them. */
const alsoCalled: Readonly<Partial<Record<PostRole, readonly string[]>>> = {
  member: ['经办', '业务员', '联系人'],
  manager: ['单位负责人'],
  handler: ['承办', '办理人'],
  operator: ['运营'],
  'investment-officer': ['招商'],
  'emergency-desk': ['应急', '值守'],
};

/** Administrators and the chief's office are given one by one by the security administrator, never by sheet. */
export const importedRoles: readonly PostRole[] = postRoles.filter(
  (role) => !isAdministrator(role) && role !== 'chief-office',
);

const roleChoices: readonly ImportChoice[] = importedRoles.map((role) => ({
  ...{ value: role, ...roleWords[role] },
  also: alsoCalled[role] ?? [],
}));

export const peopleColumns: readonly ImportColumn[] = [
  {
    ...{ key: 'name', zh: '姓名', en: 'Name', type: { is: 'text', most: 40 }, required: true, example: '演示-甲' },
    also: ['人员', '人员姓名', 'Person'],
    explain: say('身份证上的姓名', 'As on the identity card'),
  },
  {
    ...{ key: 'phone', zh: '手机号', en: 'Mobile', type: { is: 'mobile' }, example: '13800000001' },
    also: ['手机', '手机号码', '联系电话', '电话', 'Phone'],
    explain: say(
      '用来认出同一个人，不公开。重名的人必须填写',
      'Tells a person from a namesake and is not published; a namesake needs it',
    ),
  },
  {
    ...{ key: 'body', zh: '单位', en: 'Organisation', type: { is: 'text', most: 100 }, example: '威海市示例局' },
    also: ['所在单位', '单位名称', '任职单位', '部门', 'Body'],
    explain: say(
      '库里已有单位的全称或统一社会信用代码。单位管理员可不填，即为本单位',
      'Full name or credit code of an organisation in the library. A manager may leave it empty for the own one',
    ),
  },
  {
    ...{ key: 'role', zh: '角色', en: 'Role', type: { is: 'choice', choices: roleChoices }, required: true },
    ...{ also: ['岗位', '职务', 'Post'], example: '承办人' },
    explain: say(
      '从下拉列表选。三员和链长办公室不能用表格授予，由安全管理员逐人办理',
      'Choose from the list. Administrators and the chief’s office are never given by sheet',
    ),
  },
  {
    ...{ key: 'from', zh: '起始日期', en: 'From', type: { is: 'date', ahead: true }, example: '2026-12-01' },
    also: ['任职日期', '开始日期', '起'],
    explain: say('不早于今天；不填则为导入当天', 'Not before today; empty means the day of the import'),
  },
  {
    ...{ key: 'to', zh: '结束日期', en: 'Until', type: { is: 'date', ahead: true }, example: '' },
    also: ['截止日期', '止'],
    explain: say(
      '从这一天起不再担任；不填则没有期限',
      'The first day on which the post is no longer held; empty means open',
    ),
  },
];
