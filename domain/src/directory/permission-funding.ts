import type { PermissionRow } from './permission-row.ts';
import { bankRoles, firmRoles } from './role-groups.ts';

/** Bank offers on funding needs: the firm sees all it was offered, a bank nothing but its own. */
export const fundingPermissions = {
  'funding.compare': {
    ...{
      kind: 'funding',
      verb: 'see',
      zh: '查看银行报价、自己给出的授权',
      en: 'See the offers of banks and one’s receipts',
    },
    by: { own: firmRoles },
  },
  'funding.choose': {
    ...{
      kind: 'funding',
      verb: 'change',
      zh: '选银行、接受报价、授权查看付款记录',
      en: 'Ask banks, take an offer, permit a reading of the payment record',
    },
    by: { own: firmRoles },
  },
  'funding.see': {
    ...{
      kind: 'funding',
      verb: 'see',
      zh: '查看问到本行的资金需求',
      en: 'See the funding needs a bank was asked about',
    },
    by: { 'bank-asked': bankRoles },
  },
  'funding.answer': {
    ...{ kind: 'funding', verb: 'change', zh: '报价、婉拒', en: 'Make an offer, or decline' },
    by: { 'bank-asked': bankRoles },
  },
  'payment-record.see': {
    ...{
      kind: 'funding',
      verb: 'change',
      zh: '凭一次性授权查看付款记录',
      en: 'Read the payment record with a one-time receipt',
    },
    by: { 'bank-asked': bankRoles },
  },
} as const satisfies Record<string, PermissionRow>;
