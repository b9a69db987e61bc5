import type { Sentence } from '../language.ts';
import type { GapTaskKind, GapTaskRequest, GapTaskStatus, GapTaskStep } from './gap-task.ts';

export const gapTaskKindWords = {
  order: { zh: '督办', en: 'Order' },
  'ask-needs': { zh: '请企业发需求', en: 'Have firms post needs' },
  meeting: { zh: '对接意向', en: 'Wish for a meeting' },
} as const satisfies Record<GapTaskKind, Sentence>;

export const gapTaskStatusWords = {
  given: { zh: '承办中', en: 'with the body' },
  reported: { zh: '已反馈，待确认', en: 'reported, to be accepted' },
  done: { zh: '已办结', en: 'done' },
  withdrawn: { zh: '已撤销', en: 'withdrawn' },
} as const satisfies Record<GapTaskStatus, Sentence>;

export const gapTaskRequestWords = {
  report: { zh: '反馈', en: 'report' },
  accept: { zh: '确认办结', en: 'accept as done' },
  return: { zh: '退回重办', en: 'return' },
  withdraw: { zh: '撤销', en: 'withdraw' },
} as const satisfies Record<GapTaskRequest, Sentence>;

export const gapTaskStepWords = {
  given: { zh: '下达', en: 'given' },
  reported: { zh: '反馈', en: 'reported' },
  accepted: { zh: '确认办结', en: 'accepted as done' },
  returned: { zh: '退回重办', en: 'returned' },
  withdrawn: { zh: '撤销', en: 'withdrawn' },
} as const satisfies Record<GapTaskStep, Sentence>;

/** What a task says where nobody has written anything yet. */
export const gapTaskDrafts = {
  order: {
    zh: '请{body}牵头研究{chain}“{product}”（{class}），提出补链办法。',
    en: '{body} is to find a way to close the gap “{product}” ({class}) of {chain}.',
  },
  'ask-needs': {
    zh: '请{body}组织本地用到“{product}”的企业，把采购需求发布到平台（{chain}，{class}）。',
    en: '{body} is to have the local firms that use “{product}” post what they buy on the platform ({chain}, {class}).',
  },
  meeting: {
    zh: '希望就{chain}“{product}”（{class}）安排一次供需对接。',
    en: 'A meeting of buyers and makers of “{product}” ({chain}, {class}) is wished for.',
  },
} as const satisfies Record<GapTaskKind, Sentence>;
