import { newCityFinder } from './chainkg-cities.ts';
import { cleanChainkg, type HandMadeGraph } from './chainkg-cleaning.ts';
import type { ChainkgRows } from './chainkg-rows.ts';
import type { Product, ProductRelation } from './product.ts';

// Small hand-made dirty rows for the tests of the cleaning.

const findCity = newCityFinder([
  { code: '110000', name: '北京市', level: 'province', parent: null },
  { code: '110100', name: '北京市', level: 'prefecture', parent: '110000' },
  { code: '220000', name: '吉林省', level: 'province', parent: null },
  { code: '220200', name: '吉林市', level: 'prefecture', parent: '220000' },
  { code: '370000', name: '山东省', level: 'province', parent: null },
  { code: '371000', name: '威海市', level: 'prefecture', parent: '370000' },
  { code: '460000', name: '海南省', level: 'province', parent: null },
  { code: '469000', name: '省直辖县级行政区划', level: 'prefecture', parent: '460000' },
  { code: '469023', name: '澄迈县', level: 'county', parent: '469000' },
]);
const noGraph: HandMadeGraph = { products: [], relations: [] };
const noRows: ChainkgRows = {
  companies: [],
  company_region: [],
  industries: [],
  company_industry: [],
  products: [],
  company_product: [],
  product_relations: [],
};

/** Cleans the rows given and nothing else; reasons as a plain table. */
export function clean(rows: Partial<ChainkgRows>, handMade = noGraph) {
  const cleaned = cleanChainkg({ ...noRows, ...rows }, handMade, findCity);
  return { ...cleaned, reasons: Object.fromEntries(cleaned.report.lines.map((line) => [line.reason, line.count])) };
}

export const company = (code: string, fullname: string, more: { name?: string; listed_on?: string } = {}) => ({
  code,
  name: fullname.slice(0, 4),
  fullname,
  listed_on: '2020-01-02',
  ...more,
});
export const named = (...names: string[]) => names.map((name) => ({ name }));
export const material = (from: string, to: string) => ({ from, to, type: 'upstream_material' });
export const byHand = (id: string, name: string, aliases: string[] = []): Product => ({
  id,
  name,
  aliases,
  unit: null,
  source: 'hand',
  junk: false,
});
export const madeFrom = (fromId: string, toId: string): ProductRelation => ({
  fromId,
  toId,
  kind: 'made-from',
  quantity: null,
  quantityUnit: null,
  weight: 1,
  source: 'hand',
});
