import type { PermissionRow } from './permission-row.ts';
import { businessRoles, firmRoles } from './role-groups.ts';

/** What is done about the gaps of a chain. */
export const gapPermissions = {
  'gap-task.see': {
    ...{ kind: 'chain', verb: 'see', zh: '查看弱项任务', en: 'See the tasks about gaps' },
    by: { own: businessRoles, chief: ['chief-office'], bureau: ['operator'] },
  },
  'gap-task.give': {
    ...{
      kind: 'chain',
      verb: 'change',
      zh: '就弱项立督办、请企业发需求',
      en: 'Give an order about a gap, or have firms post their needs',
    },
    by: { city: ['chief-office'], bureau: ['operator'] },
  },
  'gap-task.wish-meeting': {
    ...{ kind: 'chain', verb: 'change', zh: '就弱项提议对接', en: 'Propose a meeting about a gap' },
    by: { city: [...firmRoles, 'handler', 'chief-office', 'investment-officer', 'operator'] },
  },
  'gap-task.act': {
    ...{
      kind: 'chain',
      verb: 'change',
      zh: '弱项任务：反馈、确认、退回、撤销',
      en: 'Tasks about gaps: report, accept, return, withdraw',
    },
    by: { own: businessRoles, bureau: ['operator'] },
  },
  'drill-rules.see': {
    ...{ kind: 'chain', verb: 'see', zh: '查看断供演练的假设', en: 'See what the drills assume' },
    by: { city: ['chief-office', 'investment-officer'], bureau: ['operator'] },
  },
  'drill-rules.change': {
    ...{ kind: 'chain', verb: 'change', zh: '修改断供演练的假设', en: 'Change what the drills assume' },
    by: { bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
