import type { RefusalRow } from '../refusal.ts';

/** Why a heat map is not drawn, or does not leave the house. */
export const heatRefusalCodes = [
  'heat.one-question',
  'heat.unknown-gap',
  'heat.unknown-product',
  'heat.unknown-firm',
  'heat.base-map-not-approved',
] as const;
export type HeatRefusalCode = (typeof heatRefusalCodes)[number];

export const heatRefusals = {
  'heat.one-question': {
    status: 422,
    zh: '请选一条产业链、一个弱项、一个产品或一家链主企业，只选一项（现在 {count} 项）',
    en: 'Choose one of chain, gap, product or leading firm, and one only ({count} given)',
  },
  'heat.unknown-gap': { status: 404, zh: '没有这个弱项', en: 'There is no such gap' },
  'heat.unknown-product': { status: 404, zh: '产品库中没有这个产品', en: 'The product graph has no such product' },
  'heat.unknown-firm': { status: 404, zh: '本市没有这家企业', en: 'There is no such firm in the city' },
  'heat.base-map-not-approved': {
    status: 409,
    zh: '底图未经审核，地图不能导出或打印。请运维人员配置审核过的底图和审图号；右侧清单可以导出 Excel',
    en: 'The base map is not approved: the map is not exported or printed. Have an approved base map and its number configured; the list can be exported to Excel',
  },
} as const satisfies Record<HeatRefusalCode, RefusalRow>;
