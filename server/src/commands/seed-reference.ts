import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drillRules } from '@zhitong/contract/chains/drill-contract';
import { caseTerms } from '@zhitong/contract/needs/case-terms-contract';
import { orderTerms } from '@zhitong/contract/needs/order-terms-contract';
import { sourcingTerms } from '@zhitong/contract/needs/sourcing-terms-contract';
import type { DrillRules } from '@zhitong/domain/chains/drill-rules';
import { type OtherName, otherNameFits, type WorkingPlace } from '@zhitong/domain/matching/other-name';
import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';
import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import type { CitySourcingTerms } from '@zhitong/domain/needs/sourcing-terms';
import { readCityFiles } from '@zhitong/tools/seed-city/city-files';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import { cell, parseTable } from '@zhitong/tools/seed-city/csv-table';
import { readProductGraph } from '@zhitong/tools/seed-city/product-graph';
import { readCircles, readRegions } from '@zhitong/tools/seed-city/region-rows';
import { ensureDrillRules } from '#features/chains/drill-store';
import { ensureOtherNames } from '#features/matching/other-name-store';
import { ensureCaseTerms } from '#features/needs/case-rules-store';
import { ensureOrderTerms } from '#features/needs/order-terms-store';
import { ensureSourcingTerms } from '#features/needs/sourcing-terms-store';
import { type BulkConnection, withBulkConnection } from '#platform/bulk-connection';
import { fillSharedTable, listValue } from '#platform/city-table';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { realEffects } from '#platform/effects';

export const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data');

export type ReferenceRows = Pick<CityRows, 'regions' | 'circles' | 'products' | 'productRelations' | 'productLimits'>;

/** Regions, city circles and the hand-made product graph: they belong to no city and are no demo data. */
export async function writeReference(connection: BulkConnection, rows: ReferenceRows): Promise<void> {
  for (const table of referenceTables(rows)) await fillSharedTable(connection, table);
}

/** An installation without the demo city needs its regions and products too. Does nothing when they are there. */
export async function ensureReference(database: Database, city: string): Promise<void> {
  await withBulkConnection(database, (connection) =>
    inContext(connection.database, { city, viewer: 'system' }, async (tx) => {
      if (!(await isReferenceThere(tx))) await writeReference(connection, readReference());
      await ensureOtherNames(tx, readOtherNames());
      const entered = { city, source: 'Zhitong', now: realEffects.now() };
      await ensureCaseTerms(tx, { ...entered, terms: readUsualTerms() });
      await ensureOrderTerms(tx, { ...entered, terms: readUsualOrderTerms() });
      await ensureSourcingTerms(tx, { ...entered, terms: readUsualSourcing() });
      await ensureDrillRules(tx, { ...entered, rules: readUsualDrillRules() });
    }),
  );
}

/** What the clocks of a new city begin with (data/case-terms). */
export function readUsualTerms(): CityCaseTerms {
  return caseTerms.parse(JSON.parse(readFileSync(join(dataFolder, 'case-terms', 'usual.json'), 'utf8')));
}

/** What the turns of orders in a new city begin with (data/order-terms). */
export function readUsualOrderTerms(): OrderTerms {
  return orderTerms.parse(JSON.parse(readFileSync(join(dataFolder, 'order-terms', 'usual.json'), 'utf8')));
}

/** What sourcing in a new city begins with (data/sourcing-terms). */
export function readUsualSourcing(): CitySourcingTerms {
  return sourcingTerms.parse(JSON.parse(readFileSync(join(dataFolder, 'sourcing-terms', 'usual.json'), 'utf8')));
}

/** What the drills of a new city assume (data/drill-rules). */
export function readUsualDrillRules(): DrillRules {
  return drillRules.parse(JSON.parse(readFileSync(join(dataFolder, 'drill-rules', 'usual.json'), 'utf8')));
}

/** What firms of the country call what the graph holds (data/product-graph/other-names.csv). */
export function readOtherNames(): OtherName[] {
  return parseTable(readFileSync(join(dataFolder, 'product-graph', 'other-names.csv'), 'utf8')).map((row) => {
    const fit = otherNameFits.find((known) => known === cell(row, 'fit'));
    if (fit === undefined) throw new Error(`"${cell(row, 'fit')}" is no fit of another name.`);
    return { productId: cell(row, 'product'), name: cell(row, 'name'), fit, note: cell(row, 'note') };
  });
}

/** Companies that work elsewhere than they are registered, as far as a source says so (data/regions/working-places.csv). */
export function readWorkingPlaces(): WorkingPlace[] {
  return parseTable(readFileSync(join(dataFolder, 'regions', 'working-places.csv'), 'utf8')).map((row) => ({
    ...{ code: cell(row, 'code'), region: cell(row, 'region') },
  }));
}

function readReference(): ReferenceRows {
  const files = readCityFiles(dataFolder);
  const graph = readProductGraph(files);
  const profiles = [...graph.profiles.values()];
  return {
    regions: readRegions(files),
    circles: readCircles(files),
    products: profiles.map(({ product }) => product),
    productRelations: graph.relations,
    productLimits: profiles.flatMap(({ limits }) => limits),
  };
}

export async function isReferenceThere(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('region').select('code').limit(1).executeTakeFirst()) !== undefined;
}

function referenceTables({ regions, circles, products, productRelations, productLimits }: ReferenceRows) {
  return [
    { table: 'region', rows: regions.map(regionRow) },
    { table: 'circle_city', rows: circles.flatMap(circleRows) },
    { table: 'product', rows: products.map(productRow) },
    { table: 'product_alias', rows: products.flatMap(aliasRows) },
    { table: 'product_relation', rows: productRelations.map(relationRow) },
    { table: 'product_limit', rows: productLimits.map(limitRow) },
  ];
}

function regionRow(region: ReferenceRows['regions'][number]) {
  const { code, name, level, parent, longitude, latitude, approximate } = region;
  const dates = { valid_from: region.validFrom, valid_to: region.validTo, replaced_by: region.replacedBy };
  const names = { name_en: region.nameEn, aliases: listValue(region.aliases) };
  return { code, name, ...names, level, parent, ...dates, longitude, latitude, approximate };
}

function circleRows({ code, name, nameEn, cities }: ReferenceRows['circles'][number]) {
  return cities.map((city) => ({ circle: code, name, name_en: nameEn, city }));
}

function productRow({ id, name, nameEn, unit, source, junk }: ReferenceRows['products'][number]) {
  return { id, name, name_en: nameEn, unit, source, junk };
}

function aliasRows({ id, aliases }: ReferenceRows['products'][number]) {
  return [...new Set(aliases)].map((name) => ({ product_id: id, name }));
}

function relationRow(relation: ReferenceRows['productRelations'][number]) {
  const { fromId, toId, kind, quantity, quantityUnit, weight, source } = relation;
  return { from_id: fromId, to_id: toId, kind, quantity, quantity_unit: quantityUnit, weight, source };
}

/** What a buyer usually states: of a range the maker can set, an exact value is asked for. */
function limitRow({ productId, name, unit, direction }: ReferenceRows['productLimits'][number]) {
  return { product_id: productId, name, unit, op: direction === 'range' ? '=' : direction };
}
