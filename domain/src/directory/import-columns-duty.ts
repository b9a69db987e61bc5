import type { Sentence } from '../language.ts';
import { dutyClassWords, dutyLevelWords, dutyListWords } from './duty-words.ts';
import type { ImportChoice, ImportColumn } from './import-column.ts';

const text = (most: number) => ({ is: 'text', most }) as const;
const say = (zh: string, en: string): Sentence => ({ zh, en });

function choicesOf(words: Readonly<Record<string, Omit<ImportChoice, 'value'>>>): readonly ImportChoice[] {
  return Object.entries(words).map(([value, word]) => ({ value, ...word }));
}

export const dutyColumns: readonly ImportColumn[] = [
  {
    ...{ key: 'title', zh: '事项', en: 'Matter', type: text(80), required: true, example: '企业用电价格咨询' },
    also: ['事项名称', '职责', '职责事项', 'Title'],
    explain: say('一句话说清办什么', 'In one line what it is about'),
  },
  {
    ...{ key: 'number', zh: '编号', en: 'Number', type: text(20), required: true, example: '128' },
    also: ['序号', '事项编号'],
    explain: say('全市唯一，库里已有的编号不能再用', 'Unique in the city; a number in use cannot be used again'),
  },
  {
    ...{ key: 'description', zh: '说明', en: 'Description', type: text(300), example: '' },
    ...{ also: ['事项说明', '具体内容'], explain: say('可以不填', 'May stay empty') },
  },
  {
    ...{ key: 'words', zh: '企业常用说法', en: 'Everyday words', type: text(600), example: '电费太贵、用电价格' },
    also: ['常用说法', '关键词', 'Words'],
    explain: say('企业会怎么说，用顿号隔开，最多 30 个', 'How firms say it, up to 30, separated by commas'),
  },
  {
    ...{ key: 'list', zh: '清单', en: 'List', required: true, example: '问题诉求' },
    type: { is: 'choice', choices: choicesOf(dutyListWords) },
    ...{ also: ['所属清单', '类别'], explain: say('从下拉列表选', 'Choose from the list') },
  },
  {
    ...{ key: 'class', zh: '难易', en: 'Class', required: true, example: '一般' },
    type: { is: 'choice', choices: choicesOf(dutyClassWords) },
    ...{ also: ['难易程度', '事项分类'], explain: say('从下拉列表选', 'Choose from the list') },
  },
  {
    ...{ key: 'level', zh: '层级', en: 'Level', required: true, example: '市级' },
    type: { is: 'choice', choices: choicesOf(dutyLevelWords) },
    also: ['办理层级'],
    explain: say('区市：各区市同类部门也办理', 'District: the districts’ bodies of the same trade handle it too'),
  },
  {
    ...{ key: 'basis', zh: '依据', en: 'Basis', type: text(200), example: '' },
    ...{
      also: ['职责依据', '政策依据'],
      explain: say('文件名和条款，可以不填', 'Document and article; may stay empty'),
    },
  },
  {
    ...{ key: 'body', zh: '责任单位', en: 'Body', type: text(100), required: true, example: '威海市示例局' },
    also: ['牵头单位', '责任部门', '单位'],
    explain: say('库里已有单位的全称或统一社会信用代码', 'Full name or credit code of an organisation in the library'),
  },
  {
    ...{ key: 'owner', zh: '负责人', en: 'Owner', type: text(60), required: true, example: '演示-甲' },
    also: ['A 角', '责任人'],
    explain: say(
      '责任单位在岗人员的姓名；有重名的在姓名后加手机号',
      'Somebody with a post in the body; add the mobile number where names are the same',
    ),
  },
  {
    ...{ key: 'deputy', zh: 'B 角', en: 'Deputy', type: text(60), example: '演示-乙' },
    also: ['副手', '协办人'],
    explain: say('同一单位的另一个人，可以不填', 'Another person of the same body; may stay empty'),
  },
  {
    ...{ key: 'from', zh: '起始日期', en: 'From', type: { is: 'date', ahead: true }, example: '2026-12-01' },
    also: ['生效日期', '开始日期'],
    explain: say('不早于今天；不填则为导入当天', 'Not before today; empty means the day of the import'),
  },
];
