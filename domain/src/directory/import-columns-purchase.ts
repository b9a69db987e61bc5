import type { Sentence } from '../language.ts';
import type { ImportChoice, ImportColumn } from './import-column.ts';

const text = (most: number) => ({ is: 'text', most }) as const;
const say = (zh: string, en: string): Sentence => ({ zh, en });

/** 分 in one of each. */
export const fenIn = { wan: 1_000_000, yuan: 100 } as const;
const moneyChoices: readonly ImportChoice[] = [
  { value: 'wan', zh: '万元', en: '10,000 yuan', also: ['万', '万人民币'] },
  { value: 'yuan', zh: '元', en: 'yuan', also: ['人民币', 'RMB', 'CNY'] },
];

export const purchaseColumns: readonly ImportColumn[] = [
  {
    ...{ key: 'product', zh: '产品', en: 'Product', type: text(100), required: true, example: '熔喷布' },
    also: ['产品名称', '采购产品', '物料', '品名', '采购品'],
    explain: say('产品库里的名称或别名，一行一种', 'A name or alias the product graph has, one a row'),
  },
  {
    ...{ key: 'body', zh: '企业', en: 'Firm', type: text(100), example: '威海示例电子有限公司' },
    also: ['企业名称', '采购企业', '单位名称', '统一社会信用代码', '信用代码', 'Organisation', 'Credit code'],
    explain: say(
      '库里已有企业的全称或统一社会信用代码。企业自己导入可不填，即为本企业',
      'Full name or credit code of a firm in the library. A firm may leave it empty for itself',
    ),
  },
  {
    ...{ key: 'amount', zh: '年采购额', en: 'Amount a year', type: { is: 'number', most: 1e14 }, required: true },
    also: ['采购额', '采购金额', '年采购金额', '金额'],
    ...{ example: '920', explain: say('一年买多少钱，只填数字', 'What is bought in a year, the figure only') },
  },
  {
    ...{ key: 'money', zh: '金额单位', en: 'Money', required: true, example: '万元' },
    type: { is: 'choice', choices: moneyChoices },
    ...{ also: ['货币单位', '币种单位'], explain: say('从下拉列表选：万元或元', 'Choose from the list') },
  },
  {
    ...{ key: 'quantity', zh: '年采购量', en: 'Quantity a year', type: { is: 'number', most: 1e12 }, example: '300' },
    also: ['数量', '采购数量', '采购量', 'Quantity'],
    explain: say('只填数字，与计量单位一起填', 'The figure only, together with its unit'),
  },
  {
    ...{ key: 'unit', zh: '计量单位', en: 'Unit', type: text(20), example: '吨' },
    ...{ also: ['数量单位', '采购单位'], explain: say('与年采购量一起填', 'Together with the quantity') },
  },
  {
    ...{ key: 'origin', zh: '来源地', en: 'Origin', type: { is: 'origin' }, example: '370600 烟台市' },
    also: ['产地', '来源', '供应地', '采购来源地', '来源城市'],
    explain: say(
      '国内填地级市，境外填国家和地区，可从下拉列表选；不清楚可不填',
      'A prefecture in the country, a country or region abroad, as in the list; empty when not known',
    ),
  },
  {
    ...{ key: 'asOf', zh: '数据日期', en: 'As of', type: { is: 'date' }, required: true, example: '2026-10-01' },
    also: ['日期', '截至日期', '统计日期'],
    explain: say('这个数字是哪一天的情况', 'The day the figure was true'),
  },
  {
    ...{ key: 'note', zh: '备注', en: 'Note', type: text(200), example: '按发票汇总' },
    ...{ also: ['说明'], explain: say('可以不填', 'May stay empty') },
  },
];
