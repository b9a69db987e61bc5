import type { Sentence } from '../language.ts';
import type { CreditCodeRefusalCode, CreditCodeWarningCode } from './credit-code-text.ts';

/** Headings over rows whose credit codes share a fault; the rows carry the full sentence. */
export const importCodeTitles: Readonly<Record<CreditCodeRefusalCode | CreditCodeWarningCode, Sentence>> = {
  'credit-code.empty': { zh: '统一社会信用代码没有填写', en: 'The credit code is empty' },
  'credit-code.became-number': {
    zh: '统一社会信用代码被 Excel 变成数字',
    en: 'Excel turned the credit code into a number',
  },
  'credit-code.lost-digits': { zh: '统一社会信用代码被舍去了末位', en: 'The credit code lost its last digits' },
  'credit-code.foreign-character': {
    zh: '统一社会信用代码里有别的字符',
    en: 'The credit code has foreign characters',
  },
  'credit-code.registration-number': { zh: '填了 15 位注册号', en: 'A 15-digit registration number instead' },
  'credit-code.organisation-code': { zh: '填了 9 位组织机构代码', en: 'A 9-character organisation code instead' },
  'credit-code.length': { zh: '统一社会信用代码不是 18 位', en: 'The credit code has not 18 characters' },
  'credit-code.impossible-letter': {
    zh: '统一社会信用代码里有不会出现的字母',
    en: 'The credit code has letters that no code has',
  },
  'credit-code.authority': { zh: '统一社会信用代码的首位不对', en: 'The credit code begins wrongly' },
  'credit-code.letter-mended': { zh: '代码里的字母已按数字读取', en: 'A letter of the code was read as a digit' },
  'credit-code.check-digit': {
    zh: '统一社会信用代码校验位不符',
    en: 'The check digit of the credit code does not fit',
  },
  'credit-code.check-digit-hint': {
    zh: '统一社会信用代码校验位不符，可能写错一位',
    en: 'The check digit of the credit code does not fit; perhaps one slip',
  },
  'credit-code.perhaps-lost-digits': {
    zh: '统一社会信用代码末三位是 0',
    en: 'The credit code ends in 000',
  },
};
