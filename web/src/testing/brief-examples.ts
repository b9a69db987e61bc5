import type { BriefDecision, BriefReply, BriefRows } from '@zhitong/contract/chains/brief-contract';
import type { DrillReply } from '@zhitong/contract/chains/drill-contract';

export const chainId = '01900000-0000-7000-8000-0000000000e1';
export const stuckId = '01900000-0000-7000-8000-0000000000e2';
const body = { id: '01900000-0000-7000-8000-0000000000e3', name: '威海市自然资源局（演示）' };
const asOf = '2026-11-23T14:00:00+08:00';
const chain = { id: chainId, slug: 'carbon-fibre', name: '碳纤维产业链（演示）' };
const chief = { name: '演示-巳', post: '副市长（演示）' };

export const stuckCase: BriefDecision = {
  ...{ kind: 'case', title: '高模量原丝用地：等 60 亩工业用地', why: '已升级到局长以上仍未解决', product: null },
  ...{ case: { id: stuckId, needId: stuckId }, body, since: '2026-11-02T09:00:00+08:00', days: 21, fenAYear: null },
  ...{ draft: '请自然资源局11月30日前提出三处备选地块。', feedbackBy: '2026-11-30', signable: true },
};

export const openGap: BriefDecision = {
  ...{ kind: 'gap', title: '高模量原丝', why: '缺链，有 2 条求购没有着落', case: null, body: null, since: null },
  product: { id: 'precursor', name: '高模量原丝', class: 'missing' },
  ...{ days: null, fenAYear: 9_200_000_000, draft: null, feedbackBy: null, signable: false },
};

export const briefShown: BriefReply = {
  chain: { ...chain, chief, leadBody: { id: body.id, name: '市工信局（演示）' } },
  sentences: [
    [
      { text: '在链企业 ', ref: null },
      { text: '52', ref: { kind: 'chain', id: chainId } },
      { text: ' 家。', ref: null },
    ],
    [{ text: '光威断供', ref: { kind: 'drill', id: chainId } }],
  ],
  decisions: [stuckCase, openGap],
  promises: {
    ...{ red: 2, yellow: 3, green: 9 },
    rows: [{ id: chainId, case: { id: stuckId, needId: stuckId, title: '电价' }, body, light: 'red', due: asOf }],
  },
  trend: Array.from({ length: 12 }, (_, week) => ({
    at: `2026-${week < 6 ? '09' : '10'}-${String(10 + week).padStart(2, '0')}T06:00:00Z`,
    weak: week < 2 ? null : 12 - week,
  })),
  asOf,
};

export const briefRows: BriefRows = {
  rows: [
    {
      ...{ chain, chief, products: 24, weak: 9, unknown: 4, closed: 1, red: 3, decisions: 2, before: null },
      promises: { red: 2, yellow: 3, green: 9 },
    },
  ],
  asOf,
};

export const drillShown: DrillReply = {
  ...{ chain, leader: null, leaderKnown: true, firms: 18, regions: 2, asOf },
  circle: '胶东经济圈',
  rows: [
    {
      ...{ taken: { kind: 'firm', id: body.id, name: '拓展纤维' }, verdict: 'red', target: 'leader', surviveDays: 6 },
      text: '拓展纤维断供，链主光威 6 天后停产；换供方至少要 45 天，交期没有登记，实际不清楚',
      recover: { days: 45, certain: false },
      lost: [
        {
          ...{ product: { id: 'precursor', name: '原丝' }, stockDays: 6 },
          replacement: { known: true, ring: 'circle', days: 45, certain: false },
          sourceless: [{ id: 'pitch', name: '沥青原丝' }],
        },
      ],
      stops: [{ product: { id: 'fibre', name: '碳纤维' }, days: 6 }],
    },
    {
      ...{ taken: { kind: 'region', id: null, name: '外地一处来源' }, verdict: 'unaffected', target: 'leader' },
      ...{ text: '外地一处来源断供，上浆剂没有别的已知来源；链主光威不停产', surviveDays: null, recover: null },
      lost: [
        {
          ...{ product: { id: 'sizing', name: '上浆剂' }, stockDays: 7 },
          replacement: { known: false, ring: null, days: 180, certain: false },
          sourceless: [],
        },
      ],
      stops: [],
    },
  ],
  verdicts: { red: 1, unknown: 0, holds: 0, unaffected: 1 },
  unsourced: [{ id: 'dmso', name: '二甲基亚砜' }],
  assumed: { stockDays: 7, qualifyDays: { city: 10, circle: 15, province: 20, nation: 30, abroad: 90, none: 180 } },
  night: { at: '2026-11-23T03:00:00+08:00', firms: 18, regions: 2, red: 1 },
};
