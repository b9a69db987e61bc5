import type { Sentence } from '../language.ts';
import type { PostRole } from './organisation.ts';

/** The word for each role, where a sentence of the server names one. */
export const roleWords = {
  member: { zh: '经办人', en: 'member' },
  manager: { zh: '单位管理员', en: 'manager' },
  handler: { zh: '承办人', en: 'case handler' },
  operator: { zh: '平台运营', en: 'operator' },
  'chief-office': { zh: '链长办公室', en: 'chief’s office' },
  'investment-officer': { zh: '招商专员', en: 'investment officer' },
  'emergency-desk': { zh: '应急值守', en: 'emergency desk' },
  'system-administrator': { zh: '系统管理员', en: 'system administrator' },
  'security-administrator': { zh: '安全管理员', en: 'security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'audit administrator' },
} as const satisfies Record<PostRole, Sentence>;
