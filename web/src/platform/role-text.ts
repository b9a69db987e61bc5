import type { PostRole } from '@zhitong/domain/directory/organisation';
import { defineText } from './text.ts';

/** The word for each role a post can carry. */
export const roleText = defineText({
  slice: 'role',
  zh: {
    member: '经办人',
    manager: '单位管理员',
    handler: '承办人',
    operator: '平台运营（工信局）',
    'chief-office': '链长办公室',
    'investment-officer': '招商专员',
    'emergency-desk': '应急值守',
    'system-administrator': '系统管理员',
    'security-administrator': '安全管理员',
    'audit-administrator': '审计管理员',
  } satisfies Record<PostRole, string>,
  en: {
    member: 'Member',
    manager: 'Manager',
    handler: 'Case handler',
    operator: 'Operator (bureau)',
    'chief-office': 'Chief’s office',
    'investment-officer': 'Investment officer',
    'emergency-desk': 'Emergency desk',
    'system-administrator': 'System administrator',
    'security-administrator': 'Security administrator',
    'audit-administrator': 'Audit administrator',
  },
});
