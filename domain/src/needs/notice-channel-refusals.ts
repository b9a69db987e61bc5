import type { RefusalRow } from '../refusal.ts';

export const noticeChannelRefusalCodes = [
  'notices.bad-address',
  'notices.not-https',
  'notices.inner-address',
  'notices.other-host',
  'notices.bad-mailbox',
  'notices.no-mail',
  'notices.no-key',
  'notices.too-many',
  'notices.too-fast',
  'notices.own-organisation',
  'notices.nobody-there',
  'notices.no-colleague',
] as const;
export type NoticeChannelRefusalCode = (typeof noticeChannelRefusalCodes)[number];

/** Why news cannot go out that way. */
export const noticeChannelRefusals = {
  'notices.bad-address': {
    status: 422,
    zh: '这不是完整的地址。请从机器人设置里整条复制',
    en: 'This is not a whole address. Copy all of it from the settings of the robot',
  },
  'notices.not-https': { status: 422, zh: '地址要以 https:// 开头', en: 'The address must begin with https://' },
  'notices.inner-address': {
    status: 422,
    zh: '“{host}”在内部网络，不能发送。确需发送，请系统管理员登记这台主机',
    en: '“{host}” is in an inner network. If it is needed, the administrator of the system can enter this host',
  },
  'notices.other-host': {
    status: 422,
    zh: '{kindZh}的地址以 https://{host}/ 开头，请核对',
    en: 'The address of a {kindEn} begins with https://{host}/; check it',
  },
  'notices.bad-mailbox': { status: 422, zh: '邮箱地址不完整', en: 'This is not a whole e-mail address' },
  'notices.no-mail': {
    status: 409,
    zh: '平台没有配置邮件服务器，不能发邮件。请联系系统管理员',
    en: 'No mail server is set up. Ask the administrator of the system',
  },
  'notices.no-key': {
    status: 422,
    zh: '签名回调要有密钥，至少 {least} 个字符',
    en: 'A signed webhook needs a key of at least {least} characters',
  },
  'notices.too-many': {
    status: 409,
    zh: '已有 {most} 个渠道。请先删除不用的',
    en: 'There are {most} channels already. Remove one that is not used',
  },
  'notices.too-fast': {
    status: 429,
    zh: '这个机器人一分钟内已发满 20 条，请 {seconds} 秒后再试',
    en: 'This robot has sent its 20 messages of the minute. Try again in {seconds} s',
  },
  'notices.own-organisation': {
    status: 403,
    zh: '只能为本单位设置渠道',
    en: 'You can set up channels for your own organisation only',
  },
  'notices.nobody-there': {
    status: 422,
    zh: '没有这个单位，或它已并入别的单位',
    en: 'There is no such organisation, or it was merged into another',
  },
  'notices.no-colleague': {
    status: 422,
    zh: '此人现在不在这个单位任职',
    en: 'This person holds no post in that organisation now',
  },
} as const satisfies Record<NoticeChannelRefusalCode, RefusalRow>;
