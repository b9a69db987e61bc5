import { expect, it } from 'vitest';
import { readLoanRequest, readLoanWish } from './loan-wish.ts';

it('reads amount, term, rate and security of the loan a firm wishes for', () => {
  expect(readLoanWish('想贷款200万元，一年期，买设备，最好信用或者设备抵押')).toEqual({
    ...{ amountFen: 200_000_000, termMonths: 12, rateBp: null, guarantees: ['credit', 'pledge'] },
  });
  expect(readLoanWish('申请流动资金贷款三百五十万，期限18个月，年化利率不超过4.35%，厂房抵押')).toEqual({
    ...{ amountFen: 350_000_000, termMonths: 18, rateBp: 435, guarantees: ['mortgage'] },
  });
  expect(readLoanWish('借80万，用半年，利息百分之四以内，担保公司担保')).toEqual({
    ...{ amountFen: 80_000_000, termMonths: 6, rateBp: 400, guarantees: ['guarantee-company'] },
  });
});

it('reads a term before what the money is for', () => {
  expect(readLoanWish('备料需要 150 万元，三个月周转')).toMatchObject({ amountFen: 150_000_000, termMonths: 3 });
});

it('takes turnover, age and the calendar for no terms of a loan', () => {
  expect(readLoanWish('成立八年，年营收3000万，2025年拿过奖，想贷款150万')).toEqual({
    ...{ amountFen: 150_000_000, termMonths: null, rateBp: null, guarantees: [] },
  });
});

it('reads nothing where nothing is said', () => {
  expect(readLoanWish('请帮忙协调银行')).toEqual({ amountFen: null, termMonths: null, rateBp: null, guarantees: [] });
});

it('knows a plain loan, and leaves trouble with one, its papers and other money alone', () => {
  const plain = ['想贷款200万元,一年期,设备抵押', '需要流动资金贷款300万元', '缺周转资金八百万,介绍几家银行'];
  for (const text of plain) expect([text, readLoanRequest(text) !== undefined]).toEqual([text, true]);
  const others = [
    '设备抵押登记在哪办,贷款200万',
    '银行突然抽贷500万',
    '贷款300万下周到期,想用过桥资金',
    '客户拖欠货款80万,周转不开',
    '想贷款,怎么办',
  ];
  for (const text of others) expect([text, readLoanRequest(text) !== undefined]).toEqual([text, false]);
});

it('names no matter by the terms of the loan', () => {
  expect(readLoanRequest('想贷款200万元,一年期,设备抵押')?.about).not.toContain('抵押');
});
