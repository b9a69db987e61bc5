import type { RefusalRow } from '../refusal.ts';

export const accountRefusalCodes = [
  'directory.username-taken',
  'directory.username-form',
  'directory.person-has-account',
  'directory.own-account',
  'directory.single-sign-on-failed',
  'directory.single-sign-on-unknown',
] as const;
export type AccountRefusalCode = (typeof accountRefusalCodes)[number];

export const accountRefusals = {
  'directory.username-taken': {
    status: 409,
    zh: '用户名 {username} 已有人使用。请换一个',
    en: 'The user name {username} is taken. Choose another one',
  },
  'directory.username-form': {
    status: 422,
    zh: '用户名用 3 至 30 个字母、数字、点、横线',
    en: 'A user name has 3 to 30 letters, digits, dots or dashes',
  },
  'directory.person-has-account': {
    status: 409,
    zh: '这位人员已有账号 {username}',
    en: 'This person has the account {username} already',
  },
  'directory.own-account': {
    status: 403,
    zh: '不能对自己的账号做这件事。请另一位安全管理员来做',
    en: 'Not on your own account. Ask another security administrator',
  },
  'directory.single-sign-on-failed': {
    status: 401,
    zh: '统一身份认证没有完成。请重新登录；一直不行，请联系系统管理员',
    en: 'Single sign-on did not finish. Sign in again; if it keeps failing, ask the system administrator',
  },
  'directory.single-sign-on-unknown': {
    status: 403,
    zh: '统一身份认证认得您，但这里没有对应的账号。请联系安全管理员开通',
    en: 'Single sign-on knows you, but there is no account for you here. Ask the security administrator',
  },
} as const satisfies Record<AccountRefusalCode, RefusalRow>;
