import type { RefusalRow } from '../refusal.ts';

/** Why an action on a case is not possible now. */
export const caseRefusalCodes = [
  'cases.not-now',
  'cases.not-the-lead',
  'cases.not-a-helper',
  'cases.helper-asked-already',
  'cases.helper-is-lead',
  'cases.bureau-keeps',
  'cases.arbitrated',
  'cases.extension-waits',
  'cases.no-extension-waits',
  'cases.extension-too-long',
  'cases.same-body',
  'cases.earlier',
  'cases.changed',
  'cases.incomplete',
  'cases.unknown-body',
  'cases.unknown-matter',
  'cases.not-a-body',
  'cases.no-bureau',
  'cases.unknown-reason',
  'cases.on-the-need',
  'cases.bank-elsewhere',
  'cases.no-duty-there',
  'cases.table-decides',
  'cases.reminded-lately',
] as const;
export type CaseRefusalCode = (typeof caseRefusalCodes)[number];

export const caseRefusals = {
  'cases.not-now': { status: 409, zh: '此时可以：{allowedZh}', en: 'Possible now: {allowedEn}' },
  'cases.not-the-lead': {
    status: 409,
    zh: '这件事现在由 {body} 办理，请由该单位操作',
    en: 'This case is now with {body}; only that body may do this',
  },
  'cases.not-a-helper': {
    status: 409,
    zh: '没有请您单位协办，或已经答复',
    en: 'Your body is not asked for help here, or has answered',
  },
  'cases.helper-asked-already': {
    status: 409,
    zh: '已请该单位协办，还没有答复',
    en: 'That body has been asked already and has not answered',
  },
  'cases.helper-is-lead': { status: 422, zh: '主办单位不能协办自己的事', en: 'The body in charge cannot help itself' },
  'cases.bureau-keeps': {
    status: 409,
    zh: '调度单位不能退回，请指派主办单位',
    en: 'The bureau cannot hand back; assign a body instead',
  },
  'cases.arbitrated': {
    status: 409,
    zh: '已按职责清单指定主办单位，不能再退回。有异议请向调度单位提出，时限照算',
    en: 'The duty table has decided who is in charge; it cannot be handed back again. Object to the bureau; the clock runs on',
  },
  'cases.extension-waits': {
    status: 409,
    zh: '已申请延期，等对方答复',
    en: 'An extension has been asked for and waits for an answer',
  },
  'cases.no-extension-waits': { status: 409, zh: '没有待答复的延期申请', en: 'No extension waits for an answer' },
  'cases.extension-too-long': {
    status: 422,
    zh: '一次最多延期 {most} 个工作日',
    en: 'At most {most} working days at a time',
  },
  'cases.same-body': { status: 422, zh: '这件事已经在该单位', en: 'The case is with that body already' },
  'cases.earlier': {
    status: 409,
    zh: '此前已有更晚的操作，请刷新后再试',
    en: 'Something later has been done already; reload and try again',
  },
  'cases.changed': {
    status: 409,
    zh: '{who} {minutes} 分钟前已{whatZh}。请看过再操作',
    en: '{who} did something {minutes} min ago: {whatEn}. Look at it before you act',
  },
  'cases.incomplete': { status: 422, zh: '还缺：{missingZh}', en: 'Still missing: {missingEn}' },
  'cases.unknown-body': {
    status: 422,
    zh: '没有这个单位，或它已并入别的单位。请重新选择',
    en: 'There is no such body, or it was merged into another. Choose again',
  },
  'cases.unknown-matter': {
    status: 422,
    zh: '职责清单今天没有这个事项。请重新选择',
    en: 'No such matter in today’s duty table. Choose again',
  },
  'cases.not-a-body': {
    status: 422,
    zh: '“{name}”是企业，不承办诉求。请选择部门、银行、高校或创新平台',
    en: '“{name}” is a firm and handles no requests. Choose a department, bank, university or centre',
  },
  'cases.no-bureau': {
    status: 409,
    zh: '本市还没有调度岗位，诉求无人受理。请联系平台管理员',
    en: 'This city has no operator yet, so nobody could take the request. Ask the administrator of the platform',
  },
  'cases.on-the-need': {
    status: 409,
    zh: '配套需求请在需求页撤回，供应商会一并收到通知',
    en: 'A sourcing need is withdrawn on its own page; the suppliers are told at once',
  },
  'cases.bank-elsewhere': {
    status: 422,
    zh: '资金需求由企业自己选银行报价，银行不主办也不协办。请选择其他单位',
    en: 'The firm itself chooses the banks that make an offer; a bank neither leads nor helps here. Choose another body',
  },
  'cases.no-duty-there': {
    status: 422,
    zh: '职责清单里“{name}”没有这类事项，不能直接退给它。可以不填去向，由系统按职责清单分派',
    en: '“{name}” has no matter of this kind in the duty table, so it cannot be handed to it. Name no body, and the duty table finds one',
  },
  'cases.table-decides': {
    status: 422,
    zh: '第二次退回由职责清单决定主办单位，请不要填去向',
    en: 'The second hand-back is decided by the duty table; name no body',
  },
  'cases.reminded-lately': {
    status: 409,
    zh: '刚催过，{lead}已收到。{time} 以后可以再催；有新情况请用“补充材料”',
    en: 'You reminded {lead} not long ago, and it was told. You can again from {timeEn}; if there is news, add to the request',
  },
  'cases.unknown-reason': {
    status: 422,
    zh: '请从列出的原因中选择：{reasonsZh}',
    en: 'Choose one of these reasons: {reasonsEn}',
  },
} as const satisfies Record<CaseRefusalCode, RefusalRow>;
