import type { NeedMatch } from '@zhitong/contract/matching/match-contract';
import type { Opportunity } from '@zhitong/contract/matching/opportunity-contract';
import type { Need, ParseReply } from '@zhitong/contract/needs/need-contract';

/** One need and its surroundings, as the server would tell them; tests change what they are about. */
export const ids = {
  need: '01900000-0000-7000-8000-000000000001',
  match: '01900000-0000-7000-8000-000000000002',
  buyer: '01900000-0000-7000-8000-000000000003',
  supplier: '01900000-0000-7000-8000-000000000004',
  offer: '01900000-0000-7000-8000-000000000005',
  response: '01900000-0000-7000-8000-000000000006',
  deal: '01900000-0000-7000-8000-000000000007',
  step: '01900000-0000-7000-8000-000000000008',
} as const;

export const needText = '急需熔喷布5吨/天，BFE≥95';

export const parsed: ParseReply = {
  products: [{ id: 'meltblown-cloth', name: '熔喷布', quote: '熔喷布' }],
  quantity: 5,
  unit: '吨',
  per: 'day',
  certificates: [],
  limits: [{ name: 'BFE', op: '>=', value: 95, unit: '%' }],
  spans: [
    { kind: 'product', start: 2, end: 5, quote: '熔喷布', guess: false },
    { kind: 'quantity', start: 5, end: 9, quote: '5吨/天', guess: false },
    { kind: 'limit', start: 10, end: 16, quote: 'BFE≥95', guess: true },
  ],
  issues: [],
  suggestions: [],
  quality: { score: 14, max: 20, hints: [] },
};

export const need: Need = {
  id: ids.need,
  kind: 'sourcing',
  state: 'open',
  organisation: { id: ids.buyer, name: '威海康护医疗器械有限公司（演示）' },
  text: needText,
  title: needText,
  case: null,
  products: [{ id: 'meltblown-cloth', name: '熔喷布' }],
  quantity: { amount: 5, unit: '吨', per: 'day' },
  deadline: '2099-11-29',
  place: { text: '临港', region: '371073' },
  certificates: [],
  limits: [{ name: 'BFE', op: '>=', value: 95, unit: '%' }],
  reach: 'city',
  counts: { matched: 6, seen: 4, quoted: 3, declined: 1 },
  keptBack: null,
  publishedAt: '2026-11-23T09:00:00+08:00',
  closedAt: null,
  deal: null,
  demo: true,
  allowed: ['choose', 'shortlist', 'reject', 'withdraw', 'widen'],
  timeline: [],
};

export const match: NeedMatch = {
  organisation: { id: ids.supplier, name: '威海净川熔喷材料有限公司（演示）', region: '高区' },
  tier: 'city',
  score: 91,
  parts: [
    { part: 'product', weight: 57, points: 57 },
    { part: 'limits', weight: 16, points: 12 },
    { part: 'capacity', weight: 11, points: 11 },
    { part: 'tier', weight: 16, points: 11 },
  ],
  reasons: [
    {
      code: 'limit.unknown',
      verdict: 'unknown',
      params: { name: '克重' },
      text: '未知 克重：该企业未登记（要求 ≤ 25）',
    },
    { code: 'product.same', verdict: 'met', params: {}, text: '直接生产：熔喷布' },
  ],
  match: { id: ids.match, seenAt: null, shortlistedAt: null, createdAt: '2026-11-23T09:00:01+08:00' },
  record: { deliveries: 7, onTime: 6 },
  response: {
    id: ids.response,
    priceFen: 2_100_000,
    unit: '吨',
    quantity: 5,
    leadDays: 4,
    at: '2026-11-23T09:11:00+08:00',
  },
};

export const opportunity: Opportunity = {
  match: { id: ids.match },
  state: 'new',
  buyer: need.organisation,
  need: {
    id: ids.need,
    text: needText,
    products: need.products,
    quantity: need.quantity,
    deadline: need.deadline,
    place: '临港',
    certificates: [],
    limits: need.limits,
    publishedAt: need.publishedAt,
  },
  offer: { id: ids.offer, productText: '熔喷布', capacity: { amount: 6, unit: '吨', per: 'day' } },
  tier: 'city',
  score: 91,
  reasons: match.reasons,
  createdAt: need.publishedAt,
  seenAt: null,
};
