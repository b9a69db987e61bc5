import { textHash } from '@zhitong/algorithms/search/text-hash';

const needsRepair = /[\p{Cc}"]|^\s|\s$/u;

/**
 * A name as it should have stood in the file: no line breaks and control characters, no stray quotation marks at its ends.
 * A line break in the middle of a Chinese word came from a table cell: it is closed, not turned into a space.
 */
export function repairName(raw: string): string {
  if (!needsRepair.test(raw)) return raw;
  const name = raw.replace(/\p{Cc}+/gu, '').trim();
  return hasPairedQuotes(name) ? name : name.replace(/^"+|"+$/g, '').trim();
}

/** `防伪"碘盐标志"`: these belong to the name. */
function hasPairedQuotes(name: string): boolean {
  return !name.startsWith('"') && (name.match(/"/g)?.length ?? 0) % 2 === 0;
}

/** Nine names in ten: Chinese characters and nothing that normalisation changes. */
const isPlain = /^[\u4e00-\u9fff]+$/;

/** Two names with one key are one product: width, case and spaces do not tell products apart. */
export function nameKey(name: string): string {
  if (isPlain.test(name)) return name;
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

export function importedProductId(name: string): string {
  return `ckg-${textHash(nameKey(name))}`;
}

// Lines of an annual report and kitchen measures that stand in the product column. Data of the one source, not of a city.
const notProducts = new Set(
  (
    '其他 其它 其他业务 其它业务 其他产品 其它产品 其他收入 其他行业 其他类 其他项目 其他服务 其他商品 合计 总计 小计 主营 主营业务 主营业务收入 业务 产品 商品 服务 收入 ' +
    '营业收入 材料 原料 用途 制度 适量 少许 若干 毫升 大匙 小匙 汤匙 茶匙 小勺 大勺 一小块 一片 单数 甲类 中间 中国 分部 本部 出售 退学 经公司登记机关核准'
  ).split(' '),
);
const bookkeeping =
  /抵[销消减]|内部交易|(合计|小计|总计)数?$|追溯调整|未分配|平衡项|^分部[一二三四五六七八九十\d]?$|^其[他它][（(]|业务板块间|各业务分部/;
const carriesMeaning = /\p{Script=Han}{2}|[a-z]{2}|\p{Script=Han}.*[a-z]|[a-z].*\p{Script=Han}/iu;

/** A name that cannot carry meaning: kept, never matched on. */
export function isJunkName(name: string): boolean {
  return notProducts.has(name) || bookkeeping.test(name) || !carriesMeaning.test(name);
}
