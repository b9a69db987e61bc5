import type { Language, Sentence } from '../language.ts';

/** What each action of the trail is called. Every action the code records stands here; a test looks through the code. */
export const auditActions = {
  'session.started': { zh: '登录', en: 'signed in' },
  'session.refused': { zh: '登录未成功', en: 'sign-in refused' },
  'session.signed-out': { zh: '退出登录', en: 'signed out' },
  'session.ended': { zh: '结束会话', en: 'ended a session' },
  'session.second-factor-given': { zh: '通过第二重验证', en: 'gave the second factor' },
  'second-factor.switched-on': { zh: '启用第二重验证', en: 'switched the second factor on' },
  'second-factor.switched-off': { zh: '停用第二重验证', en: 'switched the second factor off' },
  'second-factor.recovery-codes-renewed': { zh: '更换恢复码', en: 'renewed the recovery codes' },
  'password.changed': { zh: '修改密码', en: 'changed the password' },
  'password.set-by-link': { zh: '通过链接设置密码', en: 'set the password by link' },
  'person.preferences-changed': { zh: '修改显示设置', en: 'changed display settings' },
  'need.published': { zh: '发布需求', en: 'published a need' },
  'need.withdrawn': { zh: '撤回需求', en: 'withdrew a need' },
  'need.widened': { zh: '扩大需求范围', en: 'widened a need' },
  'need.chosen': { zh: '选定供应商', en: 'chose a supplier' },
  'match.shortlisted': { zh: '列入或移出候选', en: 'changed the short list' },
  'match.rejected': { zh: '不选，说明原因', en: 'declined with a reason' },
  'response.given': { zh: '答复需求', en: 'answered a need' },
  'response.amended': { zh: '修改答复', en: 'amended an answer' },
  'deal.step-written': { zh: '登记成交步骤', en: 'entered a step of a deal' },
  'deal.step-confirmed': { zh: '确认成交步骤', en: 'confirmed a step of a deal' },
  'deal.exported': { zh: '导出成交台账', en: 'exported the deal ledger' },
  'offer.published': { zh: '发布供给', en: 'published an offer' },
  'offer.changed': { zh: '修改供给', en: 'changed an offer' },
  'offer.withdrawn': { zh: '撤下供给', en: 'withdrew an offer' },
  'contact.read': { zh: '查看联系人', en: 'saw a contact' },
  'price.read': { zh: '查看价格', en: 'saw prices' },
  'evidence.read': { zh: '查看证明材料', en: 'saw evidence' },
  'audit.read': { zh: '查阅审计', en: 'read the trail' },
  'audit.checked': { zh: '校验审计链', en: 'checked the trail' },
  'audit.exported': { zh: '导出审计', en: 'exported the trail' },
} as const satisfies Record<string, Sentence>;
export type AuditAction = keyof typeof auditActions;

/** Kinds of things an entry can be about. */
export const auditSubjects = {
  account: { zh: '账号', en: 'account' },
  'user-name': { zh: '用户名', en: 'user name' },
  person: { zh: '人员', en: 'person' },
  session: { zh: '会话', en: 'session' },
  need: { zh: '需求', en: 'need' },
  match: { zh: '匹配', en: 'match' },
  deal: { zh: '成交', en: 'deal' },
  offer: { zh: '供给', en: 'offer' },
  organisation: { zh: '主体', en: 'organisation' },
  audit: { zh: '审计', en: 'trail' },
} as const satisfies Record<string, Sentence>;

export function actionWords(action: string, language: Language): string {
  const table: Readonly<Record<string, Sentence>> = auditActions;
  return table[action]?.[language] ?? action;
}

export function subjectWords(kind: string, language: Language): string {
  const table: Readonly<Record<string, Sentence>> = auditSubjects;
  return table[kind]?.[language] ?? kind;
}
