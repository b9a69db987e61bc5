import type { GapReply, getChain, getGap, listChains } from '@zhitong/contract/chains/chain-contract';
import type { GapClass } from '@zhitong/domain/chains/gap-class';
import type { z } from 'zod';

/** One chain and its weak links, as the server would tell them; tests change what they are about. */
export const chainId = '01900000-0000-7000-8000-000000000021';
const body = { id: '01900000-0000-7000-8000-000000000022', name: '市工信局' };
const leader = { id: '01900000-0000-7000-8000-000000000023', name: '甲复材（演示）' };
const at = '2026-11-23T14:05:00+08:00';

export const classCounts = (some: Partial<Record<GapClass, number>>): Record<GapClass, number> => ({
  ...{ missing: 0, short: 0, 'single-source': 0, 'outside-dependent': 0, fragile: 0, unknown: 0, strong: 0 },
  ...some,
});

const link = { id: chainId, slug: 'carbon-fibre', name: '碳纤维产业链' };
const chief = { name: '演示-巳', post: '副市长（演示）' };

export const chains: z.input<typeof listChains.reply> = {
  chains: [
    {
      ...{ ...link, version: 2, chief, leadBody: body, leader, segments: 4, products: 6, demo: true },
      classes: classCounts({ missing: 1, short: 1, unknown: 1, strong: 3 }),
    },
  ],
  asOf: at,
};

type Chain = z.input<typeof getChain.reply>;

const segment = (
  id: string,
  name: string,
  more: Partial<Chain['segments'][number]> & Pick<Chain['segments'][number], 'tier'> & { readonly class: GapClass },
): Chain['segments'][number] => ({
  ...{ id, name, classes: classCounts({ [more.class]: 1 }), outsideFen: null, confirmedFen: null, declaredFen: null },
  ...{ products: [{ id: `product-of-${id}`, name: `${name}产品`, class: more.class }], ...more },
});

const demand: GapReply['demand'] = {
  ...{ confirmedFen: 9_200_000_000, declaredFen: null, buyers: 14, kilometres: 640, withheld: 'none' },
};

export const chain: Chain = {
  chain: {
    ...{ ...link, version: 2, validFrom: '2025-01-01', validTo: null, chief, leadBody: body, leader },
    ...{ expert: '演示-午', demo: true },
  },
  segments: [
    segment('monomer', '单体', { tier: 'upstream', class: 'strong' }),
    segment('precursor', '原丝', {
      ...{ tier: 'upstream', class: 'missing', classes: classCounts({ missing: 1, strong: 2 }) },
      products: ['a', 'b', 'c'].map((id) => ({ id, name: `原丝${id}`, class: id === 'a' ? 'missing' : 'strong' })),
      ...{ outsideFen: 9_700_000_000, confirmedFen: 9_200_000_000, declaredFen: 500_000_000 },
    }),
    segment('fibre', '碳纤维', { tier: 'midstream', class: 'short' }),
    segment('parts', '制件', { tier: 'downstream', class: 'unknown' }),
  ],
  links: [
    { from: 'monomer', to: 'precursor' },
    { from: 'precursor', to: 'fibre' },
    { from: 'fibre', to: 'parts' },
  ],
  largest: { product: { id: 'precursor', name: '高模量原丝' }, class: 'missing', demand },
  entries: [{ list: 'leading-firms', text: '甲复材：链主', source: '演示' }],
  versions: [
    { number: 1, name: '碳纤维产业链', validFrom: '2020-09-14', validTo: '2025-01-01' },
    { number: 2, name: '碳纤维产业链', validFrom: '2025-01-01', validTo: null },
  ],
  asOf: at,
};

export const gap: GapReply = {
  ...{ id: `${chainId}:precursor`, product: { id: 'precursor', name: '高模量原丝' }, class: 'missing', demand },
  segment: { id: 'precursor', name: '原丝', tier: 'upstream' },
  causes: [
    { code: 'no-maker', text: '本市没有企业登记供给；本地有 14 家企业用得到或要过它' },
    { code: 'unmet-needs', text: '有 2 条求购还没有着落' },
  ],
  coverage: { city: 0, circle: 0, province: 0, nation: 2, abroad: 0 },
  circle: '胶东经济圈',
  ...{ unplaced: 1, openNeeds: 2, reach: null, asOf: '2026-11-20', stops: 1, expected: null },
  trend: { since: '2026-11-20T08:00:00+08:00', before: 'single-source', direction: 'worse' },
};

export const gapFound: z.input<typeof getGap.reply> = {
  ...{ chain: link, gap, makersTotal: 1 },
  makers: [
    {
      organisation: { id: leader.id, name: '吉林甲纤维（演示）' },
      ...{ product: gap.product, city: '吉林市', ring: 'nation', capacity: '30 吨/年' },
    },
  ],
  stops: [{ id: 'fibre', name: '碳纤维' }],
  history: [
    { class: 'missing', since: '2026-11-20T08:00:00+08:00', until: null, closedBy: 'offer.withdrawn' },
    { class: 'single-source', since: '2026-06-01T08:00:00+08:00', until: '2026-11-20T08:00:00+08:00', closedBy: null },
  ],
};
