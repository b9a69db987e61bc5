import type { RefusalRow } from '../refusal.ts';

export const sessionRefusalCodes = [
  'directory.wrong-credentials',
  'directory.account-locked',
  'directory.too-many-sign-ins',
  'directory.no-post',
  'directory.other-post',
] as const;
export type SessionRefusalCode = (typeof sessionRefusalCodes)[number];

/** A wrong password and a name that does not exist read alike, so that nobody learns who has an account. */
export const sessionRefusals = {
  'directory.wrong-credentials': {
    status: 401,
    zh: '用户名或密码不对',
    en: 'User name or password is wrong',
  },
  'directory.account-locked': {
    status: 429,
    zh: '连续 5 次不对，{time} 后可再试。忘记密码请联系本单位管理员',
    en: 'Wrong 5 times in a row. Try again after {time}. If you forgot the password, ask your administrator',
  },
  'directory.too-many-sign-ins': {
    status: 429,
    zh: '这个网络登录太频繁，{seconds} 秒后可再试',
    en: 'Too many sign-ins from this network. Try again in {seconds} seconds',
  },
  'directory.no-post': {
    status: 403,
    zh: '您还没有岗位。请联系本单位管理员',
    en: 'You hold no post yet. Ask your administrator',
  },
  'directory.other-post': {
    status: 403,
    zh: '这个岗位不是您的，或已到期。请重新选择岗位',
    en: 'This post is not yours or has ended. Choose your post again',
  },
} as const satisfies Record<SessionRefusalCode, RefusalRow>;
