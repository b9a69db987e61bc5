import type { Sentence } from '../language.ts';

/** The five sentences of a chief’s page. What stands in braces is a figure that opens its rows. */
export const briefSentences = {
  firms: {
    zh: '在链企业 {firms} 家；本季双方确认成交 {deals}。',
    en: '{firms|# firm|# firms} in the chain; deals both sides confirmed this quarter: {deals}.',
  },
  links: {
    zh: '{links} 个环节产品中弱项 {weak} 个，说不清的 {unknown} 个；本季补上 {closed} 个。',
    en: 'Of {links|# product|# products} {weak|# is|# are} weak and {unknown} unknown; {closed|# was|# were} closed this quarter.',
  },
  gap: {
    zh: '最大缺口：{product}（{class}），本地企业每年在外采购约 {amount}，涉及 {buyers} 家。',
    en: 'Largest gap: {product} ({class}); local firms buy about {amount} a year of it elsewhere, {buyers} of them.',
  },
  'no-price': {
    zh: '没有一个弱项的采购企业达到 5 家：缺口金额不公开。弱项见{gaps}。',
    en: 'No weak link has five buyers: no amount is told. See {gaps}.',
  },
  drill: { zh: '断供演练：{drill}。', en: 'Drill: {drill}.' },
  'no-drill': {
    zh: '断供演练：{drill}，没有来不及换的；{unsourced} 个产品没有已知来源，演练说不了它们。',
    en: 'Drill: {drill}, none that cannot be replaced in time; no source is known of {unsourced|# product|# products}, of which it says nothing.',
  },
  orders: {
    zh: '在办督办 {orders} 件：逾期 {red}，临期 {yellow}。',
    en: '{orders|# supervision order is|# supervision orders are} open: {red} overdue, {yellow} due soon.',
  },
} as const satisfies Record<string, Sentence>;
export type BriefSentence = keyof typeof briefSentences;

/** What an order drafted for the chief says. */
export const draftWords = {
  case: {
    zh: '请{body}于{date}前拿出解决办法并反馈：{title}。',
    en: 'To {body}: propose a solution and report by {date}: {title}.',
  },
  gap: {
    zh: '请{body}于{date}前就“{product}”（{class}）提出补链办法并反馈。',
    en: 'To {body}: say by {date} how the gap “{product}” ({class}) is to be closed.',
  },
} as const satisfies Record<string, Sentence>;

/** Why it has come to the chief. */
export const blockedWords = {
  escalated: { zh: '已升级到局长以上仍未解决', en: 'went past the head of the body and is still not solved' },
  'handed-back': { zh: '在单位之间退回 {count} 次', en: 'handed back between bodies {count|once|# times}' },
  gap: { zh: '{class}，有 {count} 条求购没有着落', en: '{class}, with {count|# need|# needs} still open' },
} as const satisfies Record<string, Sentence>;

/** A sentence in pieces: each brace becomes a piece of its own with what it opens. */
export function piecesOf<Ref>(
  template: string,
  figures: Readonly<Record<string, { readonly text: string; readonly ref: Ref | null }>>,
): { text: string; ref: Ref | null }[] {
  return template
    .split(/(\{\w+\})/u)
    .filter((piece) => piece !== '')
    .map((piece) => figures[piece.slice(1, -1)] ?? { text: piece, ref: null });
}
