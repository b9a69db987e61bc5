import type { RefusalRow } from '../refusal.ts';

/** Why a plot or plant, or a wish for one, cannot stand as it was written. */
export const premisesRefusalCodes = [
  'premises.not-positive',
  'premises.too-much',
  'premises.empty-wish',
  'premises.land-only',
  'premises.future',
  'premises.unknown-region',
  'premises.same-name',
  'premises.not-yours',
  'premises.changed-meanwhile',
] as const;
export type PremisesRefusalCode = (typeof premisesRefusalCodes)[number];

export const premisesRefusals = {
  'premises.not-positive': {
    status: 422,
    zh: '{fieldZh}要大于 0，现在是 {amount}',
    en: 'The {fieldEn} must be above 0 (now {amount})',
  },
  'premises.too-much': {
    status: 422,
    zh: '{fieldZh}最多填 {most}，现在是 {amount}。请核对单位',
    en: 'The {fieldEn} takes at most {most} (now {amount}). Check the unit',
  },
  'premises.empty-wish': {
    status: 422,
    zh: '至少写一项要求',
    en: 'Write down one wish at least',
  },
  'premises.land-only': {
    status: 422,
    zh: '工业用地不填承重和排烟：那是建成厂房的指标',
    en: 'Land has neither floor load nor exhaust: these are of the plant that will stand on it',
  },
  'premises.future': {
    status: 422,
    zh: '数据日期 {date} 还没到，今天是 {today}',
    en: 'The data date {date} lies in the future; today is {today}',
  },
  'premises.unknown-region': {
    status: 422,
    zh: '没有这个区市：{region}',
    en: 'The city has no such district: {region}',
  },
  'premises.same-name': {
    status: 409,
    zh: '本单位已经登记“{name}”。请改那一条',
    en: 'Your body has registered “{name}” already. Change that one',
  },
  'premises.not-yours': {
    status: 403,
    zh: '这一条由{body}登记，请它来改',
    en: 'This one is kept by {body}; ask that body to change it',
  },
  'premises.changed-meanwhile': {
    status: 409,
    zh: '别人刚刚改过这一条。请看过再改',
    en: 'Somebody has changed it meanwhile. Look at it before you change it',
  },
} as const satisfies Record<PremisesRefusalCode, RefusalRow>;
