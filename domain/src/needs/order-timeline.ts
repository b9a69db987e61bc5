import type { Language } from '../language.ts';
import type { CaseReader } from './case-timeline.ts';
import { spokenInstant } from './case-timeline.ts';
import type { OrderAction, OrderActionKind, OrderStatus } from './order-action.ts';
import { orderGroundWords } from './order-words.ts';

/** A step of an order with the names in it. */
export interface OrderStep {
  readonly action: OrderAction;
  /** the organisation that acted; empty: the platform */
  readonly by: string;
  /** the body that answers for the order from this step on */
  readonly body: string;
}

type Tell = (step: OrderStep, reader: CaseReader) => string;
type Telling = Readonly<Record<Language, Tell>>;

const yours = { zh: '您的', en: 'your' } as const;
const firms = { zh: '企业的', en: 'the firm’s' } as const;
const whose = ({ isAsker, language }: CaseReader) => (isAsker ? yours : firms)[language];
const firm = ({ isAsker, language }: CaseReader, by: string) => {
  if (!isAsker) return by;
  return language === 'zh' ? '您' : 'You';
};

const sentences: { readonly [K in OrderActionKind]: Telling } = {
  issued: {
    zh: ({ by, body, action }, reader) =>
      `${by}督办${whose(reader)}这件事（${ground(action, 'zh')}），交${body}办，先签收`,
    en: ({ by, body, action }, reader) =>
      `${by} supervises ${whose(reader)} request (${ground(action, 'en')}); ${body} must sign for it first`,
  },
  signed: { zh: ({ by }) => `${by}签收督办`, en: ({ by }) => `${by} signed for the order` },
  'fed-back': {
    zh: ({ by, action }) => `${by}反馈督办，${promised(action)} 前办结`,
    en: ({ by, action }) => `${by} fed back on the order; done by ${promised(action)}`,
  },
  accepted: {
    zh: ({ by }, reader) => `${by}审核通过，等${firm(reader, '企业')}同意销号`,
    en: ({ by }, reader) =>
      `${by} accepted the feedback; ${reader.isAsker ? 'you say' : 'the firm says'} whether it is struck off`,
  },
  returned: {
    zh: ({ by, body }) => `${by}审核没有通过，退回${body}重办`,
    en: ({ by, body }) => `${by} returned it to ${body}`,
  },
  called: {
    zh: ({ by }, reader) => `${by}已电话联系${firm(reader, '企业')}，销号仍等${firm(reader, '企业')}答复`,
    en: ({ by }, reader) =>
      `${by} called ${reader.isAsker ? 'you' : 'the firm'}; whether it is struck off is still for ${reader.isAsker ? 'you' : 'it'} to say`,
  },
  consented: {
    zh: ({ by }, reader) => `${firm(reader, by)}同意销号，督办结束`,
    en: ({ by }, reader) => `${firm(reader, by)} agreed; the order is struck off`,
  },
  refused: {
    zh: ({ by, body }, reader) => `${firm(reader, by)}不同意销号，${body}继续办`,
    en: ({ by, body }, reader) => `${firm(reader, by)} did not agree; ${body} goes on`,
  },
  moved: {
    zh: ({ body }) => `督办随件转到${body}，由它签收`,
    en: ({ body }) => `The order went with its case to ${body}`,
  },
  ended: { zh: () => '诉求撤回，督办终止', en: () => 'The request was withdrawn; the order ended' },
};

/** `市工信局督办您的这件事（已逾期），交市人社局办，先签收`. */
export function orderSentence(step: OrderStep, reader: CaseReader): string {
  return sentences[step.action.kind][reader.language](step, reader);
}

const ground = (action: OrderAction, language: Language) =>
  action.kind === 'issued' ? orderGroundWords[action.ground][language] : '';
const promised = (action: OrderAction) => (action.kind === 'fed-back' ? action.promised : '');

export interface OrderNext {
  readonly status: OrderStatus;
  readonly body: string;
  readonly supervisor: string;
  readonly due: Date | null;
}

/** What happens next, by whom, by when. */
export function orderNext(next: OrderNext, reader: CaseReader): string {
  const { status, body, supervisor } = next;
  const { language, isAsker } = reader;
  const due = next.due ? spokenInstant(next.due, language) : '';
  const words = {
    zh: {
      ...{ issued: `${body}应于 ${due} 前签收`, signed: `${body}应于 ${due} 前反馈` },
      ...{
        'fed-back': `${supervisor}应于 ${due} 前审核`,
        accepted: `等${isAsker ? '您' : '企业'}在 ${due} 前答复是否同意销号`,
      },
      ...{ 'struck-off': '已销号', ended: '已随诉求撤回终止' },
    },
    en: {
      ...{ issued: `${body} signs by ${due}`, signed: `${body} feeds back by ${due}` },
      'fed-back': `${supervisor} reviews by ${due}`,
      accepted: `${isAsker ? 'You say' : 'The firm says'} by ${due} whether it is struck off`,
      ...{ 'struck-off': 'Struck off', ended: 'Ended with the request' },
    },
  } as const satisfies Record<Language, Record<OrderStatus, string>>;
  return words[language][status];
}
