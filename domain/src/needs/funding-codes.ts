import type { Sentence } from '../language.ts';

/** What secures a loan. */
export const fundingGuarantees = [
  'credit',
  'mortgage',
  'pledge',
  'guarantor',
  'guarantee-company',
  'receivables',
  'government-fund',
] as const;
export type FundingGuarantee = (typeof fundingGuarantees)[number];

export const fundingGuaranteeWords = {
  credit: { zh: '信用，无需担保', en: 'None, on credit' },
  mortgage: { zh: '不动产抵押', en: 'Mortgage on real estate' },
  pledge: { zh: '动产或权利质押', en: 'Pledge of goods or rights' },
  guarantor: { zh: '第三方保证', en: 'Third-party guarantor' },
  'guarantee-company': { zh: '担保公司担保', en: 'Guarantee company' },
  receivables: { zh: '应收账款质押', en: 'Pledge of receivables' },
  'government-fund': { zh: '政府风险补偿', en: 'Public risk fund' },
} as const satisfies Record<FundingGuarantee, Sentence>;

/** Why a bank makes no offer. Each is something the firm can check, and says with it what would change it. */
export const fundingDeclineCodes = [
  'outside-scope',
  'short-history',
  'few-confirmed-orders',
  'high-debt',
  'lacks-collateral',
  'credit-record',
  'papers-missing',
  'amount-too-large',
  'term-too-long',
] as const;
export type FundingDeclineCode = (typeof fundingDeclineCodes)[number];

export const fundingDeclineWords = {
  'outside-scope': { zh: '不在本行支持的行业或用途内', en: 'Trade or purpose we do not finance' },
  'short-history': { zh: '经营时间不够', en: 'In business too short' },
  'few-confirmed-orders': { zh: '平台确认的订单不够', en: 'Too few confirmed orders' },
  'high-debt': { zh: '负债偏高', en: 'Debt too high' },
  'lacks-collateral': { zh: '缺少担保', en: 'No sufficient guarantee' },
  'credit-record': { zh: '征信记录不符合要求', en: 'Credit record not sufficient' },
  'papers-missing': { zh: '材料不全', en: 'Papers missing' },
  'amount-too-large': { zh: '金额超出可授信额度', en: 'Amount above our limit' },
  'term-too-long': { zh: '期限过长', en: 'Term too long' },
} as const satisfies Record<FundingDeclineCode, Sentence>;

/** Why a bank that was asked did not come to lend. Nothing in it tells of another bank or of how many there were. */
export const fundingLostCodes = ['cost', 'amount', 'term', 'guarantee', 'settled', 'withdrawn', 'closed'] as const;
export type FundingLostCode = (typeof fundingLostCodes)[number];

/** What a firm may give as its own reason when it takes another offer. */
export const fundingChoiceCodes = [
  'cost',
  'amount',
  'term',
  'guarantee',
  'settled',
] as const satisfies readonly FundingLostCode[];
export type FundingChoiceCode = (typeof fundingChoiceCodes)[number];

export const fundingLostWords = {
  cost: { zh: '一年费用偏高', en: 'Yearly cost' },
  amount: { zh: '额度不够', en: 'Amount too small' },
  term: { zh: '期限不合适', en: 'Term does not fit' },
  guarantee: { zh: '担保要求不合适', en: 'Guarantee does not fit' },
  settled: { zh: '企业已另有安排', en: 'The firm has made other arrangements' },
  withdrawn: { zh: '企业撤回了需求', en: 'The firm withdrew its need' },
  closed: { zh: '需求已办结', en: 'The need was closed' },
} as const satisfies Record<FundingLostCode, Sentence>;

/** A code as it came back from the log; what is not known any more is said in the most general words. */
export function readFundingLost(code: unknown): FundingLostCode {
  return fundingLostCodes.find((known) => known === code) ?? 'settled';
}
