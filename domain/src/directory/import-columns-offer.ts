import type { Sentence } from '../language.ts';
import { type Period, periods } from '../matching/quantity.ts';
import type { ImportChoice, ImportColumn } from './import-column.ts';

const text = (most: number) => ({ is: 'text', most }) as const;
const say = (zh: string, en: string): Sentence => ({ zh, en });

const periodWords = {
  hour: { zh: '小时', en: 'Hour', also: ['时', '每小时'] },
  day: { zh: '天', en: 'Day', also: ['日', '每天', '每日'] },
  week: { zh: '周', en: 'Week', also: ['星期', '每周'] },
  month: { zh: '月', en: 'Month', also: ['每月'] },
  quarter: { zh: '季度', en: 'Quarter', also: ['季', '每季度'] },
  year: { zh: '年', en: 'Year', also: ['每年'] },
  once: { zh: '一次性', en: 'Once', also: ['一批', '现货', '库存'] },
} as const satisfies Record<Period, Omit<ImportChoice, 'value'>>;
const periodChoices: readonly ImportChoice[] = periods.map((value) => ({ value, ...periodWords[value] }));

export const offerColumns: readonly ImportColumn[] = [
  {
    ...{ key: 'product', zh: '产品', en: 'Product', type: text(100), required: true, example: '熔喷布' },
    also: ['产品名称', '供给', '主营产品', '品名'],
    explain: say('产品的常用名称，一行一种', 'The usual name of the product, one a row'),
  },
  {
    ...{ key: 'body', zh: '企业', en: 'Firm', type: text(100), example: '威海示例电子有限公司' },
    also: ['企业名称', '单位', '单位名称', '供应商', 'Organisation'],
    explain: say(
      '库里已有企业的全称或统一社会信用代码。企业自己导入可不填，即为本企业',
      'Full name or credit code of a firm in the library. A firm may leave it empty for itself',
    ),
  },
  {
    ...{ key: 'capacity', zh: '产能', en: 'Capacity', type: { is: 'number', most: 1e12 }, example: '5' },
    also: ['产能数量', '供货能力'],
    explain: say('只填数字，单位和周期填在后两列', 'The figure only; unit and period have their own columns'),
  },
  {
    ...{ key: 'unit', zh: '产能单位', en: 'Unit', type: text(20), example: '吨' },
    ...{ also: ['计量单位', '单位量'], explain: say('与产能一起填', 'Together with the capacity') },
  },
  {
    ...{ key: 'per', zh: '周期', en: 'Per', type: { is: 'choice', choices: periodChoices }, example: '天' },
    also: ['产能周期', '时间单位'],
    explain: say('从下拉列表选，与产能一起填', 'Choose from the list, together with the capacity'),
  },
  {
    ...{ key: 'limits', zh: '性能指标', en: 'Figures', type: text(1_000), example: 'BFE ≥ 95 %；克重 20-30 g/m²' },
    also: ['指标', '技术指标', '参数', 'Limits'],
    explain: say(
      '名称、数值、单位，用分号隔开，最多 30 项',
      'Name, figure and unit, separated by semicolons, up to 30',
    ),
  },
  {
    ...{ key: 'certificates', zh: '证书', en: 'Certificates', type: text(1_000) },
    ...{ also: ['资质', '认证', '资质证书'], example: 'ISO 13485（至 2027-12-31）；CE' },
    explain: say('用分号隔开，到期日写在括号里，最多 20 项', 'Separated by semicolons, last day in brackets, up to 20'),
  },
  {
    ...{ key: 'leadDays', zh: '交货天数', en: 'Lead days', type: { is: 'number', whole: true, most: 3_650 } },
    ...{ also: ['交期', '交货期', '交期（天）'], example: '15' },
    explain: say('不公开，只用于填自己的报价单', 'Not published; fills the own quote sheet only'),
  },
];
