import type { CaseActionKind } from './case-action.ts';

/** What somebody may do, as a button or a sentence names it. */
export const caseActionWords = {
  submitted: { zh: '提交', en: 'submit' },
  accepted: { zh: '签收', en: 'sign for it' },
  answered: { zh: '答复', en: 'answer' },
  'handed-back': { zh: '退回', en: 'hand back' },
  arbitrated: { zh: '按职责清单指定', en: 'decide by the duty table' },
  transferred: { zh: '指派', en: 'assign' },
  'helper-asked': { zh: '请协办', en: 'ask for help' },
  'helper-answered': { zh: '协办答复', en: 'answer as a helper' },
  'bank-asked': { zh: '问银行', en: 'ask a bank' },
  'bank-offered': { zh: '银行报价', en: 'offer as a bank' },
  'bank-declined': { zh: '银行婉拒', en: 'decline as a bank' },
  'offer-accepted': { zh: '接受银行报价', en: 'take a bank’s offer' },
  'extension-asked': { zh: '申请延期', en: 'ask for more time' },
  'extension-agreed': { zh: '同意延期', en: 'agree to more time' },
  'extension-refused': { zh: '不同意延期', en: 'refuse more time' },
  confirmed: { zh: '解决了', en: 'say it is solved' },
  'not-solved': { zh: '没解决，继续办', en: 'say it is not solved' },
  closed: { zh: '未解决办结', en: 'close it unsolved' },
  withdrawn: { zh: '撤回', en: 'withdraw' },
  reopened: { zh: '重新办理', en: 'reopen' },
  chosen: { zh: '选定供应商', en: 'choose a supplier' },
  reminded: { zh: '催一下', en: 'remind' },
  supplemented: { zh: '补充材料', en: 'add to it' },
  'firm-asked': { zh: '问企业', en: 'ask the firm' },
} as const satisfies Record<CaseActionKind, { readonly zh: string; readonly en: string }>;
