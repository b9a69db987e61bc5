import { findDishes } from './chainkg-food.ts';
import type { ProductNames } from './chainkg-products.ts';
import type { CleaningTally } from './chainkg-report.ts';
import type { ChainkgRow, ChainkgRows } from './chainkg-rows.ts';
import type { Product, ProductRelation } from './product.ts';

type RelationRow = ChainkgRow<'product_relations'>;

interface Direction {
  readonly kind: 'kind-of' | 'made-from';
  readonly from: 'from' | 'to';
}

// "a B" of the source, said as one of ours: which kind, and which column our relation begins at.
const directions: Readonly<Record<string, Direction>> = {
  upstream_material: { kind: 'made-from', from: 'from' },
  downstream_product: { kind: 'made-from', from: 'to' },
  subclass: { kind: 'kind-of', from: 'to' },
};

interface RelationContext {
  readonly products: ProductNames;
  readonly byHand: readonly ProductRelation[];
  readonly tally: CleaningTally;
}

/** Relations between known products, each once, none with itself; cycles are not yet looked for. */
export function cleanRelations(rows: ChainkgRows, { products, byHand, tally }: RelationContext): ProductRelation[] {
  const dishes = findDishes({
    materials: materialsByName(rows),
    sold: new Set(rows.company_product.map((row) => row.product)),
  });
  const taken = new Set(byHand.map(relationKey));
  const relations = new Map<string, ProductRelation>();
  for (const row of rows.product_relations) {
    const ends = endsOf(row, products, tally);
    if (ends === undefined) continue;
    const key = relationKey({ fromId: ends.from.id, toId: ends.to.id, kind: ends.kind });
    if (taken.has(key)) tally.note('relation.by-hand', sayRow(row));
    else if (relations.has(key)) tally.note('relation.duplicate', sayRow(row));
    else relations.set(key, newRelation(row, ends, { dishes, tally }));
  }
  return [...relations.values()];
}

export function relationKey({ fromId, toId, kind }: Pick<ProductRelation, 'fromId' | 'toId' | 'kind'>): string {
  return `${kind} ${fromId} ${toId}`;
}

function materialsByName(rows: ChainkgRows): Map<string, string[]> {
  const materials = new Map<string, string[]>();
  for (const row of rows.product_relations) {
    if (row.type !== 'upstream_material') continue;
    const parts = materials.get(row.from);
    if (parts) parts.push(row.to);
    else materials.set(row.from, [row.to]);
  }
  return materials;
}

interface Ends {
  readonly kind: Direction['kind'];
  readonly from: Product;
  readonly to: Product;
}

function endsOf(row: RelationRow, products: ProductNames, tally: CleaningTally): Ends | undefined {
  const direction = directions[row.type];
  if (direction === undefined) return void tally.note('relation.type-unknown', sayRow(row));
  const from = products.find(row[direction.from]);
  const to = products.find(row[direction.from === 'from' ? 'to' : 'from']);
  if (from === undefined || to === undefined) return void tally.note('relation.dangling', sayRow(row));
  if (from.id === to.id) return void tally.note('relation.self-loop', sayRow(row));
  return { kind: direction.kind, from, to };
}

function newRelation(
  row: RelationRow,
  { kind, from, to }: Ends,
  { dishes, tally }: { dishes: ReadonlySet<string>; tally: CleaningTally },
): ProductRelation {
  const isRecipe =
    kind === 'made-from' && from.source === 'chainkg' && row.type === 'upstream_material' && dishes.has(row.from);
  if (isRecipe) tally.note('relation.recipe', sayRow(row));
  return {
    fromId: from.id,
    toId: to.id,
    kind,
    quantity: null,
    quantityUnit: null,
    weight: isRecipe ? 0 : 1,
    source: 'chainkg',
  };
}

function sayRow(row: RelationRow): string {
  return `${row.from} – ${row.to} (${row.type})`;
}
