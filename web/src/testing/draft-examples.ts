import type { getDraft } from '@zhitong/contract/chains/draft-contract';
import type { z } from 'zod';

type Loaded = z.input<typeof getDraft.reply>;

const bodies = [
  { id: '01900000-0000-7000-8000-000000000022', name: '市工信局' },
  { id: '01900000-0000-7000-8000-000000000023', name: '甲复材（演示）' },
] as const;

/** A draft as the server would tell it; tests change what they are about. */
export const draftFound = (change: Partial<Loaded['draft']> = {}): Loaded => ({
  draft: {
    ...{
      number: 3,
      state: 'draft',
      edition: 1,
      validFrom: '2026-12-01',
      by: '演示-甲',
      at: '2026-11-23T14:05:00+08:00',
    },
    content: {
      ...{ name: '碳纤维产业链', nameEn: 'Carbon fibre', chief: { name: '演示-巳', post: '副市长（演示）' } },
      ...{ leadBodyId: bodies[0].id, leaderId: bodies[1].id, expert: null },
      segments: [
        { id: 'monomer', name: '单体', nameEn: 'Monomer', tier: 'upstream', products: ['acrylonitrile'] },
        { id: 'precursor', name: '原丝', nameEn: 'Precursor', tier: 'upstream', products: ['pan', 'pan-high'] },
        { id: 'fibre', name: '碳纤维', nameEn: 'Fibre', tier: 'midstream', products: ['fibre'] },
      ],
      links: [
        { from: 'monomer', to: 'precursor' },
        { from: 'precursor', to: 'fibre' },
      ],
      entries: [{ list: 'weak-points', text: '高模量原丝外购', source: '演示' }],
    },
    actions: ['save', 'send', 'discard'],
    history: [{ action: 'begin', by: '演示-甲', at: '2026-11-23T14:00:00+08:00', reason: null }],
    ...{ problems: [], notes: [] },
    ...change,
  },
  ...{ slug: 'carbon-fibre', demo: true, before: { number: 2, validFrom: '2025-01-01', validTo: null } },
  products: [
    { id: 'acrylonitrile', name: '丙烯腈' },
    { id: 'pan', name: '聚丙烯腈原丝' },
    { id: 'pan-high', name: '高模量原丝' },
    { id: 'fibre', name: '碳纤维丝' },
  ],
  bodies: [...bodies],
});
