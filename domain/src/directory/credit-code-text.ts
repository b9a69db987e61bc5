import type { Sentence } from '../language.ts';
import type { RefusalDetails } from '../refusal.ts';

const refusalSentences = {
  'credit-code.empty': { zh: '没有填写统一社会信用代码', en: 'The credit code is empty' },
  'credit-code.became-number': {
    zh: '统一社会信用代码被 Excel 变成了数字（{text}），后几位已丢失。请把该列设为“文本”后重新粘贴',
    en: 'Excel turned the credit code into a number ({text}) and its last digits are lost. Format the column as text and paste again',
  },
  'credit-code.lost-digits': {
    zh: '代码 {code} 末三位是 0 且校验位不符：多半被 Excel 舍去了末三位。请把该列设为“文本”后重新粘贴',
    en: 'The code {code} ends in 000 and fails its check digit: Excel has probably cut it off. Format the column as text and paste again',
  },
  'credit-code.foreign-character': {
    zh: '统一社会信用代码只有数字和大写字母，这里有“{text}”。请核对',
    en: 'A credit code has digits and capital letters only; this one has “{text}”. Please check',
  },
  'credit-code.registration-number': {
    zh: '这是 15 位的工商注册号，不是统一社会信用代码（18 位）。请按营业执照填写',
    en: 'This is a 15-digit registration number, not a credit code (18 characters). Please copy it from the business licence',
  },
  'credit-code.organisation-code': {
    zh: '这是 9 位的组织机构代码，不是统一社会信用代码（18 位）。请按营业执照填写',
    en: 'This is a 9-character organisation code, not a credit code (18 characters). Please copy it from the business licence',
  },
  'credit-code.length': {
    zh: '统一社会信用代码是 18 位，这里是 {length} 位。请核对',
    en: 'A credit code has 18 characters; this has {length}. Please check',
  },
  'credit-code.impossible-letter': {
    zh: '统一社会信用代码里没有字母 {letters}。是不是 {suggestion}？请对照营业执照核对',
    en: 'A credit code never has the letters {letters}. Is it {suggestion}? Please compare with the business licence',
  },
  'credit-code.authority': {
    zh: '统一社会信用代码的第一位不会是 {text}。请核对',
    en: 'A credit code never begins with {text}. Please check',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

const warningSentences = {
  'credit-code.letter-mended': {
    zh: '信用代码里没有字母 {letters}，已按 {code} 读取。请核对',
    en: 'A credit code never has the letters {letters}; read as {code}. Please check',
  },
  'credit-code.check-digit': {
    zh: '校验位不符，个别早期代码如此。请核对；确认无误可保留',
    en: 'The check digit does not fit, as with a few early codes. Please check; keep it if it is right',
  },
  'credit-code.check-digit-hint': {
    zh: '校验位不符。是不是 {suggestion}？请核对；确认无误可保留',
    en: 'The check digit does not fit. Is it {suggestion}? Please check; keep it if it is right',
  },
  'credit-code.perhaps-lost-digits': {
    zh: '代码末三位是 0，请核对是否被 Excel 舍去了末三位；确认无误可保留',
    en: 'The code ends in 000; please check that Excel did not cut it off. Keep it if it is right',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type CreditCodeRefusalCode = keyof typeof refusalSentences;
export type CreditCodeWarningCode = keyof typeof warningSentences;

/** Data, so that a form, a sheet's error column and a log each write it in the reader's language. */
export interface CreditCodeRemark<Code extends string = CreditCodeRefusalCode> {
  readonly code: Code;
  readonly params: RefusalDetails;
}

export const creditCodeSentences: Readonly<Record<CreditCodeRefusalCode | CreditCodeWarningCode, Sentence>> = {
  ...refusalSentences,
  ...warningSentences,
};
