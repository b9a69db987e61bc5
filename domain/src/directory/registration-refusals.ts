import type { RefusalRow } from '../refusal.ts';

export const registrationRefusalCodes = [
  'registration.too-often',
  'registration.search-too-often',
  'registration.person-name',
  'registration.phone',
  'registration.firm-name',
  'registration.credit-code',
  'registration.firm-gone',
  'registration.none',
] as const;
export type RegistrationRefusalCode = (typeof registrationRefusalCodes)[number];

/** Why an account cannot be asked for like this. None of them tells whether a name, a person or an account is there. */
export const registrationRefusals = {
  'registration.too-often': {
    status: 429,
    zh: '这个网络注册得太频繁，请 {minutes} 分钟后再试',
    en: 'Too many registrations from this network. Try again in {minutes} minutes',
  },
  'registration.search-too-often': {
    status: 429,
    zh: '查找得太频繁，请稍等一分钟',
    en: 'Too many searches. Please wait a minute',
  },
  'registration.person-name': {
    status: 422,
    zh: '姓名请用汉字或字母，不要有符号',
    en: 'Please write the name in letters, without signs',
  },
  'registration.phone': {
    status: 422,
    zh: '电话 {phone} 不对。手机 11 位，座机写区号，例如 0631-5200000',
    en: 'The telephone number {phone} is wrong. 11 digits, or with its area code such as 0631-5200000',
  },
  'registration.firm-name': {
    status: 422,
    zh: '企业名称请按营业执照写，4 个字以上，不要有 < > 等符号',
    en: 'Write the firm’s name as on its licence, four signs or more, without < or >',
  },
  'registration.credit-code': {
    status: 422,
    zh: '统一社会信用代码 {code} 不对，应为 18 位数字和大写字母。请对照营业执照',
    en: 'The credit code {code} is wrong: 18 digits and capital letters. Compare it with the licence',
  },
  'registration.firm-gone': {
    status: 404,
    zh: '没有找到这家企业，可能刚刚合并或停用。请重新查找',
    en: 'This firm was not found; it may just have been merged. Please search again',
  },
  'registration.none': {
    status: 404,
    zh: '您没有正在审核的注册',
    en: 'You have no registration under review',
  },
} as const satisfies Record<RegistrationRefusalCode, RefusalRow>;
