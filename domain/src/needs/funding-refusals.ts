import type { RefusalRow } from '../refusal.ts';

/** Why asking banks, an offer, its taking or a reading of the payment record is not possible. */
export const fundingRefusalCodes = [
  'funding.not-funding',
  'funding.banks-not-here',
  'funding.too-many-banks',
  'funding.bank-twice',
  'funding.not-a-bank',
  'funding.bank-reads',
  'funding.amount-implausible',
  'funding.rate-implausible',
  'funding.term-implausible',
  'funding.fees-implausible',
  'funding.valid-until-passed',
  'funding.valid-too-long',
  'funding.change-missing',
  'funding.offered-already',
  'funding.over',
  'funding.offer-changed',
  'funding.offer-expired',
  'funding.accepted-already',
  'funding.bank-not-asked',
  'funding.no-receipt',
  'funding.receipt-used',
  'funding.receipt-taken-back',
  'funding.receipt-expired',
  'funding.receipt-waits',
] as const;
export type FundingRefusalCode = (typeof fundingRefusalCodes)[number];

export const fundingRefusals = {
  'funding.not-funding': {
    status: 409,
    zh: '这不是资金需求，没有银行报价',
    en: 'This is not a funding need; no banks make offers on it',
  },
  'funding.banks-not-here': {
    status: 422,
    zh: '只有资金需求可以选银行。请去掉银行，或改为资金需求',
    en: 'Only a funding need is sent to banks. Leave the banks out, or make it a funding need',
  },
  'funding.too-many-banks': {
    status: 422,
    zh: '一件需求最多问 {most} 家银行，已问 {asked} 家，还可以问 {left} 家',
    en: 'At most {most} banks for one need; {asked} asked, {left} left',
  },
  'funding.bank-twice': {
    status: 422,
    zh: '同一家银行只能问一次。请换一家',
    en: 'Each bank is asked once. Choose another',
  },
  'funding.not-a-bank': {
    status: 422,
    zh: '所选单位中有不是本市银行的，或已并入别的单位。请重新选择',
    en: 'One of these is no bank of this city, or was merged into another. Choose again',
  },
  'funding.bank-reads': {
    status: 409,
    zh: '有银行参与过这件事的办理，看得到办理过程，不能再问其他银行。请另提一件资金需求',
    en: 'A bank took part in handling this and reads its history, so no other bank can be asked. Send in another funding need',
  },
  'funding.amount-implausible': {
    status: 422,
    zh: '额度要大于 0，最多 1,000 亿元。请核对',
    en: 'The amount must be above 0 and at most ¥100 billion. Please check',
  },
  'funding.rate-implausible': {
    status: 422,
    zh: '年利率应在 0% 和 {most}% 之间。请核对',
    en: 'The yearly rate must be between 0 % and {most} %. Please check',
  },
  'funding.term-implausible': {
    status: 422,
    zh: '期限应在 1 和 {most} 个月之间。请核对',
    en: 'The term must be between 1 and {most} months. Please check',
  },
  'funding.fees-implausible': {
    status: 422,
    zh: '费用不能小于 0，也不能达到贷款额度。请核对',
    en: 'The fees must not be below 0, nor as high as the amount. Please check',
  },
  'funding.valid-until-passed': {
    status: 422,
    zh: '有效期 {date} 已过。请选今天或以后的日期',
    en: 'The offer would have ended on {date}. Choose today or later',
  },
  'funding.valid-too-long': {
    status: 422,
    zh: '报价有效期最长 {most} 天',
    en: 'An offer is good for at most {most} days',
  },
  'funding.change-missing': {
    status: 422,
    zh: '请写明怎样才可以：企业改了什么，本行就能报价',
    en: 'Say what would change it: what the firm can do to get an offer from you',
  },
  'funding.offered-already': {
    status: 409,
    zh: '已经报价，不能再婉拒。可以更新报价，或等它过期',
    en: 'You have made an offer and cannot decline any more. Change it, or let it run out',
  },
  'funding.over': {
    status: 409,
    zh: '这次询价已经结束，不能再报价、婉拒或接受',
    en: 'This is over: nothing can be offered, declined or taken any more',
  },
  'funding.offer-changed': {
    status: 409,
    zh: '银行刚更新了这份报价。请看过新报价再接受',
    en: 'The bank has just changed this offer. Look at the new one before you take it',
  },
  'funding.offer-expired': {
    status: 409,
    zh: '这份报价有效到 {date}，已经过期。可以请银行更新',
    en: 'This offer was good until {date}. Ask the bank to renew it',
  },
  'funding.accepted-already': {
    status: 409,
    zh: '已经接受了一家银行的报价，不能再接受另一家',
    en: 'One bank’s offer has been taken already; another cannot be',
  },
  'funding.bank-not-asked': {
    status: 422,
    zh: '没有问过这家银行，不能给它授权。请先问它',
    en: 'This bank was not asked, so it cannot be given a receipt. Ask it first',
  },
  'funding.no-receipt': {
    status: 409,
    zh: '企业还没有授权您查看付款记录',
    en: 'The firm has not permitted you to read its payment record',
  },
  'funding.receipt-used': {
    status: 409,
    zh: '这次授权已经用过。再看需要企业重新授权',
    en: 'This permission has been used. To read again, the firm has to give another',
  },
  'funding.receipt-taken-back': {
    status: 409,
    zh: '企业已收回这次授权',
    en: 'The firm took this permission back',
  },
  'funding.receipt-expired': {
    status: 409,
    zh: '这次授权已经过期。需要时请企业重新授权',
    en: 'This permission has run out. If you need it, ask the firm for another',
  },
  'funding.receipt-waits': {
    status: 409,
    zh: '这家银行已有一次没用过的授权',
    en: 'This bank holds a permission that it has not used yet',
  },
} as const satisfies Record<FundingRefusalCode, RefusalRow>;
