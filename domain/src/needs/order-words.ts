import type { Language, Sentence } from '../language.ts';
import type { OrderActionKind, OrderGround, OrderSide, OrderStatus } from './order-action.ts';

/** What somebody may do to an order, as a button or a sentence names it. */
export const orderActionWords = {
  issued: { zh: '督办', en: 'give an order' },
  signed: { zh: '签收', en: 'sign for it' },
  'fed-back': { zh: '反馈', en: 'feed back' },
  accepted: { zh: '审核通过', en: 'accept the feedback' },
  returned: { zh: '退回重办', en: 'return it' },
  called: { zh: '电话联系企业', en: 'call the firm' },
  consented: { zh: '同意销号', en: 'agree that it is struck off' },
  refused: { zh: '不同意销号', en: 'refuse that it is struck off' },
  moved: { zh: '随件移交', en: 'move it with its case' },
  ended: { zh: '随件终止', en: 'end it with its case' },
} as const satisfies Record<OrderActionKind, Sentence>;

export const orderStatusWords = {
  issued: { zh: '待签收', en: 'To be signed' },
  signed: { zh: '待反馈', en: 'Feedback due' },
  'fed-back': { zh: '待审核', en: 'To be reviewed' },
  accepted: { zh: '待企业同意', en: 'Waits for the firm' },
  'struck-off': { zh: '已销号', en: 'Struck off' },
  ended: { zh: '已随件终止', en: 'Ended with its case' },
} as const satisfies Record<OrderStatus, Sentence>;

export const orderGroundWords = {
  late: { zh: '已逾期', en: 'overdue' },
  escalated: { zh: '已升级', en: 'escalated' },
  'handed-back-twice': { zh: '两次退回', en: 'handed back twice' },
  judgement: { zh: '调度单位决定', en: 'decided by the bureau' },
} as const satisfies Record<OrderGround, Sentence>;

/** A side, as a refusal names it. */
export const orderSideWords = {
  body: { zh: '主办单位', en: 'the body in charge' },
  supervisor: { zh: '督办方', en: 'the supervisor' },
  firm: { zh: '企业', en: 'the firm' },
  system: { zh: '系统', en: 'the platform' },
} as const satisfies Record<OrderSide, Sentence>;

/** How an order ended, behind its noun. */
export const orderEndWords = {
  'struck-off': { zh: '已经销号', en: 'has been struck off' },
  ended: { zh: '已随诉求撤回或解决而终止', en: 'ended when the request was withdrawn or solved' },
} as const satisfies Record<Extract<OrderStatus, 'struck-off' | 'ended'>, Sentence>;

export const orderWord = (kind: OrderActionKind, language: Language): string => orderActionWords[kind][language];
