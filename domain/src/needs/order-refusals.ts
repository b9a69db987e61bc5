import type { RefusalRow } from '../refusal.ts';

/** Why a supervision order cannot be given, or nothing can be done to it. */
export const orderRefusalCodes = [
  'orders.no-ground',
  'orders.incomplete',
  'orders.case-over',
  'orders.open-already',
  'orders.not-now',
  'orders.over',
  'orders.changed',
  'orders.earlier',
  'orders.promise-past',
] as const;
export type OrderRefusalCode = (typeof orderRefusalCodes)[number];

export const orderRefusals = {
  'orders.no-ground': {
    status: 409,
    zh: '链长办只能督办三种件：提醒已升级到调度单位或链长办的、已逾期的、已被退回两次的。这件一种也不是；可请调度单位说明理由后督办',
    en: 'A chief’s office orders on three grounds: the ladder has reached the bureau or the chief’s office, the case is overdue, or it was handed back twice. This case has none of them; the bureau can order it with a reason',
  },
  'orders.incomplete': { status: 422, zh: '还缺：{missingZh}', en: 'Still missing: {missingEn}' },
  'orders.case-over': {
    status: 409,
    zh: '这件事已经办结，不能再督办。企业可以要求重新办理',
    en: 'The case is over and cannot be supervised any more. The firm may have it reopened',
  },
  'orders.open-already': {
    status: 409,
    zh: '这件事已由{issuer}督办，还没有销号',
    en: '{issuer} has ordered this case already, and the order is still on the books',
  },
  'orders.not-now': {
    status: 409,
    zh: '督办现在由{whoZh}处理，此时可以：{allowedZh}',
    en: 'The order is now with {whoEn}. Possible now: {allowedEn}',
  },
  'orders.over': { status: 409, zh: '这件督办{stateZh}', en: 'The order {stateEn}' },
  'orders.changed': {
    status: 409,
    zh: '{who} {minutes} 分钟前已{whatZh}。请看过再操作',
    en: '{who} did something {minutes} min ago: {whatEn}. Look at it before you act',
  },
  'orders.earlier': {
    status: 409,
    zh: '此前已有更晚的操作，请刷新后再试',
    en: 'Something later has been done already; reload and try again',
  },
  'orders.promise-past': {
    status: 422,
    zh: '办结日期不能早于今天（{today}）',
    en: 'The day by which it is done cannot lie before today ({today})',
  },
} as const satisfies Record<OrderRefusalCode, RefusalRow>;
