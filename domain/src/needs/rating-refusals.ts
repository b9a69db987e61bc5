import type { RefusalRow } from '../refusal.ts';

export const ratingRefusalCodes = [
  'ratings.used',
  'ratings.expired',
  'ratings.unknown',
  'ratings.not-yet',
  'ratings.too-often',
  'ratings.not-a-body',
  'ratings.day-not-over',
  'ratings.not-drawn',
  'ratings.days-missing',
  'ratings.days-backwards',
  'ratings.own-handling',
  'ratings.not-said',
] as const;
export type RatingRefusalCode = (typeof ratingRefusalCodes)[number];

/** Why a grade is not taken. */
export const ratingRefusals = {
  'ratings.used': {
    status: 409,
    zh: '此链接已使用。评价只能提交一次',
    en: 'This link has been used. A rating is given once',
  },
  'ratings.expired': {
    status: 409,
    zh: '此链接已于 {date} 过期。可在需求页提出重新办理',
    en: 'This link expired on {dateEn}. You can still have the request reopened on its page',
  },
  'ratings.unknown': {
    status: 404,
    zh: '链接不完整或不存在，或已换成新的链接。请从需求页打开',
    en: 'The link is not complete, does not exist or was replaced by a newer one. Open it from the page of the request',
  },
  'ratings.not-yet': {
    status: 409,
    zh: '这件事还没有办结，办结后再评价',
    en: 'This request is not closed yet; rate it when it is',
  },
  'ratings.too-often': {
    status: 429,
    zh: '这里打开链接太频繁。请过一分钟再试',
    en: 'Too many links were opened from here. Try again in a minute',
  },
  'ratings.not-a-body': {
    status: 403,
    zh: '贵单位不办理诉求，没有评价汇总',
    en: 'Your organisation handles no requests, so there are no grades of it',
  },
  'ratings.day-not-over': {
    status: 409,
    zh: '{date} 还没有过完，名单还会变。请第二天再回访',
    en: '{dateEn} is not over and the sample may still change. Call back from the next day on',
  },
  'ratings.not-drawn': {
    status: 409,
    zh: '这件办件不在 {date} 的回访名单里',
    en: 'This case is not in the call-back sample of {dateEn}',
  },
  'ratings.days-missing': {
    status: 422,
    zh: '请写起止两个日期',
    en: 'Give both days, from and to',
  },
  'ratings.days-backwards': {
    status: 422,
    zh: '起始日 {from} 晚于截止日 {to}。请调换',
    en: 'The first day, {from}, is after the last, {to}. Exchange them',
  },
  'ratings.not-said': {
    status: 422,
    zh: '企业没有说“没有解决”，不能据此重新办理',
    en: 'The firm did not say that it is not solved, so the case cannot be taken up again for that',
  },
  'ratings.own-handling': {
    status: 403,
    zh: '您登录的单位办理或调度这件事，不能替企业评价。链接没有用掉，请由企业打开',
    en: 'You are signed in for a body that handles or supervises this request and cannot rate in the firm’s name. The link is not used up; the firm opens it',
  },
} as const satisfies Record<RatingRefusalCode, RefusalRow>;
