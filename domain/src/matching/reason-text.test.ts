import { describe, expect, it } from 'vitest';
import { noteText } from './note-text.ts';
import type { MatchNote, Reason } from './reason.ts';
import { reasonText } from './reason-text.ts';

type Params = Reason['params'];

function both(code: Reason['code'], params: Params): [string, string] {
  const reason: Reason = { code, verdict: 'fact', params };
  return [reasonText(reason, 'zh'), reasonText(reason, 'en')];
}

const product = { wanted: '熔喷布', registered: '驻极熔喷布', via: '聚丙烯' };
const weight = {
  name: '克重',
  op: '<=',
  value: 25,
  unit: 'g/m²',
  low: null,
  high: null,
  statedUnit: null,
  evidence: null,
  date: null,
};
const bfe = {
  name: 'BFE',
  op: '>=',
  value: 95,
  unit: '%',
  low: 98,
  high: 98,
  statedUnit: '%',
  evidence: '检测报告',
  date: '2026-09-02',
};
const fiveADay = { needed: 5, unit: '吨', per: 'day', registered: 3, registeredUnit: '吨', registeredPer: 'day' };

describe('the sentences of reasons', () => {
  it.each([
    ['product.same', { ...product, registered: '熔喷布' }, ['直接生产：熔喷布', 'Makes it: 熔喷布']],
    ['product.kind', product, ['生产它的一种：驻极熔喷布', 'Makes a kind of it: 驻极熔喷布']],
    [
      'product.kind',
      { ...product, registeredEn: 'electret meltblown' },
      ['生产它的一种：驻极熔喷布', 'Makes a kind of it: electret meltblown'],
    ],
    [
      'product.broader',
      { ...product, registered: '无纺布' },
      ['登记的是“无纺布”，是否做熔喷布未知', 'Registered as 无纺布; 熔喷布 unknown'],
    ],
    [
      'product.material',
      product,
      ['用同一种原料（聚丙烯），可问能否转产', 'Same material (聚丙烯); could be asked to convert'],
    ],
    [
      'limit.met',
      bfe,
      ['符合 BFE：98 %（要求 ≥ 95 %），检测报告 2026年9月2日', 'BFE met: 98 % (≥ 95 %), test report of 2 Sep 2026'],
    ],
    [
      'limit.not-met',
      { ...weight, low: 30, high: 30, statedUnit: 'g/m²' },
      ['不符合 克重：30 g/m²（要求 ≤ 25 g/m²）', 'weight not met: 30 g/m² (≤ 25 g/m²)'],
    ],
    [
      'limit.unknown',
      weight,
      ['未知 克重：该企业未登记（要求 ≤ 25 g/m²）', 'weight unknown: not registered (≤ 25 g/m²)'],
    ],
    [
      'limit.unknown',
      { ...weight, low: 20, statedUnit: 'g/m²' },
      [
        '未知 克重：登记 最低 20 g/m²，不足以判断（要求 ≤ 25 g/m²）',
        'weight unknown: from 20 g/m² does not tell (≤ 25 g/m²)',
      ],
    ],
    ['capacity.enough', { ...fiveADay, available: 6 }, ['产能够：6 吨/天（需要 5）', 'Enough: 6 t/day (5)']],
    ['capacity.short', { ...fiveADay, available: 3 }, ['产能差 2 吨/天：可供 3（需要 5）', '2 t/day short: 3 of 5']],
    ['capacity.unknown', { ...fiveADay, registered: null, available: null }, ['产能未登记', 'Capacity unknown']],
    [
      'certificate.held',
      { name: '医疗器械生产许可证', validUntil: '2028-05-31' },
      ['持有 医疗器械生产许可证，有效至 2028年5月', 'Holds 医疗器械生产许可证 until May 2028'],
    ],
    [
      'certificate.expired',
      { name: 'CE', validUntil: '2026-03-01' },
      ['CE 已于 2026年3月 到期', 'CE expired Mar 2026'],
    ],
    ['certificate.unknown', { name: 'CE', validUntil: null }, ['CE 未登记', 'CE not registered']],
    [
      'tier',
      { tier: 'city', km: 18, place: '临港区', placeEn: 'Lingang', circle: null, circleEn: null },
      ['本市（临港区），约 18 公里', 'In the city (Lingang), about 18 km'],
    ],
    [
      'tier',
      { tier: 'unknown', km: null, place: null, placeEn: null, circle: null, circleEn: null },
      ['所在地未知', 'Place unknown'],
    ],
    ['record', { deliveries: 7, onTime: 6 }, ['近 12 个月成交 7 笔，6/7 按期', '7 deals in 12 months, 6 of 7 on time']],
    ['record.none', {}, ['平台上暂无成交', 'No deals here yet']],
  ] as const)('%s', (code, params, sentences) => {
    expect(both(code, params)).toEqual(sentences);
  });
});

describe('the sentence above the list', () => {
  const circle = { circle: '胶东', circleEn: 'the city circle' };
  const text = (code: MatchNote['code'], params: Params) => [
    noteText({ code, params }, 'zh'),
    noteText({ code, params }, 'en'),
  ];

  it('says how much the city makes and where the need goes next', () => {
    const params = {
      ...circle,
      from: 'city',
      to: 'circle',
      firms: 4,
      unknown: 0,
      sum: 3.5,
      needed: 5,
      unit: '吨',
      per: 'day',
    };
    expect(text('widened.capacity', params)).toEqual([
      '本市 4 家产能合计 3.5 吨/天，不够 5，已扩到胶东',
      '4 city firms make 3.5 of 5 t/day; widened to the city circle',
    ]);
  });

  it('does not hide firms that registered no capacity', () => {
    const params = {
      ...circle,
      from: 'city',
      to: 'circle',
      firms: 4,
      unknown: 2,
      sum: 3.5,
      needed: 5,
      unit: '吨',
      per: 'day',
    };
    expect(text('widened.capacity', params)[0]).toBe(
      '本市 4 家产能合计 3.5 吨/天，不够 5（另有 2 家产能未登记），已扩到胶东',
    );
  });

  it('says that nobody fits, and asks before it goes to the nation', () => {
    expect(text('nobody', { ...circle, tiers: 'city,circle,province' })).toEqual([
      '本市、胶东、省内都没有登记能做的企业。已列为缺链线索，是否扩到全国？',
      'Nobody registered in the city, the city circle, the province. Noted as a gap. Search the nation?',
    ]);
    expect(text('nobody', { ...circle, tiers: 'city,nation' })[0]).not.toContain('是否');
  });
});
