import { readLimits } from './parse-limit.ts';
import { readQuantities } from './parse-quantity.ts';

/**
 * Whether somebody asks for goods: a word of buying beside an amount of goods, or beside two figures of a specification. `text` is
 * normalised. Money, people and places are not goods.
 */
export function isSupplyNeed(text: string): boolean {
  if (!buying.test(text) || notGoods.test(text)) return false;
  const amounts = readQuantities(text).filter(({ value }) => !notGoodsUnits.has(value.unit) && value.amount > 0);
  return amounts.length > 0 || readLimits(text).length > 1;
}

const buying = /急需|急求|求购|采购|收购|订购|购买|想买|需要|寻找|供货|现货|交货|到货|日需|找做|哪家能做|谁能做|谁家有/;

/** Beside these a figure is about money, a permit, people or a building. */
const notGoods =
  /贷款|融资|补贴|补助|奖励|招聘|招工|普工|备案|许可|审批|手续|环评|厂房|用地|退税|罚|投诉|政策|申报|申请|报装|增容|变压器|停电|保险|检定|通行证|燃气|蒸汽|用水|危废|危险废物/;

const notGoodsUnits: ReadonlySet<string> = new Set(['平方米', '平米', 'm2', '个', '项', '块', '顶', '头']);
