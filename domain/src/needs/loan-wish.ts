import { normaliseText } from '../matching/text-normal.ts';
import { blankOut, firstMatches, type Span, spanOf } from '../matching/text-span.ts';
import { Refusal } from '../refusal.ts';
import { mostFundingFen, mostRateBp, mostTermMonths } from './funding.ts';
import type { FundingGuarantee } from './funding-codes.ts';
import { multiplierPattern, numberPattern, readNumber } from './parse-number.ts';

/** What a firm says of the loan it wishes for; null or empty: it says nothing of it. */
export interface LoanWish {
  readonly amountFen: number | null;
  readonly termMonths: number | null;
  /** a year, in hundredths of a per cent: the most it would pay */
  readonly rateBp: number | null;
  readonly guarantees: readonly FundingGuarantee[];
}

/** Read from the firm’s own words, for it to correct. Cost: linear. */
export function readLoanWish(text: string): LoanWish {
  return readLoan(normaliseText(text).text).wish;
}

/** Can a loan like this be wished for? What a bank could not offer is refused as its offer would be. */
export function decideLoanWish(wish: LoanWish): LoanWish {
  const { amountFen, termMonths, rateBp } = wish;
  if (amountFen !== null && (amountFen <= 0 || amountFen > mostFundingFen))
    throw new Refusal('funding.amount-implausible');
  if (termMonths !== null && (termMonths < 1 || termMonths > mostTermMonths))
    throw new Refusal('funding.term-implausible', { most: mostTermMonths });
  if (rateBp !== null && (rateBp < 0 || rateBp > mostRateBp))
    throw new Refusal('funding.rate-implausible', { most: mostRateBp / 100 });
  return wish;
}

/**
 * Whether the text asks for a plain loan, and what of it remains when the terms of the loan are left out: `设备抵押` as its security names
 * no matter of registering pledges. Whoever has a loan and trouble with it asks for something else. `text` is normalised.
 */
export function readLoanRequest(text: string): { readonly about: string } | undefined {
  if (!lending.test(text) || notPlain.test(text)) return undefined;
  const { wish, spans } = readLoan(text);
  return wish.amountFen === null ? undefined : { about: blankOut(text, spans) };
}

interface Facet<T> {
  readonly value: T;
  readonly span: Span;
}

function readLoan(text: string): { readonly wish: LoanWish; readonly spans: readonly Span[] } {
  const amounts = readAmounts(text);
  const terms = readTerms(text);
  const rates = readRates(text);
  const guarantees = readGuarantees(text);
  const purposes = firstMatches(text, purpose).map((match) => spanOf(match));
  const wish = {
    ...{ amountFen: amounts[0]?.value ?? null, termMonths: terms[0]?.value ?? null, rateBp: rates[0]?.value ?? null },
    guarantees: [...new Set(guarantees.map(({ value }) => value))],
  };
  const facets = [...amounts, ...terms, ...rates, ...guarantees];
  return { wish, spans: [...facets.map(({ span }) => span), ...purposes] };
}

/** What is asked for stands beside a word of lending; turnover, debts and values are other money. */
function readAmounts(text: string): readonly Facet<number>[] {
  const all = firstMatches(text, amount).flatMap((match) => {
    const { number = '', multiplier, yuan } = match.groups ?? {};
    const isMoney = multiplier !== undefined || yuan !== undefined || /[万亿]$/.test(number);
    const value = Math.round(readNumber(number, multiplier) * 100);
    const before =
      text
        .slice(Math.max(0, match.index - 10), match.index)
        .split(signs)
        .at(-1) ?? '';
    if (!isMoney || !(value > 0 && value <= mostFundingFen) || otherMoney.test(before)) return [];
    return [{ value, span: spanOf(match), asked: lendingBefore.test(before) }];
  });
  return all.toSorted((a, b) => Number(b.asked) - Number(a.asked));
}

function readTerms(text: string): readonly Facet<number>[] {
  return firstMatches(text, term).flatMap((match) => {
    const { number = '', unit = '', half } = match.groups ?? {};
    const count = readNumber(number) + (half === undefined ? 0 : 0.5);
    const value = Math.ceil(count * (monthsOf[unit] ?? Number.NaN));
    return value >= 1 && value <= mostTermMonths ? [{ value, span: spanOf(match) }] : [];
  });
}

const monthsOf: Readonly<Record<string, number>> = { 年: 12, 个月: 1, 月: 1, 天: 1 / 30 };

function readRates(text: string): readonly Facet<number>[] {
  return firstMatches(text, rate).flatMap((match) => {
    const { number = '', spoken } = match.groups ?? {};
    const value = Math.round(readNumber(spoken ?? number) * 100);
    return value > 0 && value <= mostRateBp ? [{ value, span: spanOf(match) }] : [];
  });
}

/** What secures it; `没有抵押` offers none. */
function readGuarantees(text: string): readonly Facet<FundingGuarantee>[] {
  let left = text;
  return securities.flatMap(([value, pattern]) => {
    const found = firstMatches(left, pattern);
    left = blankOut(
      left,
      found.map((match) => spanOf(match)),
    );
    return found.map((match) => ({ value, span: spanOf(match) }));
  });
}

const signs = /[,。;!?\n]/;
const number = `(?<number>${numberPattern})`;
const amount = new RegExp(
  `(?<![\\d.])${number}\\s?(?:[多余]|左右)?(?<multiplier>${multiplierPattern})?\\s?(?<yuan>元|块钱|人民币)?`,
  'g',
);
const lendingBefore = /贷|借|融|缺|授信|周转|资金|额度|需/;
const otherMoney = /营收|收入|产值|销售|流水|欠|投资|注册|资本|估|价值|利润|税|保费|订单|预算|补[贴助]|奖/;

const half = '(?<half>半)?';
const term = new RegExp(
  `(?:(?<=期限|期|借|贷|用|周转|时间)[约为是:到大概\\s]{0,3}|(?<=^|[,。;\\s]))${number}\\s?(?<unit>年|个月|天)${half}(?:期|左右|以内|以上|的)?(?=$|[,。;\\s的利用于买周])`,
  'g',
);
const rate = new RegExp(
  `(?:年化|利率|利息|年息|资金成本)[^,。;\\d百]{0,8}(?:(?<number>\\d{1,2}(?:\\.\\d{1,3})?)\\s?(?:%|个点)|百分之(?<spoken>${numberPattern}))(?:以内|以下|左右)?`,
  'g',
);

const goods = '(?:设备|机器|机床|生产线|存货|原料|仓单|专利|商标|知识产权|股权|动产|存单)';
const link = '[^,。;]{0,3}';
/** The surest first; what one of them has read is left alone by those that follow. */
const securities: readonly (readonly [FundingGuarantee, RegExp])[] = [
  ['receivables', new RegExp(`应收(?:账款|款)?${link}(?:质押|抵押|作押)`, 'g')],
  ['government-fund', /风险补偿(?:资金)?|政府增信/g],
  ['guarantee-company', /担保公司(?:担保)?|融资担保/g],
  ['guarantor', /第三方(?:保证|担保)|(?:个人|股东|法人|企业|连带)[^,。;]{0,2}(?:保证|担保)|保证人/g],
  ['credit', /(?:纯)?信用(?!保险|记录|报告|修复|等级)(?:贷款|方式|贷)?|(?:无|没有|不用|免|没)(?:抵押物?|担保|抵质押)/g],
  ['pledge', new RegExp(`${goods}${link}(?:抵押|质押|作押|押)|质押`, 'g')],
  [
    'mortgage',
    /(?:厂房|房产|土地|不动产|房子|住房)[^,。;]{0,4}(?:抵押|作押|押)|抵押物?(?:是|为)?(?:厂房|房产|土地|不动产)?/g,
  ],
];
const purpose =
  /担保方式[^,。;]{0,8}|(?:用于|用来|拿来|主要是?|为了)[^,。;]{1,24}|(?:购买|采购|想?买|购置|新建|扩建)[^,。;]{1,16}/g;

const lending = /贷|借款|借钱|借\d|银行借|融资|授信|流动资金|周转|缺.{0,4}资金|资金缺口/;
/** Trouble with a loan, its papers, or money of another kind: matters of their own. */
const notPlain =
  /贴息|登记|公示|投诉|收费|违约金|抽贷|断贷|压贷|收回|收贷|续贷|续做|展期|延期|过桥|转贷|倒贷|到期|垫资|股[权份]|投资人|上市|债券?|担保费|公积金|税|专利|商标|知识产权|保单|应收|欠条|确权|订单融资|中标|政采|渔船|海域|海区|养殖|种植|合作社|农|第一次|首次|首贷|从[未没来]|没有?[贷借]过|拒|科技成果|创业|名单|补偿|国债|备案|引导基金|天使|搭售|保险|仓单|保证金|补[贴助]|财政|资格|证明|拖欠|欠我|欠款|货款|工程款|尾款|账款|不付|没付|罚款|赔/;
