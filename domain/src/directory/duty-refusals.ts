import type { RefusalRow } from '../refusal.ts';

export const dutyRefusalCodes = [
  'directory.matters-without-successor',
  'directory.body-holds-matters',
  'directory.successor-not-there',
  'directory.holder-not-there',
  'directory.holder-one-person',
  'directory.nobody-there',
  'directory.duty-number-taken',
  'directory.duty-ended',
  'directory.duty-changed',
  'directory.body-without-people',
  'directory.body-unknown',
] as const;
export type DutyRefusalCode = (typeof dutyRefusalCodes)[number];

export const dutyRefusals = {
  'directory.matters-without-successor': {
    status: 409,
    zh: '{name}还负责 {count} 件事项，请先指定接手人',
    en: '{name} still answers for {count} matters. Name who takes them over first',
  },
  'directory.body-holds-matters': {
    status: 409,
    zh: '{name}还负责 {count} 件事项，请先移交其他单位',
    en: '{name} is still responsible for {count} matters. Move them to other bodies first',
  },
  'directory.successor-not-there': {
    status: 409,
    zh: '接手人从 {day} 起不在岗或在请假，“{matter}”等 {count} 件事项会没有人负责。请换一位接手人',
    en: 'From {day} the successor is not in post or on leave: nobody would answer for {count} matters such as “{matter}”. Name somebody else',
  },
  'directory.holder-not-there': {
    status: 409,
    zh: '负责人和 B 角须是责任单位在岗的人，{day} 起不是。任期有止日的，请同时指定之后的接手人',
    en: 'Owner and deputy must hold posts in the responsible body; from {day} that is not so. For a post with a last day name also who follows',
  },
  'directory.holder-one-person': {
    status: 422,
    zh: '负责人和 B 角不能是同一个人',
    en: 'Owner and deputy cannot be one person',
  },
  'directory.nobody-there': {
    status: 409,
    zh: '{day} 起负责人在请假，又没有在岗的代办人或 B 角。请指定在岗的 B 角',
    en: 'From {day} the owner is on leave and nobody covers or deputises. Name a deputy who is there',
  },
  'directory.duty-number-taken': {
    status: 409,
    zh: '编号 {number} 已用于“{title}”',
    en: 'The number {number} is that of “{title}”',
  },
  'directory.duty-ended': {
    status: 409,
    zh: '这件事项在那一天不在职责清单上',
    en: 'The matter is not on the duty table on that day',
  },
  'directory.duty-changed': {
    status: 409,
    zh: '刚才有人改动了这件事项的责任单位，请刷新后再办',
    en: 'Somebody has just moved this matter. Load the page again',
  },
  'directory.body-without-people': {
    status: 409,
    zh: '{name}还没有可负责的人员。请先给它加一个岗位，或指定负责人',
    en: '{name} has nobody yet who could answer. Give somebody a post there first, or name an owner',
  },
  'directory.body-unknown': {
    status: 422,
    zh: '本市没有这个单位',
    en: 'There is no such body in the city',
  },
} as const satisfies Record<DutyRefusalCode, RefusalRow>;
