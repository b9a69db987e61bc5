import type { RefusalRow } from '../refusal.ts';

/** Why a map of a chain, or what is asked of it, is not taken. */
export const chainRefusalCodes = [
  'chains.no-segments',
  'chains.empty-segment',
  'chains.segment-twice',
  'chains.unknown-product',
  'chains.product-twice',
  'chains.loose-link',
  'chains.cycle',
  'chains.no-version',
] as const;
export type ChainRefusalCode = (typeof chainRefusalCodes)[number];

export const chainRefusals = {
  'chains.no-segments': { status: 422, zh: '图谱至少要有一个环节', en: 'A map needs at least one segment' },
  'chains.empty-segment': {
    status: 422,
    zh: '环节“{segment}”里没有产品。请加产品，或删去这个环节',
    en: 'The segment “{segment}” holds no product. Add one, or remove the segment',
  },
  'chains.segment-twice': {
    status: 422,
    zh: '环节“{segment}”的编号重复',
    en: 'The id of the segment “{segment}” stands twice',
  },
  'chains.unknown-product': {
    status: 422,
    zh: '环节“{segment}”里的“{product}”不在产品库中',
    en: '“{product}” of the segment “{segment}” is not in the product graph',
  },
  'chains.product-twice': {
    status: 422,
    zh: '“{product}”已在环节“{other}”中，不能再放进“{segment}”。同一条链里一个产品只属于一个环节',
    en: '“{product}” stands in “{other}” already and cannot stand in “{segment}” too: in one chain a product is one link',
  },
  'chains.loose-link': {
    status: 422,
    zh: '连线“{from} → {to}”的一端不在图上',
    en: 'One end of the link “{from} → {to}” is not on the map',
  },
  'chains.cycle': {
    status: 422,
    zh: '“{path}”构成循环，未保存',
    en: '“{path}” is a cycle; nothing was saved',
  },
  'chains.no-version': {
    status: 404,
    zh: '{day}这条链还没有已发布的图谱',
    en: 'This chain has no published map on {day}',
  },
} as const satisfies Record<ChainRefusalCode, RefusalRow>;
