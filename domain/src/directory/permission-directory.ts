import type { PermissionRow } from './permission-row.ts';
import { allRoles, businessRoles, firmRoles } from './role-groups.ts';

/** Organisations, people, duties, evidence. */
export const directoryPermissions = {
  'organisation.see': {
    ...{
      kind: 'organisation',
      verb: 'see',
      zh: '查看主体及其公开事实',
      en: 'See an organisation and its public facts',
    },
    by: { anywhere: [...businessRoles, 'security-administrator'] },
  },
  'organisation.create': {
    ...{ kind: 'organisation', verb: 'change', zh: '登记新主体', en: 'Enter a new organisation' },
    by: { city: firmRoles, bureau: ['operator'] },
  },
  'organisation.change': {
    ...{ kind: 'organisation', verb: 'change', zh: '修改主体的事实', en: 'Change the facts of an organisation' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
  'organisation.history': {
    ...{ kind: 'organisation', verb: 'see', zh: '查看沿革', en: 'See what it was called and where it belonged' },
    by: { city: businessRoles },
  },
  'organisation.dispute': {
    ...{ kind: 'organisation', verb: 'change', zh: '对事实或关联提出异议', en: 'Dispute a fact or a link' },
    by: { city: businessRoles },
  },
  'organisation.merge': {
    ...{ kind: 'organisation', verb: 'change', zh: '合并、拆分、裁定异议', en: 'Merge, split, decide disputes' },
    by: { bureau: ['operator'] },
  },
  'contact.see': {
    ...{ kind: 'contact', verb: 'see', zh: '查看联系人和电话', en: 'See the contact and its telephone number' },
    by: { own: businessRoles, agreed: firmRoles, bureau: ['operator'] },
  },
  'claim.make': {
    ...{ kind: 'claim', verb: 'change', zh: '认领企业', en: 'Claim a firm' },
    by: { city: firmRoles },
  },
  'claim.change': {
    ...{ kind: 'claim', verb: 'change', zh: '补充、撤回自己的认领', en: 'Supplement or withdraw one’s own claim' },
    by: { self: firmRoles },
  },
  'claim.see': {
    ...{ kind: 'claim', verb: 'see', zh: '查看认领', en: 'See a claim' },
    by: { self: firmRoles, bureau: ['operator'] },
  },
  'claim.decide': {
    ...{ kind: 'claim', verb: 'change', zh: '审核认领', en: 'Approve or return a claim' },
    by: { bureau: ['operator'] },
  },
  'evidence.add': {
    ...{ kind: 'evidence', verb: 'change', zh: '上传证明材料', en: 'Add evidence' },
    by: { own: businessRoles },
  },
  'evidence.see': {
    ...{ kind: 'evidence', verb: 'see', zh: '查看证明材料', en: 'See evidence' },
    by: { own: businessRoles, bureau: ['operator'] },
  },
  'person.see': {
    ...{ kind: 'person', verb: 'see', zh: '查看人员和岗位', en: 'See people and their posts' },
    by: { own: businessRoles, bureau: ['operator'], administrator: ['security-administrator'] },
  },
  'person.change': {
    ...{ kind: 'person', verb: 'change', zh: '增减人员和岗位', en: 'Add people, give and end posts' },
    by: { own: ['manager'], bureau: ['operator'], administrator: ['security-administrator'] },
  },
  'person.invite': {
    ...{ kind: 'person', verb: 'change', zh: '邀请同事', en: 'Invite a colleague' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
  'leave.change': {
    ...{ kind: 'person', verb: 'change', zh: '登记请假与代办', en: 'Record leave and who covers it' },
    by: { self: allRoles, own: ['manager'], bureau: ['operator'] },
  },
  'duty.see': {
    ...{ kind: 'duty', verb: 'see', zh: '查看职责清单', en: 'See the duty table' },
    by: { city: businessRoles },
  },
  'duty.assign': {
    ...{ kind: 'duty', verb: 'change', zh: '指定本单位事项的负责人', en: 'Name owner and deputy of a matter' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
  'duty.change': {
    ...{ kind: 'duty', verb: 'change', zh: '增减、调整职责清单', en: 'Change the duty table' },
    by: { bureau: ['operator'] },
  },
  'import.template': {
    ...{ kind: 'import', verb: 'see', zh: '下载导入模板', en: 'Download a template' },
    by: { anywhere: ['manager', 'operator'] },
  },
  'import.run': {
    ...{ kind: 'import', verb: 'change', zh: '导入 Excel', en: 'Import from Excel' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
