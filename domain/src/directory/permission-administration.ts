import type { PermissionRow } from './permission-row.ts';
import { administratorRoles, allRoles } from './role-groups.ts';

/** Sign-in, rights, trail, running. The three administrators never share a row that changes something. */
export const administrationPermissions = {
  'session.own': {
    ...{ kind: 'session', verb: 'change', zh: '管理自己的登录', en: 'Manage one’s own sign-in' },
    by: { self: allRoles },
  },
  'account.see': {
    ...{ kind: 'account', verb: 'see', zh: '查看账号', en: 'See accounts' },
    by: { administrator: ['security-administrator'] },
  },
  'account.change': {
    ...{ kind: 'account', verb: 'change', zh: '开通、重置、锁定账号', en: 'Open, reset and lock accounts' },
    by: { administrator: ['security-administrator'] },
  },
  'viewing.start': {
    ...{ kind: 'account', verb: 'see', zh: '以某人视角查看', en: 'See the screens as somebody has them' },
    by: { administrator: ['security-administrator'] },
  },
  'permission.see': {
    ...{ kind: 'account', verb: 'see', zh: '查看权限表', en: 'See the permission table' },
    by: { city: ['operator'], administrator: administratorRoles },
  },
  'audit.see': {
    ...{ kind: 'audit', verb: 'see', zh: '查看、校验、导出审计', en: 'See, verify and export the trail' },
    by: { administrator: ['audit-administrator'] },
  },
  'system.see': {
    ...{ kind: 'system', verb: 'see', zh: '查看运行情况', en: 'See how the system runs' },
    by: { administrator: ['system-administrator'] },
  },
} as const satisfies Record<string, PermissionRow>;
