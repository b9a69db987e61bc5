import type { Language, Sentence } from '../language.ts';
import { fillIn } from '../refusal.ts';
import type { CleaningAction, CleaningReason, CleaningReport } from './chainkg-report.ts';

const actionWords = {
  merged: { zh: '合并', en: 'merged' },
  repaired: { zh: '修正', en: 'repaired' },
  flagged: { zh: '保留并标记', en: 'kept, flagged' },
  dropped: { zh: '舍去', en: 'dropped' },
} as const satisfies Record<CleaningAction, Sentence>;

const reasonSentences = {
  'company.renamed': {
    zh: '同一代码两行（企业更名），以新名为准',
    en: 'Company listed twice after renaming; the newer name stands',
  },
  'company.foreign-name': {
    zh: '同一代码下是别家企业的全称，不采用',
    en: 'Full name under this code belongs to another company; not used',
  },
  'company.city-missing': { zh: '没有注明城市，记为“未知”', en: 'No city given; recorded as unknown' },
  'company.city-unknown': {
    zh: '城市名不在行政区划表中，记为“未知”',
    en: 'City is not in the table of regions; recorded as unknown',
  },
  'product.duplicate': { zh: '产品名重复', en: 'Product listed twice' },
  'product.joined': {
    zh: '与产品库已有产品同名，并入该产品',
    en: 'Same name as a product already in the library; joined to it',
  },
  'product.name-broken': {
    zh: '产品名里有换行或多余的引号',
    en: 'Line breaks or stray quotation marks in a product name',
  },
  'product.unlisted': {
    zh: '企业产品不在产品表中，已补上',
    en: 'A company makes it but the product list lacks it; added',
  },
  'product.junk': {
    zh: '名称不能说明是什么产品，不参加匹配',
    en: 'The name does not tell a product; never matched on',
  },
  'offer.duplicate': { zh: '同一企业同一产品重复', en: 'Same company and product more than once' },
  'offer.company-missing': { zh: '企业代码不在企业表中', en: 'Company code is not in the list of companies' },
  'offer.product-empty': { zh: '产品名为空', en: 'Product name is empty' },
  'offer.share-impossible': {
    zh: '营收占比不在 0 至 1 之间，记为“未知”',
    en: 'Revenue share is not between 0 and 1; recorded as unknown',
  },
  'relation.self-loop': { zh: '产品与自己的关系', en: 'Relation of a product with itself' },
  'relation.dangling': { zh: '关系的一端不在产品表中', en: 'One end of the relation is not in the product list' },
  'relation.duplicate': { zh: '关系重复', en: 'Relation stated twice' },
  'relation.type-unknown': { zh: '关系类型不认识', en: 'Relation of an unknown type' },
  'relation.cycle': {
    zh: '会形成循环（甲由乙制成，乙又由甲制成）',
    en: 'Would close a cycle (A made from B made from A)',
  },
  'relation.by-hand': {
    zh: '产品库已有同一关系，以产品库为准',
    en: 'The library already has this relation; the library stands',
  },
  'relation.recipe': { zh: '菜谱用料，权重为 0', en: 'Ingredient of a dish; weight 0' },
} as const satisfies Record<CleaningReason, Sentence>;

const keptSentence: Sentence = {
  zh: '可用：企业 {companies} 家（{cities} 个城市），产品 {products} 个，供给 {offers} 条，“属于”关系 {kindOf} 条，“由…制成”关系 {madeFrom} 条。',
  en: 'Kept: {companies} companies in {cities} cities, {products} products, {offers} offers, {kindOf} kind-of and {madeFrom} made-from relations.',
};
const nothing: Sentence = { zh: '没有发现问题。', en: 'Nothing to report.' };
const exampleWord: Sentence = { zh: '例', en: 'e.g.' };

/** The report as lines to print: what was wrong, how often, what became of it, examples; last what is usable. */
export function cleaningReportText({ lines, kept }: CleaningReport, language: Language): string[] {
  const width = Math.max(0, ...lines.map((line) => grouped(line.count).length));
  const findings = lines.flatMap(({ reason, action, count, examples }) => [
    `${grouped(count).padStart(width)}  ${reasonSentences[reason][language]} [${actionWords[action][language]}]`,
    `${' '.repeat(width)}  ${exampleWord[language]} ${examples.map((example) => example.slice(0, 60)).join(' | ')}`,
  ]);
  const counts = Object.fromEntries(Object.entries(kept).map(([name, count]) => [name, grouped(count)]));
  return [...(findings.length > 0 ? findings : [nothing[language]]), fillIn(keptSentence[language], counts)];
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
