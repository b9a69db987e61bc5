import { expect, it } from 'vitest';
import { normaliseText } from '../matching/text-normal.ts';
import { readResearchWish } from './research-wish.ts';
import { readTechnologyWish } from './technology-wish.ts';

it('reads readiness, budget and rights of what a firm wants worked out', () => {
  const text = '希望攻克可降解熔喷滤材，过滤效率≥99%，成熟度7级，预算80万，知识产权双方共有';
  expect(readTechnologyWish(text)).toEqual({ trl: 7, budgetFen: 80_000_000, ipWish: 'joint' });
  expect(readTechnologyWish('TRL≥6，经费不超过五十万元，专利归我司')).toEqual({
    ...{ trl: 6, budgetFen: 50_000_000, ipWish: 'own' },
  });
  expect(readTechnologyWish('愿意出三十万到五十万')).toMatchObject({ budgetFen: 50_000_000 });
});

it('reads no level that does not exist and no budget in other figures', () => {
  expect(readTechnologyWish('效率99%，寿命5000小时，成熟度12级')).toEqual({ trl: null, budgetFen: null, ipWish: null });
});

it('knows a wish for research, and leaves money and papers about research alone', () => {
  const is = (text: string) => readResearchWish(normaliseText(text).text) !== undefined;
  const wishes = [
    '攻克熔喷滤材，效率≥99%',
    '与高校联合研发密封件',
    '寻求涂层脱落的技术解决方案',
    '研发低噪电机，噪声低于55dB',
  ];
  for (const text of wishes) expect([text, is(text)]).toEqual([text, true]);
  const others = [
    '研发费用加计扣除怎么算',
    '联合研究中心备案',
    '研发补助什么时候发',
    '熔喷布检测多久',
    '求购螺栓两万只',
  ];
  for (const text of others) expect([text, is(text)]).toEqual([text, false]);
});

it('leaves figures, readiness and budget out of what names the matter', () => {
  const about = readResearchWish('希望攻克滤材,过滤效率≥99%,成熟度7级,预算80万')?.about ?? '';
  expect(about).toContain('攻克滤材');
  for (const word of ['过滤效率', '成熟度', '预算']) expect(about).not.toContain(word);
});
