import type { Language } from '../language.ts';
import type { OrderActionKind } from '../needs/order-action.ts';
import { orderActionWords } from '../needs/order-words.ts';
import type { EventType } from './event.ts';
import { type NoticeFacts, word } from './notice-facts.ts';

type OrderEventType = Extract<EventType, `order.${string}`>;
type Telling = Readonly<Record<Language, (facts: NoticeFacts) => string>>;

/** Sentences about supervision orders, for the firm, the body that answers for the case, and the supervisor. */
export const orderNotices = {
  'order.acted': {
    zh: (p) => `“${word(p, 'title')}”${deeds[kindOf(p)].zh(p)}`,
    en: (p) => `“${word(p, 'title')}”: ${deeds[kindOf(p)].en(p)}`,
  },
  'order.overdue': {
    zh: (p) => `“${word(p, 'title')}”督办到期：${turns[turnOf(p)].zh(p)}`,
    en: (p) => `“${word(p, 'title')}”: the order fell due, ${turns[turnOf(p)].en(p)}`,
  },
  'order.silent-firm': {
    zh: (p) => `“${word(p, 'title')}”督办已审核通过，${word(p, 'asker')}一直没有答复，请${word(p, 'body')}电话联系`,
    en: (p) => `“${word(p, 'title')}”: ${word(p, 'asker')} has not answered on the order; ${word(p, 'body')} calls it`,
  },
} as const satisfies Record<OrderEventType, Telling>;

const by = (facts: NoticeFacts) => word(facts, 'by');
const lead = (facts: NoticeFacts) => word(facts, 'lead');

const deeds = {
  issued: {
    zh: (p) => `由${by(p)}督办，请${lead(p)}签收`,
    en: (p) => `supervised by ${by(p)}; ${lead(p)} signs for it`,
  },
  signed: { zh: (p) => `${by(p)}已签收督办`, en: (p) => `${by(p)} signed for the order` },
  'fed-back': {
    zh: (p) => `${by(p)}已反馈督办，等${word(p, 'supervisor')}审核`,
    en: (p) => `${by(p)} fed back on the order; ${word(p, 'supervisor')} reviews it`,
  },
  accepted: {
    zh: () => '督办审核通过，请企业答复是否同意销号',
    en: () => 'feedback accepted; the firm says whether the order is struck off',
  },
  returned: { zh: (p) => `督办退回重办，由${lead(p)}继续`, en: (p) => `order returned; ${lead(p)} goes on` },
  called: {
    zh: (p) => `${by(p)}已电话联系企业，销号仍等企业答复`,
    en: (p) => `${by(p)} called the firm; it still has to say whether the order is struck off`,
  },
  consented: { zh: () => '企业同意销号，督办结束', en: () => 'the firm agreed; the order is struck off' },
  refused: { zh: (p) => `企业不同意销号，由${lead(p)}继续办`, en: (p) => `the firm did not agree; ${lead(p)} goes on` },
  moved: {
    zh: (p) => `督办随件转到${lead(p)}，请签收`,
    en: (p) => `the order went with its case to ${lead(p)}, who signs for it`,
  },
  ended: { zh: () => '诉求撤回，督办终止', en: () => 'the request was withdrawn; the order ended' },
} as const satisfies Record<OrderActionKind, Telling>;

function kindOf(facts: NoticeFacts): OrderActionKind {
  const kinds = Object.keys(orderActionWords) as OrderActionKind[];
  return kinds.find((kind) => kind === facts.kind) ?? 'issued';
}

const turns = {
  body: { zh: (p) => `${lead(p)}还没有办`, en: (p) => `${lead(p)} has not acted` },
  supervisor: {
    zh: (p) => `等${word(p, 'supervisor')}审核`,
    en: (p) => `${word(p, 'supervisor')} has not reviewed it`,
  },
  firm: { zh: () => '请企业答复是否同意销号', en: () => 'the firm has not said whether it is struck off' },
} as const satisfies Record<string, Telling>;

const turnOf = ({ turn }: NoticeFacts): keyof typeof turns =>
  turn === 'supervisor' || turn === 'firm' ? turn : 'body';
