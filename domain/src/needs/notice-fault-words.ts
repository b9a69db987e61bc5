import type { Language } from '../language.ts';
import type { NoticeFault, NoticeOutcomeKind } from './notice-outcome.ts';

const faults = {
  signature: { zh: '签名不对，请核对密钥', en: 'The signature is wrong; check the key' },
  keyword: {
    zh: '机器人要求关键词，请在机器人设置里加上关键词“直通”',
    en: 'The robot asks for a keyword; add “直通” to its keywords',
  },
  'caller-address': {
    zh: '本服务器的 IP 不在机器人的白名单里',
    en: 'The IP address of this server is not on the robot’s list',
  },
  'unknown-robot': { zh: '没有这个机器人，请重新复制地址', en: 'No such robot; copy its address again' },
  'bad-address': { zh: '地址指向内部网络，不发送', en: 'The address leads into an inner network; nothing is sent' },
  redirected: { zh: '地址转向别处，请填最终地址', en: 'The address redirects; enter the final one' },
  refused: { zh: '对方拒收，请核对地址和设置', en: 'Refused by the other side; check address and settings' },
  'mail-sign-in': {
    zh: '邮件服务器拒绝登录，请联系系统管理员',
    en: 'The mail server refused the sign-in; tell the administrator',
  },
  'mail-receiver': { zh: '收件地址不存在', en: 'No such mailbox' },
  'mail-missing': {
    zh: '没有配置邮件服务器，请联系系统管理员',
    en: 'No mail server is set up; tell the administrator',
  },
  'key-lost': {
    zh: '密钥已失效，请重新填写地址和密钥',
    en: 'The key cannot be opened any more; enter address and key again',
  },
} as const satisfies Record<NoticeFault, Readonly<Record<Language, string>>>;

interface Last {
  readonly kind: NoticeOutcomeKind;
  readonly fault: NoticeFault | null;
  /** spoken time of the last call, and of the next */
  readonly at: string;
  readonly next: string;
}

const outcomes = {
  sent: { zh: ({ at }) => `${at} 已发送`, en: ({ at }) => `Sent ${at}` },
  'slow-down': {
    zh: ({ next }) => `机器人限流，${next} 再试`,
    en: ({ next }) => `Too many for the robot; again ${next}`,
  },
  fault: {
    zh: ({ fault }) => faults[fault ?? 'refused'].zh,
    en: ({ fault }) => faults[fault ?? 'refused'].en,
  },
  again: {
    zh: ({ at, next }) => `${at} 没有送到，${next} 再试`,
    en: ({ at, next }) => `Not delivered ${at}; again ${next}`,
  },
  unknown: {
    zh: ({ at }) => `${at} 结果未知，没有重发`,
    en: ({ at }) => `Unknown whether it arrived ${at}; not sent again`,
  },
  'given-up': { zh: ({ at }) => `${at} 多次没有送到，已放弃`, en: ({ at }) => `Given up ${at} after many tries` },
} as const satisfies Record<NoticeOutcomeKind, Readonly<Record<Language, (last: Last) => string>>>;

/** `14:02 已发送` */
export function noticeOutcomeText(last: Last, language: Language): string {
  return outcomes[last.kind][language](last);
}
