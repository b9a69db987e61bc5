import type { RefusalRow } from '../refusal.ts';

/** Why an article is not taken, published or counted. */
export const articleRefusalCodes = [
  'articles.not-a-body',
  'articles.dates',
  'articles.changed',
  'articles.names-somebody',
  'articles.unknown-matter',
  'articles.not-answered',
  'articles.not-published',
  'articles.published-already',
  'articles.over',
  'articles.no-such-answer',
] as const;
export type ArticleRefusalCode = (typeof articleRefusalCodes)[number];

export const articleRefusals = {
  'articles.not-a-body': {
    status: 409,
    zh: '知识条目和答复模板由办理单位维护，企业不能录入',
    en: 'Articles and answer templates are kept by bodies; a firm cannot enter any',
  },
  'articles.dates': { status: 422, zh: '停用日期要晚于起用日期', en: 'The last day must be after the first' },
  'articles.changed': {
    status: 409,
    zh: '同事刚改过，最新是第 {version} 版。请先看最新的内容',
    en: 'A colleague has just changed it; the newest is version {version}. Look at that first',
  },
  'articles.names-somebody': {
    status: 409,
    zh: '文中有指向个人或企业的内容：{said}。请改写；确属公开信息的，确认后再发布',
    en: 'It says something that points to a person or a firm: {said}. Rewrite it; if it is public, confirm and publish',
  },
  'articles.unknown-matter': {
    status: 422,
    zh: '职责清单里没有这个事项，或不由本单位负责',
    en: 'The duty table has no such matter, or your body does not answer for it',
  },
  'articles.not-answered': {
    status: 409,
    zh: '这件事还没有答复，答复后才能整理成知识条目',
    en: 'This case has no answer yet; an article can be made once it has',
  },
  'articles.not-published': { status: 409, zh: '这个条目没有发布，不用撤下', en: 'It is not published' },
  'articles.published-already': { status: 409, zh: '这一版已经发布', en: 'This version is published already' },
  'articles.over': {
    status: 422,
    zh: '停用日期 {date} 已过，发布了企业也看不到。请先改日期',
    en: 'Its last day, {date}, is over: no firm would see it. Change the date first',
  },
  'articles.no-such-answer': {
    status: 409,
    zh: '这个答案刚刚停用，请看其他答案，或继续提交',
    en: 'This answer was just taken back. Look at the others, or send your request on',
  },
} as const satisfies Record<ArticleRefusalCode, RefusalRow>;
