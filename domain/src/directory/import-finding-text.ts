import type { Language } from '../language.ts';
import { fillIn } from '../refusal.ts';
import { creditCodeSentences } from './credit-code-text.ts';
import { importCodeTitles } from './import-code-titles.ts';
import type { FindingText, ImportFaultCode, ImportFinding } from './import-finding.ts';
import { importLibraryTexts } from './import-library-text.ts';
import { importPlacingTexts, importRowTexts } from './import-placing-text.ts';
import { importPurchaseTexts } from './import-purchase-text.ts';

const cellTexts = {
  missing: {
    title: { zh: '{heading} 没有填写', en: '{heading} is empty' },
    row: { zh: '{heading}必填。请补上', en: '{heading} is required. Please fill it in' },
  },
  'too-long': {
    title: { zh: '{heading} 太长', en: '{heading} is too long' },
    row: {
      zh: '最多 {limit} 字，这里有 {length} 字以上。请删减',
      en: 'At most {limit} characters; this has {length} or more. Shorten it',
    },
  },
  'cell-error': {
    title: { zh: '{heading} 里是 Excel 的出错值', en: '{heading} holds an Excel error' },
    row: { zh: '单元格显示 {value}。请改成实际内容', en: 'The cell shows {value}. Replace it by its content' },
  },
  'formula-unsaved': {
    title: { zh: '{heading} 里的公式没有结果', en: 'A formula in {heading} has no result' },
    row: {
      zh: '公式没有存下结果。请复制后“选择性粘贴为数值”',
      en: 'The formula was saved without its result. Copy it and paste it as a value',
    },
  },
  boolean: {
    title: { zh: '{heading} 里是 {value}', en: '{heading} holds {value}' },
    row: {
      zh: '这里应是文字，单元格却是 {value}。请改写',
      en: 'This should be words, the cell says {value}. Please change it',
    },
  },
  'choice.unknown': {
    title: { zh: '{heading} 不在下拉列表里', en: '{heading} is not in the list' },
    row: { zh: '“{value}”不在列表里。可选：{choices}', en: '“{value}” is not in the list. Choose one of: {choicesEn}' },
  },
  'choice.near': {
    title: { zh: '{heading} “{value}”，应为“{suggestion}”吗', en: '{heading} “{value}”: is it “{suggestionEn}”' },
    row: {
      zh: '“{value}”不在列表里。是不是“{suggestion}”？',
      en: '“{value}” is not in the list. Is it “{suggestionEn}”?',
    },
  },
  'date.unreadable': {
    title: { zh: '{heading} 不是日期', en: '{heading} is not a date' },
    row: { zh: '“{value}”读不成日期。请写成 2026-11-23', en: '“{value}” cannot be read as a date. Write 2026-11-23' },
  },
  'date.number': {
    title: { zh: '{heading} 是数字，不是日期', en: '{heading} is a number, not a date' },
    row: {
      zh: '这里是数字 {value}。请把该列设为“日期”，或写成 2026-11-23',
      en: 'This is the number {value}. Format the column as a date, or write 2026-11-23',
    },
  },
  'date.before-1900': {
    title: { zh: '{heading} 早于 1900 年', en: '{heading} is before 1900' },
    row: {
      zh: '{value} 早于 1900 年，多半是输错了。请核对',
      en: '{value} is before 1900, probably a slip. Please check',
    },
  },
  'date.future': {
    title: { zh: '{heading} 在今天之后', en: '{heading} lies in the future' },
    row: { zh: '{value} 在今天（{today}）之后。请核对', en: '{value} is after today ({today}). Please check' },
  },
  'number.unreadable': {
    title: { zh: '{heading} 不是数', en: '{heading} is not a number' },
    row: {
      zh: '“{value}”读不成数。请只填数字，单位填在单位列',
      en: '“{value}” is not a number. Fill in digits only; the unit has its own column',
    },
  },
  'number.not-positive': {
    title: { zh: '{heading} 要大于 0', en: '{heading} must be above 0' },
    row: { zh: '要大于 0，现在是 {value}', en: 'Must be above 0, is {value}' },
  },
  'number.too-large': {
    title: { zh: '{heading} 太大', en: '{heading} is too large' },
    row: { zh: '最多 {limit}，现在是 {value}。请核对单位', en: 'At most {limit}, is {value}. Please check the unit' },
  },
  'region.unknown': {
    title: { zh: '{heading} 查不到', en: '{heading} is not known' },
    row: {
      zh: '没有“{value}”这个区划。请从下拉列表选',
      en: 'There is no division “{value}”. Choose one from the list',
    },
  },
  'region.ambiguous': {
    title: { zh: '{heading} 有几处同名', en: '{heading} names several places' },
    row: {
      zh: '“{value}”有几处同名（{codes}）。请填六位代码',
      en: '“{value}” names several places ({codes}). Fill in the six-digit code',
    },
  },
  'region.abolished': {
    title: {
      zh: '区划代码 {value} 已停用，{year} 年起为 {code} {name}',
      en: 'Region {value} was abolished; since {year} it is {code} {name}',
    },
    row: { zh: '请改为 {code}（{name}）', en: 'Please change it to {code} ({name})' },
  },
  'region.gone': {
    title: { zh: '{heading} 已停用', en: '{heading} was abolished' },
    row: {
      zh: '{value} 已停用（{year} 年），没有对应的新代码。请填现在的区划',
      en: '{value} was abolished ({year}) without a successor. Fill in the present division',
    },
  },
  'region.other-city': {
    title: { zh: '{heading} 不在本市', en: '{heading} is in another city' },
    row: {
      zh: '{value}（{name}）不在本市。本市平台只登记本市主体',
      en: '{value} ({name}) is not in this city, and only organisations of this city are entered here',
    },
  },
  'contact.half': {
    title: { zh: '联系人和电话只填了一个', en: 'Only one of contact and telephone is filled in' },
    row: { zh: '联系人和联系电话要么都填，要么都不填', en: 'Fill in both contact and telephone, or neither' },
  },
  'phone.unreadable': {
    title: { zh: '{heading} 不像电话号码', en: '{heading} is no telephone number' },
    row: {
      zh: '“{value}”不像电话号码。请写成 0631-5200000 或手机号',
      en: '“{value}” is no telephone number. Write 0631-5200000 or a mobile number',
    },
  },
  'industry.unknown': {
    title: { zh: '{heading} 不是行业代码', en: '{heading} is no industry code' },
    row: {
      zh: '“{value}”不是 GB/T 4754 代码。请写成 C3921 这样',
      en: '“{value}” is no code of GB/T 4754. Write it like C3921',
    },
  },
  'duplicate.in-file': {
    title: { zh: '{heading} 在本文件里重复', en: '{heading} appears twice in this file' },
    row: { zh: '与第 {line} 行重复。请只留一行', en: 'Same as row {line}. Keep one of them' },
  },
} as const satisfies Partial<Record<ImportFaultCode, FindingText>>;

const faultTexts: Readonly<Record<ImportFaultCode, FindingText>> = {
  ...cellTexts,
  ...importLibraryTexts,
  ...importPlacingTexts,
  ...importRowTexts,
  ...importPurchaseTexts,
};

/** The words for a group of findings, or for one row of it. `heading`: of the column, in the language of the reader. */
export function findingWords(
  finding: ImportFinding,
  heading: string,
  language: Language,
): { title: string; row: string } {
  const { title, row } = textOf(finding.code);
  const params = { ...finding.params, heading };
  return { title: fillIn(title[language], params), row: fillIn(row[language], params) };
}

function textOf(code: ImportFinding['code']): FindingText {
  if (isFault(code)) return faultTexts[code];
  return { title: importCodeTitles[code], row: creditCodeSentences[code] };
}

function isFault(code: ImportFinding['code']): code is ImportFaultCode {
  return Object.hasOwn(faultTexts, code);
}
