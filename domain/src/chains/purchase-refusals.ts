import type { RefusalRow } from '../refusal.ts';

/** Why what a firm buys is not taken. */
export const purchaseRefusalCodes = [
  'purchases.unknown-product',
  'purchases.unknown-organisation',
  'purchases.unknown-origin',
  'purchases.too-much',
  'purchases.quantity-without-unit',
  'purchases.future',
  'purchases.already-registered',
  'purchases.withdrawn',
  'purchases.confirmed-already',
  'purchases.changed-meanwhile',
] as const;
export type PurchaseRefusalCode = (typeof purchaseRefusalCodes)[number];

export const purchaseRefusals = {
  'purchases.unknown-product': {
    status: 422,
    zh: '产品库中没有“{product}”。请从提示中选择',
    en: '“{product}” is not in the product graph. Choose one that is offered',
  },
  'purchases.unknown-organisation': { status: 422, zh: '没有这家企业', en: 'There is no such firm' },
  'purchases.unknown-origin': {
    status: 422,
    zh: '没有“{origin}”这个来源地。国内填地级市，境外填国家代码',
    en: '“{origin}” is no place: a prefecture in the country, a country code abroad',
  },
  'purchases.too-much': {
    status: 422,
    zh: '一年超过 100 亿元，请检查单位是不是填错了',
    en: 'More than 10 billion yuan a year: check the unit',
  },
  'purchases.quantity-without-unit': {
    status: 422,
    zh: '数量和单位要一起填，或都不填',
    en: 'Give quantity and unit together, or neither',
  },
  'purchases.future': { status: 422, zh: '日期 {date} 还没有到', en: '{date} is still to come' },
  'purchases.already-registered': {
    status: 409,
    zh: '“{product}”（{origin}）已经登记：{amount}/年，数据日期 {date}。要改数字，请改那一条',
    en: '“{productEn}” ({originEn}) is registered already: {amountEn} a year as of {date}. Change that one instead',
  },
  'purchases.withdrawn': {
    status: 409,
    zh: '这条采购已撤销，不再计入',
    en: 'This purchase was withdrawn and counts no more',
  },
  'purchases.confirmed-already': {
    status: 409,
    zh: '这条采购已经核实过',
    en: 'This purchase has been verified already',
  },
  'purchases.changed-meanwhile': {
    status: 409,
    zh: '别人刚刚改过这条采购（第 {edition} 稿）。请先看新的内容',
    en: 'Somebody else has just changed this purchase (edition {edition}). Read it first',
  },
} as const satisfies Record<PurchaseRefusalCode, RefusalRow>;
