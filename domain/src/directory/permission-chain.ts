import type { PermissionRow } from './permission-row.ts';
import { businessRoles, firmRoles } from './role-groups.ts';

/** Maps of the chains with their gaps, and what firms buy. */
export const chainPermissions = {
  'chain.see': {
    ...{ kind: 'chain', verb: 'see', zh: '查看产业链图谱和缺口', en: 'See the maps of the chains and their gaps' },
    by: { city: businessRoles },
  },
  'chain.draft': {
    ...{ kind: 'chain', verb: 'change', zh: '起草、修改、送审产业链图谱', en: 'Draw a map of a chain and hand it in' },
    by: { bureau: ['operator'] },
  },
  'chain.publish': {
    ...{
      kind: 'chain',
      verb: 'change',
      zh: '审核、发布产业链图谱（不能是送审人）',
      en: 'Review and publish a map of a chain that somebody else handed in',
    },
    by: { bureau: ['operator'] },
  },
  'chain.brief': {
    ...{ kind: 'chain', verb: 'see', zh: '查看链长一页纸', en: 'See the page of the chief of a chain' },
    by: { city: ['chief-office', 'investment-officer'], bureau: ['operator'] },
  },
  'purchase.see': {
    ...{ kind: 'purchase', verb: 'see', zh: '查看采购登记', en: 'See what is registered as bought' },
    by: { own: firmRoles, bureau: ['operator'] },
  },
  'purchase.change': {
    ...{ kind: 'purchase', verb: 'change', zh: '登记、修改采购', en: 'Register and change what is bought' },
    by: { own: firmRoles, bureau: ['operator'] },
  },
  'purchase.verify': {
    ...{ kind: 'purchase', verb: 'change', zh: '核实采购', en: 'Verify a purchase by its invoice or contract' },
    by: { bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
