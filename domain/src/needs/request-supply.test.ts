import { expect, it } from 'vitest';
import { isSupplyNeed } from './request-supply.ts';

it('knows a request for goods by a word of buying beside an amount', () => {
  const asked = [
    '急需熔喷布 5 吨/天',
    '求购m8螺栓两万只',
    '采购轴承一千套,月底前到货',
    '想买尼龙袋 3000 条,要检测报告',
  ];
  for (const text of asked) expect([text, isSupplyNeed(text)]).toEqual([text, true]);
});

it('takes money, people, permits and space for no goods', () => {
  const others = [
    '急需贷款500万',
    '急需招工50人',
    '采购3台叉车要办什么手续',
    '需要厂房 3000 平方米',
    '需要一台变压器增容',
    '叉车证',
  ];
  for (const text of others) expect([text, isSupplyNeed(text)]).toEqual([text, false]);
});
