import type { RefusalRow } from '../refusal.ts';

/** Why the members of an alliance cannot stand as given. */
export const allianceRefusals = {
  'alliances.not-an-alliance': {
    status: 409,
    zh: '“{name}”不是联盟，不能登记成员',
    en: '“{name}” is no alliance and has no members',
  },
  'alliances.own-member': { status: 422, zh: '联盟不能是自己的成员', en: 'An alliance is not a member of itself' },
  'alliances.no-member': {
    status: 422,
    zh: '本市没有您选的成员主体，请重新选择',
    en: 'One of the members is not registered in this city. Please choose again',
  },
  'alliances.twice': {
    status: 409,
    zh: '“{name}”在同一时段登记了两次，请合并成一行或错开日期',
    en: '“{name}” stands there twice on the same days. Join the rows or part the dates',
  },
  'alliances.period-empty': {
    status: 422,
    zh: '“{name}”的退出日期要晚于加入日期',
    en: '“{name}” leaves before it joins. Please check the dates',
  },
  'alliances.above-whole': {
    status: 422,
    zh: '{day} 起份额合计 {sum}%，超过 100%。请核对各成员份额',
    en: 'From {day} the shares add up to {sum} %, above 100 %. Please check them',
  },
} as const satisfies Record<string, RefusalRow>;
