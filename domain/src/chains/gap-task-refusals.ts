import type { RefusalRow } from '../refusal.ts';

/** Why a task about a gap is not given, or nothing can be done to it. */
export const gapTaskRefusalCodes = [
  'gap-tasks.no-words',
  'gap-tasks.no-body',
  'gap-tasks.unknown-body',
  'gap-tasks.open-already',
  'gap-tasks.due-past',
  'gap-tasks.due-far',
  'gap-tasks.due-free',
  'gap-tasks.not-now',
  'gap-tasks.over',
  'gap-tasks.changed',
] as const;
export type GapTaskRefusalCode = (typeof gapTaskRefusalCodes)[number];

export const gapTaskRefusals = {
  'gap-tasks.no-words': { status: 422, zh: '请写明内容', en: 'Say in words what is meant' },
  'gap-tasks.no-body': {
    status: 422,
    zh: '这条链没有定牵头部门，请选承办单位',
    en: 'The chain has no lead department; choose the body that is to do it',
  },
  'gap-tasks.unknown-body': {
    status: 422,
    zh: '承办单位要是本市的部门',
    en: 'The body that is to do it must be a department of the city',
  },
  'gap-tasks.open-already': {
    status: 409,
    zh: '{giver}已就这个弱项向{body}下达过同类任务，还没有办结',
    en: '{giver} has given {body} a task of this kind about this gap already, and it is still open',
  },
  'gap-tasks.due-past': {
    status: 422,
    zh: '办结日期不能早于今天（{today}）',
    en: 'The due day cannot lie before today ({today})',
  },
  'gap-tasks.due-far': { status: 422, zh: '办结日期最晚到一年以后', en: 'The due day lies at most a year ahead' },
  'gap-tasks.due-free': {
    status: 422,
    zh: '{day} 不是工作日，请改选工作日',
    en: '{day} is no working day; choose one that is',
  },
  'gap-tasks.not-now': {
    status: 409,
    zh: '这项任务{stateZh}，您现在可以：{allowedZh}',
    en: 'The task is {stateEn}. Possible for you now: {allowedEn}',
  },
  'gap-tasks.over': { status: 409, zh: '这项任务{stateZh}', en: 'The task is {stateEn}' },
  'gap-tasks.changed': {
    status: 409,
    zh: '{who}刚才已{whatZh}。请看过再操作',
    en: '{who} did something just now: {whatEn}. Look at it before you act',
  },
} as const satisfies Record<GapTaskRefusalCode, RefusalRow>;
