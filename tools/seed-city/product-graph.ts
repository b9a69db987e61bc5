import type { ProductRelation } from '@zhitong/domain/matching/product';
import type { Period } from '@zhitong/domain/matching/quantity';
import { periods } from '@zhitong/domain/matching/quantity';
import type { CityFiles } from './city-files.ts';
import type { LimitDirection, ProductLimitRow, ProductRow } from './city-rows.ts';
import { limitDirections } from './city-rows.ts';
import { cell, listCell, listNumbers, parseRange, type Range, type TableRow } from './csv-table.ts';

/** What a plant that makes the product is usually like: the ranges the demo city is drawn from. */
export interface ProductProfile {
  readonly product: ProductRow;
  /** GB/T 4754-2017 class */
  readonly industry: string;
  readonly capacity: Range;
  readonly per: Period;
  readonly priceYuan: Range;
  readonly leadDays: Range;
  readonly minimumLot: Range;
  readonly certificates: readonly string[];
  readonly limits: readonly ProfileLimit[];
  /** ids of what it is made from */
  readonly materials: readonly string[];
}

/** A limit with the sizes the trade usually asks for inside its range; none known is an empty list. */
export interface ProfileLimit extends ProductLimitRow {
  readonly usual: readonly number[];
}

export interface ProductGraph {
  readonly profiles: ReadonlyMap<string, ProductProfile>;
  readonly relations: readonly ProductRelation[];
}

export function readProductGraph(files: CityFiles): ProductGraph {
  const rows = [...files.products].flatMap(([chain, table]) => table.map((row) => ({ chain, row })));
  const sizes = new Map(
    files.usualSizes.map((row) => [`${cell(row, 'name')}:${cell(row, 'unit')}`, listNumbers(row, 'values')]),
  );
  const sources = new Map(files.quantitySources.map((row) => [cell(row, 'key'), cell(row, 'source')]));
  return {
    profiles: new Map(rows.map(({ chain, row }) => [cell(row, 'id'), readProfile(chain, row, sizes)])),
    relations: [
      ...rows.flatMap(({ row }) => [...kindRelations(row), ...materialRelations(row, sources)]),
      ...files.substitutes.map((row) => relation(cell(row, 'product'), cell(row, 'substitute'), 'substitute')),
    ],
  };
}

export function getProfile(graph: ProductGraph, productId: string): ProductProfile {
  const profile = graph.profiles.get(productId);
  if (profile === undefined) throw new Error(`The product graph has no ${productId}.`);
  return profile;
}

type UsualSizes = ReadonlyMap<string, readonly number[]>;

function readProfile(chain: string, row: TableRow, sizes: UsualSizes): ProductProfile {
  const id = cell(row, 'id');
  return {
    product: {
      id,
      name: cell(row, 'name'),
      nameEn: cell(row, 'name_en'),
      aliases: listCell(row, 'aliases'),
      unit: cell(row, 'unit'),
      source: 'hand',
      junk: false,
      chain,
    },
    industry: cell(row, 'industry'),
    capacity: parseRange(cell(row, 'capacity')),
    per: oneOf(periods, cell(row, 'per')),
    priceYuan: parseRange(cell(row, 'price_yuan')),
    leadDays: parseRange(cell(row, 'lead_days')),
    minimumLot: parseRange(cell(row, 'minimum_lot')),
    certificates: listCell(row, 'certificates'),
    limits: listCell(row, 'limits').map((text) => withUsualSizes(readLimit(id, text), sizes)),
    materials: listCell(row, 'made_from').map((text) => text.split(/[:@]/)[0] ?? ''),
  };
}

function withUsualSizes(limit: ProductLimitRow, sizes: UsualSizes): ProfileLimit {
  const known = sizes.get(`${limit.name}:${limit.unit}`) ?? [];
  return { ...limit, usual: known.filter((size) => size >= limit.low && size <= limit.high) };
}

/** `BFE:%:95..99.8:>=` */
function readLimit(productId: string, text: string): ProductLimitRow {
  const [name = '', unit = '', range = '', direction = ''] = text.split(':');
  return { productId, name, unit, ...parseRange(range), direction: oneOf<LimitDirection>(limitDirections, direction) };
}

function kindRelations(row: TableRow): ProductRelation[] {
  return listCell(row, 'kind_of').map((broader) => relation(cell(row, 'id'), broader, 'kind-of'));
}

/** `meltblown-cloth:1.0:克@sinopec`, or the id alone where no quantity is known. */
function materialRelations(row: TableRow, sources: ReadonlyMap<string, string>): ProductRelation[] {
  return listCell(row, 'made_from').map((text) => {
    const [what = '', sourceKey] = text.split('@');
    const [material = '', quantity, quantityUnit = null] = what.split(':');
    const source = sourceKey === undefined ? handSource : sources.get(sourceKey);
    if (source === undefined) throw new Error(`No source named ${sourceKey}.`);
    const known = quantity === undefined ? null : Number(quantity);
    return { ...relation(cell(row, 'id'), material, 'made-from'), quantity: known, quantityUnit, source };
  });
}

const handSource = '产品库，行业通识';

function relation(fromId: string, toId: string, kind: ProductRelation['kind']): ProductRelation {
  return { fromId, toId, kind, quantity: null, quantityUnit: null, weight: 1, source: handSource };
}

function oneOf<Value extends string>(allowed: readonly Value[], text: string): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new Error(`"${text}" is none of ${allowed.join(' ')}.`);
  return found;
}
