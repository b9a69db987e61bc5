import type { PermissionRow } from './permission-row.ts';

/** Where firms are that would close a gap: for those who look for them. Firms look for suppliers by matching, not for each other. */
export const heatPermissions = {
  'heat.see': {
    ...{ kind: 'chain', verb: 'see', zh: '查看拓链招商热力图', en: 'See the heat map of investment' },
    by: { city: ['chief-office', 'investment-officer', 'handler'], bureau: ['operator'] },
  },
  'heat.export': {
    ...{ kind: 'chain', verb: 'see', zh: '导出、打印热力图', en: 'Let the heat map out as a picture or on paper' },
    by: { city: ['chief-office', 'investment-officer'], bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
