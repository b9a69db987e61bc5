import type { Sentence } from '../language.ts';

/** From the first word of a firm to its first product here. */
export const targetStages = ['lead', 'contacted', 'visited', 'negotiating', 'signed', 'started', 'producing'] as const;
export type TargetStage = (typeof targetStages)[number];

/** `joined`: it was another record of a target that goes on. */
export const targetStatuses = [...targetStages, 'lost', 'joined'] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/**
 * What may come next; the server refuses by this table, the web draws its buttons from it. Nobody signs without negotiating, builds
 * without signing, or produces without building. `back` takes a reason. The same stage again is one more step in it.
 */
export const followingStages = {
  lead: { on: ['contacted', 'visited', 'negotiating'], back: [] },
  contacted: { on: ['visited', 'negotiating'], back: ['lead'] },
  visited: { on: ['negotiating'], back: ['lead', 'contacted'] },
  negotiating: { on: ['signed'], back: ['lead', 'contacted', 'visited'] },
  signed: { on: ['started'], back: ['contacted', 'visited', 'negotiating'] },
  started: { on: ['producing'], back: ['negotiating', 'signed'] },
  producing: { on: [], back: [] },
} as const satisfies Record<
  TargetStage,
  { readonly on: readonly TargetStage[]; readonly back: readonly TargetStage[] }
>;

export const targetStatusWords = {
  lead: { zh: '线索', en: 'Lead' },
  contacted: { zh: '已联系', en: 'Contacted' },
  visited: { zh: '已拜访', en: 'Visited' },
  negotiating: { zh: '在谈', en: 'Negotiating' },
  signed: { zh: '已签约', en: 'Signed' },
  started: { zh: '已开工', en: 'Building' },
  producing: { zh: '已投产', en: 'Producing' },
  lost: { zh: '未成', en: 'Lost' },
  joined: { zh: '已并入', en: 'Joined to another' },
} as const satisfies Record<TargetStatus, Sentence>;

/** Nothing more is done to it: won, lost, or one with another. */
export function isTargetOver(status: TargetStatus): status is 'producing' | 'lost' | 'joined' {
  return status === 'producing' || status === 'lost' || status === 'joined';
}

/** Why a firm was not won. `other` takes words. */
export const targetLosses = [
  'premises',
  'energy',
  'cost',
  'suppliers',
  'people',
  'policy',
  'elsewhere',
  'firm',
  'silent',
  'unfit',
  'other',
] as const;
export type TargetLoss = (typeof targetLosses)[number];

export const targetLossWords = {
  premises: { zh: '用地用房不合适', en: 'No fitting premises' },
  energy: { zh: '电、水、气、环保容量不够', en: 'Power, water or emission limits' },
  cost: { zh: '成本高', en: 'Costs' },
  suppliers: { zh: '配套不足', en: 'Too few suppliers here' },
  people: { zh: '招工、人才', en: 'Workers and skills' },
  policy: { zh: '政策条件谈不拢', en: 'No agreement on terms' },
  elsewhere: { zh: '已落户别处', en: 'Settled elsewhere' },
  firm: { zh: '企业自身原因', en: 'The firm’s own plans changed' },
  silent: { zh: '联系不上', en: 'Not reached' },
  unfit: { zh: '不符合本市方向', en: 'Does not fit the city' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<TargetLoss, Sentence>;

/** What is to be won: a firm, or a partner institution (合作机构). */
export const targetKinds = ['firm', 'institute', 'university', 'fund', 'other'] as const;
export type TargetKind = (typeof targetKinds)[number];

export const targetKindWords = {
  firm: { zh: '企业', en: 'Firm' },
  institute: { zh: '研究院所', en: 'Research institute' },
  university: { zh: '高校', en: 'University' },
  fund: { zh: '基金', en: 'Fund' },
  other: { zh: '其他机构', en: 'Other institution' },
} as const satisfies Record<TargetKind, Sentence>;
