import type { RefusalRow } from '../refusal.ts';

export const sessionRefusalCodes = [
  'directory.wrong-credentials',
  'directory.account-locked',
  'directory.too-many-sign-ins',
  'directory.step-missing',
  'directory.code-wrong',
  'directory.recovery-code-wrong',
  'directory.code-used',
  'directory.code-locked',
  'directory.factor-not-asked',
  'directory.factor-on',
  'directory.factor-off',
  'directory.factor-required',
  'directory.no-post',
  'directory.other-post',
  'directory.viewing-self',
  'directory.viewing-administrator',
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
    zh: '连续 {count} 次不对，{time} 后可再试。忘记密码请联系本单位管理员；您就是管理员的，请联系平台安全管理员',
    en: 'Wrong {count} times in a row. Try again after {time}. If you forgot the password, ask your manager; if you are the manager, the security administrator of the platform',
  },
  'directory.too-many-sign-ins': {
    status: 429,
    zh: '这个网络登录出错太多，{seconds} 秒后可再试',
    en: 'Too many wrong sign-ins from this network. Try again in {seconds} seconds',
  },
  'directory.step-missing': {
    status: 401,
    zh: '登录还没有完成。请先完成下一步',
    en: 'The sign-in is not finished. Please take the next step first',
  },
  'directory.code-wrong': {
    status: 401,
    zh: '验证码不对。请看手机上现在显示的 6 位数字',
    en: 'The code is wrong. Use the six digits the phone shows now',
  },
  'directory.recovery-code-wrong': {
    status: 401,
    zh: '恢复码不对，或者已经用过。每个恢复码只能用一次',
    en: 'The recovery code is wrong or was used. Each works once',
  },
  'directory.code-used': {
    status: 401,
    zh: '这个验证码已经用过。请等下一个（不到 30 秒）',
    en: 'This code was used already. Wait for the next one, less than 30 seconds',
  },
  'directory.code-locked': {
    status: 429,
    zh: '验证码连续 {count} 次不对，{time} 后可再试。手机不在身边可用恢复码，或联系安全管理员',
    en: 'The code was wrong {count} times in a row. Try again after {time}, or ask the security administrator',
  },
  'directory.factor-not-asked': {
    status: 409,
    zh: '现在不需要验证码',
    en: 'No code is asked for now',
  },
  'directory.factor-on': {
    status: 409,
    zh: '已经开启两步验证。要换手机，请先关闭再开启',
    en: 'The second factor is on already. To change the phone, switch it off and on again',
  },
  'directory.factor-off': {
    status: 409,
    zh: '还没有开启两步验证',
    en: 'The second factor is not on',
  },
  'directory.factor-required': {
    status: 403,
    zh: '您的岗位必须使用两步验证，不能关闭。换手机请联系安全管理员',
    en: 'Your post needs the second factor; it cannot be switched off. To change the phone ask the security administrator',
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
  'directory.viewing-self': {
    status: 409,
    zh: '这是您自己的岗位。请在姓名菜单里切换岗位',
    en: 'This post is your own. Switch to it in the name menu',
  },
  'directory.viewing-administrator': {
    status: 409,
    zh: '三员分立：不能以管理员的视角查看。请选一个业务岗位',
    en: 'Administrators are kept apart: their screens cannot be looked at. Choose a post of the city’s business',
  },
} as const satisfies Record<SessionRefusalCode, RefusalRow>;
