import type { PermissionRow } from './permission-row.ts';
import { businessRoles, firmRoles } from './role-groups.ts';

/** Policies and what firms state for them. */
export const policyPermissions = {
  'policy.mine': {
    ...{ kind: 'policy', verb: 'see', zh: '查看本企业符合哪些政策', en: 'See which policies the own firm meets' },
    by: { own: firmRoles },
  },
  'policy.state': {
    ...{
      kind: 'policy',
      verb: 'change',
      zh: '为政策补充本企业的事实',
      en: 'State a fact of the own firm for policies',
    },
    by: { own: firmRoles },
  },
  'policy.list': {
    ...{ kind: 'policy', verb: 'see', zh: '查看在执行的政策', en: 'See the policies in force' },
    by: { city: businessRoles },
  },
  'policy.papers': {
    ...{ kind: 'policy', verb: 'see', zh: '查看政策文稿及其历史', en: 'See papers of policies and their history' },
    by: { own: ['handler'], bureau: ['operator'] },
  },
  'policy.enter': {
    ...{ kind: 'policy', verb: 'change', zh: '起草、发布、停止政策', en: 'Draft, publish and end policies' },
    by: { own: ['handler'], bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
