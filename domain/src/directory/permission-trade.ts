import type { PermissionRow } from './permission-row.ts';
import { businessRoles, firmRoles } from './role-groups.ts';

/** Needs, matches, deals, offers, products. */
export const tradePermissions = {
  'home.see': {
    ...{ kind: 'inbox', verb: 'see', zh: '查看自己的首页', en: 'See one’s own home page' },
    by: { own: businessRoles },
  },
  'inbox.see': {
    ...{ kind: 'inbox', verb: 'see', zh: '接收通知', en: 'Receive notices' },
    by: { own: businessRoles },
  },
  'need.compose': {
    ...{ kind: 'need', verb: 'see', zh: '起草需求、预览匹配', en: 'Draft a need and preview its matches' },
    by: { own: [...firmRoles, 'operator'] },
  },
  'need.publish': {
    ...{ kind: 'need', verb: 'change', zh: '发布需求', en: 'Publish a need' },
    by: { own: firmRoles },
  },
  'need.draft': {
    ...{ kind: 'need', verb: 'change', zh: '保存自己的需求草稿', en: 'Keep one’s own draft of a need' },
    by: { own: firmRoles },
  },
  'need.see': {
    ...{ kind: 'need', verb: 'see', zh: '查看需求和匹配', en: 'See a need and its matches' },
    by: { own: firmRoles, bureau: ['operator'] },
  },
  'need.change': {
    ...{ kind: 'need', verb: 'change', zh: '撤回需求、扩大范围', en: 'Withdraw or widen a need' },
    by: { own: firmRoles },
  },
  'cascade.steer': {
    ...{ kind: 'need', verb: 'change', zh: '逐级询源：提前扩大、暂停、继续', en: 'Widen, hold or release a cascade' },
    by: { own: firmRoles, bureau: ['operator'] },
  },
  'need.rule': {
    ...{ kind: 'need', verb: 'change', zh: '复核暂缓送达的需求', en: 'Rule on needs that are kept back' },
    by: { bureau: ['operator'] },
  },
  'match.decide': {
    ...{ kind: 'match', verb: 'change', zh: '列入候选、不选、选定', en: 'Shortlist, decline, choose' },
    by: { own: firmRoles },
  },
  'match.respond': {
    ...{ kind: 'match', verb: 'change', zh: '报价或说明做不了', en: 'Quote, or say why not' },
    by: { counterpart: firmRoles },
  },
  'opportunity.see': {
    ...{ kind: 'opportunity', verb: 'see', zh: '查看送达的商机', en: 'See a need that was sent to one' },
    by: { counterpart: firmRoles },
  },
  'price.see': {
    ...{ kind: 'price', verb: 'see', zh: '查看报价', en: 'See a quote' },
    by: { own: firmRoles, counterpart: firmRoles, bureau: ['operator'] },
  },
  'deal.see': {
    ...{ kind: 'deal', verb: 'see', zh: '查看成交台账', en: 'See the deal ledger' },
    by: { own: firmRoles, bureau: ['operator'] },
  },
  'deal.sign': {
    ...{ kind: 'deal', verb: 'change', zh: '登记和确认成交步骤', en: 'Enter and confirm steps of a deal' },
    by: { own: firmRoles },
  },
  'offer.see': {
    ...{ kind: 'offer', verb: 'see', zh: '查看自己的供给', en: 'See one’s own offers' },
    by: { own: [...firmRoles, 'operator'] },
  },
  'offer.change': {
    ...{ kind: 'offer', verb: 'change', zh: '发布、修改、撤下供给', en: 'Publish, change and withdraw offers' },
    by: { own: firmRoles },
  },
  'offer.import': {
    ...{ kind: 'offer', verb: 'change', zh: '批量导入供给', en: 'Import offers from Excel' },
    by: { own: ['manager'], bureau: ['operator'] },
  },
  'product.see': {
    ...{ kind: 'product', verb: 'see', zh: '查看产品库', en: 'See the product graph' },
    by: { anywhere: businessRoles },
  },
} as const satisfies Record<string, PermissionRow>;
