import type { PermissionRow } from './permission-row.ts';
import { bankRoles, businessRoles, firmRoles } from './role-groups.ts';

/** Roles that answer for their body in cases of the city. */
const bodyRoles = ['handler', 'manager', 'operator', 'chief-office', 'investment-officer', 'emergency-desk'] as const;

/** Cases: the handling of requests by bodies. */
export const casePermissions = {
  'case.list': {
    ...{ kind: 'case', verb: 'see', zh: '查看本单位办件列表', en: 'List the cases of one’s body' },
    by: { own: businessRoles },
  },
  'case.see': {
    ...{ kind: 'case', verb: 'see', zh: '查看办件和时限', en: 'See a case and its clock' },
    by: { own: firmRoles, assigned: bodyRoles, bureau: ['operator'] },
  },
  'request-file.see': {
    ...{ kind: 'case', verb: 'see', zh: '查看需求附件', en: 'Read the files of a request' },
    by: { own: firmRoles, assigned: bodyRoles, bureau: ['operator'], 'bank-asked': bankRoles },
  },
  'case.act': {
    ...{
      kind: 'case',
      verb: 'change',
      zh: '办理：答复、退回、指派、催办',
      en: 'Handle: answer, hand back, assign, remind',
    },
    by: { own: firmRoles, assigned: bodyRoles, bureau: ['operator'] },
  },
  'case.supervise': {
    ...{ kind: 'case', verb: 'see', zh: '查看全市时限和退回情况', en: 'See all clocks and hand-backs of the city' },
    by: { bureau: ['operator'] },
  },
  'case.confirm': {
    ...{ kind: 'case', verb: 'change', zh: '确认是否解决', en: 'Say whether a request is solved' },
    by: { own: firmRoles },
  },
  'order.see': {
    ...{ kind: 'case', verb: 'see', zh: '查看督办', en: 'See supervision orders' },
    by: { own: firmRoles, assigned: bodyRoles, chief: ['chief-office'], bureau: ['operator'] },
  },
  'order.issue': {
    ...{ kind: 'case', verb: 'change', zh: '督办', en: 'Give a supervision order' },
    by: { chief: ['chief-office'], bureau: ['operator'] },
  },
  'order.act': {
    ...{
      kind: 'case',
      verb: 'change',
      zh: '督办：签收、反馈、审核、同意销号',
      en: 'Work off an order: sign, feed back, review, agree that it is struck off',
    },
    by: { own: firmRoles, assigned: bodyRoles, chief: ['chief-office'], bureau: ['operator'] },
  },
  'rating.sum': {
    ...{ kind: 'case', verb: 'see', zh: '查看本单位评价汇总', en: 'See the grades of one’s body as a sum' },
    // of the body that answers for cases: no firm has such a sum
    by: { assigned: bodyRoles },
  },
  'rating.supervise': {
    ...{
      kind: 'case',
      verb: 'see',
      zh: '查看各单位评价汇总、评价疑点和回访名单',
      en: 'See the grades of all bodies as sums, suspicious ratings and whom to call back',
    },
    by: { bureau: ['operator'] },
  },
  'rating.call-back': {
    ...{ kind: 'case', verb: 'change', zh: '记录回访结果', en: 'Note what a call-back said' },
    by: { bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
