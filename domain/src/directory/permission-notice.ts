import type { PermissionRow } from './permission-row.ts';

/** Ways out of the house for news: a manager sets up those of its own organisation, the bureau those of the city. */
export const noticePermissions = {
  'notice-channel.see': {
    ...{ kind: 'inbox', verb: 'see', zh: '查看通知渠道', en: 'See notice channels' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
  'notice-channel.change': {
    ...{
      kind: 'inbox',
      verb: 'change',
      zh: '设置通知渠道，发测试消息',
      en: 'Set up notice channels, send test messages',
    },
    by: { own: ['manager'], bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
