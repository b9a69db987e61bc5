import type { Sentence } from '../language.ts';
import { organisationKindChoices, sizeChoices } from './import-choices.ts';
import type { ImportColumn } from './import-column.ts';

const text = (most: number) => ({ is: 'text', most }) as const;
const say = (zh: string, en: string): Sentence => ({ zh, en });

export const organisationColumns: readonly ImportColumn[] = [
  {
    ...{ key: 'name', zh: '名称', en: 'Name', type: text(100), required: true, example: '威海示例电子有限公司' },
    also: ['单位名称', '企业名称', '主体名称', '机构名称', '全称', 'Organisation'],
    explain: say('按营业执照或批文填写全称', 'The full name as on the licence'),
  },
  {
    ...{ key: 'creditCode', zh: '统一社会信用代码', en: 'Credit code', type: { is: 'credit-code' } },
    also: ['信用代码', '社会信用代码', '统一信用代码', '统一代码'],
    example: '91371000MA3C0AAA1X',
    explain: say(
      '18 位。已设为文本，请勿改成数字。库里已有这个代码的，更新那一家',
      '18 characters. The column is text; keep it so. If the code is known, that organisation is updated',
    ),
  },
  {
    ...{ key: 'kind', zh: '类别', en: 'Kind', required: true, example: '企业' },
    type: { is: 'choice', choices: organisationKindChoices },
    also: ['主体类别', '单位类别', '类型'],
    explain: say('从下拉列表选', 'Choose from the list'),
  },
  {
    ...{ key: 'shortName', zh: '简称', en: 'Short name', type: text(40), example: '示例电子' },
    explain: say('可以不填', 'May stay empty'),
  },
  {
    ...{ key: 'parent', zh: '上级', en: 'Belongs to', type: text(100), example: '' },
    also: ['上级单位', '主管单位', '母公司', 'Parent'],
    explain: say(
      '上级的全称或统一社会信用代码，须在库里或在本表里',
      'Full name or credit code of an organisation in the library or in this sheet',
    ),
  },
  {
    ...{ key: 'region', zh: '行政区划', en: 'Region', type: { is: 'region' }, example: '371002 环翠区' },
    also: ['所在地', '区划代码', '行政区划代码', '区市', 'Place'],
    explain: say('六位代码或名称，可从下拉列表选', 'Six-digit code or name; may be chosen from the list'),
  },
  {
    ...{ key: 'registeredAddress', zh: '注册地址', en: 'Registered address', type: text(200) },
    also: ['注册地', '住所'],
    ...{ example: '威海市环翠区示例路 1 号', explain: say('可以不填', 'May stay empty') },
  },
  {
    ...{ key: 'workingAddress', zh: '经营地址', en: 'Working address', type: text(200), example: '' },
    also: ['办公地址', '生产地址', '地址'],
    explain: say('与注册地址不同时填写', 'Where it differs from the registered one'),
  },
  {
    ...{ key: 'industry', zh: '行业代码', en: 'Industry', type: text(10), example: 'C3921' },
    also: ['国民经济行业', '行业'],
    explain: say('GB/T 4754-2017 代码，可以不填', 'Code of GB/T 4754-2017; may stay empty'),
  },
  {
    ...{ key: 'size', zh: '规模', en: 'Size', type: { is: 'choice', choices: sizeChoices }, example: '小型' },
    also: ['企业规模'],
    explain: say('从下拉列表选，可以不填', 'Choose from the list; may stay empty'),
  },
  {
    ...{ key: 'duty', zh: '职责', en: 'Duty', type: text(500), example: '' },
    explain: say('部门、中心填写，可以不填', 'For departments and centres; may stay empty'),
  },
  {
    ...{ key: 'contactName', zh: '联系人', en: 'Contact', type: text(40), example: '演示-甲' },
    explain: say('不公开，双方达成订单后才互相可见', 'Not published; shown to the other side of a signed deal'),
  },
  {
    ...{ key: 'contactPhone', zh: '联系电话', en: 'Telephone', type: { is: 'phone' }, example: '0631-0000000' },
    also: ['电话', '手机', 'Phone'],
    explain: say('不公开。与联系人一起填', 'Not published. Fill it together with the contact'),
  },
  {
    ...{ key: 'source', zh: '来源', en: 'Source', type: text(60), example: '市统计局名录' },
    also: ['数据来源'],
    explain: say('这些事实从哪里来；不填则记为本文件', 'Where the facts come from; empty means this file'),
  },
  {
    ...{ key: 'asOf', zh: '数据日期', en: 'As of', type: { is: 'date' }, example: '2026-10-31' },
    also: ['截至', '截至日期', '更新日期'],
    explain: say('事实截至哪天；不填则记为导入当天', 'The day the facts are of; empty means today'),
  },
];
