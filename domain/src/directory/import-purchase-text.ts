import type { FindingText, ImportFaultCode } from './import-finding.ts';

/** What rows of purchases say: the refusals of the form, as sentences of the sheet. */
export const importPurchaseTexts = {
  'amount.too-large': {
    title: { zh: '{heading} 超过 100 亿元', en: '{heading} is above 10 billion yuan' },
    row: {
      zh: '一年超过 100 亿元。请核对金额单位',
      en: 'More than 10 billion yuan a year. Check the unit of the amount',
    },
  },
  'quantity.half': {
    title: { zh: '数量和单位只填了一个', en: 'Only one of quantity and unit is filled in' },
    row: { zh: '数量和单位要一起填，或都不填', en: 'Give quantity and unit together, or neither' },
  },
  'library.firm-only': {
    title: { zh: '{heading} 不是企业', en: '{heading} is no firm' },
    row: { zh: '采购只登记企业的，“{value}”不是企业', en: 'Only firms register purchases, and “{value}” is none' },
  },
  'library.product-missing': {
    title: { zh: '产品库里没有', en: 'Not in the product graph' },
    row: {
      zh: '产品库里没有“{value}”。请改成产品库里的名称',
      en: 'The product graph has no “{value}”. Write a name it knows',
    },
  },
  'library.origin-unknown': {
    title: { zh: '{heading} 查不到', en: '{heading} is not known' },
    row: {
      zh: '没有“{value}”这个来源地，或有几处同名。国内填地级市，境外填国家和地区，可从下拉列表选',
      en: '“{value}” is no place, or several have this name: a prefecture in the country, a country or region abroad, as in the list',
    },
  },
  'library.purchase-there': {
    title: { zh: '已经登记过', en: 'Registered already' },
    row: {
      zh: '“{value}”从这个来源地的采购已登记，{amount}/年。要改数字，请在“采购登记”里改',
      en: '“{value}” from this place is registered already, {amountEn} a year. Change it under Purchases',
    },
  },
  'library.purchase-twice': {
    title: { zh: '同一企业、产品和来源地写了两行', en: 'One product of one firm from one place in two rows' },
    row: {
      zh: '与第 {line} 行是同一企业从同一来源地买的同一产品。请合成一行',
      en: 'Row {line} is the same product of the same firm from the same place. Make it one row',
    },
  },
} as const satisfies Partial<Record<ImportFaultCode, FindingText>>;
