import type { RefusalRow } from '../refusal.ts';

export const passwordRefusalCodes = [
  'directory.password-too-short',
  'directory.password-too-long',
  'directory.password-like-name',
  'directory.password-too-simple',
  'directory.password-leaked',
  'directory.password-same',
  'directory.present-password-wrong',
  'directory.password-link-gone',
] as const;
export type PasswordRefusalCode = (typeof passwordRefusalCodes)[number];

export const passwordRefusals = {
  'directory.password-too-short': {
    status: 422,
    zh: '新密码至少 10 个字符。一句好记的话就很好',
    en: 'The new password needs at least 10 characters. A sentence you remember is fine',
  },
  'directory.password-too-long': {
    status: 422,
    zh: '新密码最多 128 个字符',
    en: 'The new password has at most 128 characters',
  },
  'directory.password-like-name': {
    status: 422,
    zh: '新密码里不要有用户名',
    en: 'The new password must not contain the user name',
  },
  'directory.password-too-simple': {
    status: 422,
    zh: '新密码至少要有 5 个不同的字符',
    en: 'The new password needs at least 5 different characters',
  },
  'directory.password-leaked': {
    status: 422,
    zh: '这个密码在泄露的密码名单里，很容易被猜中。请换一个',
    en: 'This password stands in lists of leaked passwords and is easily guessed. Choose another one',
  },
  'directory.password-same': {
    status: 422,
    zh: '新密码要和现在的不同',
    en: 'The new password must differ from the present one',
  },
  'directory.present-password-wrong': {
    status: 422,
    zh: '现在的密码不对',
    en: 'The present password is wrong',
  },
  'directory.password-link-gone': {
    status: 404,
    zh: '这个链接已用过或已过期。请向安全管理员再要一个',
    en: 'This link was used or has expired. Ask the security administrator for a new one',
  },
} as const satisfies Record<PasswordRefusalCode, RefusalRow>;
