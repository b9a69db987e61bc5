import { importedProductId, isJunkName, nameKey, repairName } from './chainkg-name.ts';
import type { CleaningTally } from './chainkg-report.ts';
import type { ChainkgRows } from './chainkg-rows.ts';
import type { Product } from './product.ts';

/** All names of the files, each with the node it belongs to; names of hand-made products lead to the hand-made node. */
export interface ProductNames {
  /** nodes the graph does not have by hand */
  readonly imported: readonly Product[];
  /** undefined: no product of the list is called so */
  find(rawName: string): Product | undefined;
}

/** One node a name. Offers may add products that the product list forgot; relations may not (they would dangle). */
export function cleanProducts(rows: ChainkgRows, handMade: readonly Product[], tally: CleaningTally): ProductNames {
  const byKey = handNames(handMade);
  const seen = new Set<string>();
  const imported: Product[] = [];
  const keep = (name: string) => {
    const product = newProduct(name);
    if (product.junk) tally.note('product.junk', name);
    byKey.set(nameKey(name), product);
    imported.push(product);
  };
  for (const row of rows.products) {
    const name = noteRepair(row.name, tally);
    const key = nameKey(name);
    if (seen.has(key)) {
      tally.note('product.duplicate', name);
      continue;
    }
    seen.add(key);
    const byHand = byKey.get(key);
    if (byHand) tally.note('product.joined', `${name} = ${byHand.name}`);
    else if (key !== '') keep(name);
  }
  for (const { product: raw } of rows.company_product) {
    const name = repairName(raw);
    const key = nameKey(name);
    if (key === '' || byKey.has(key)) continue;
    tally.note('product.unlisted', name);
    keep(name);
  }
  return { imported, find: remembering((rawName) => byKey.get(nameKey(repairName(rawName)))) };
}

/** The files repeat their names; normalising each once is most of the speed. */
function remembering<Answer>(ask: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, Answer>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
}

/** A product's own name goes before another product's alias. */
function handNames(handMade: readonly Product[]): Map<string, Product> {
  const byKey = new Map<string, Product>();
  const add = (name: string, product: Product) => {
    if (!byKey.has(nameKey(name))) byKey.set(nameKey(name), product);
  };
  for (const product of handMade) add(product.name, product);
  for (const product of handMade) for (const alias of product.aliases) add(alias, product);
  return byKey;
}

function newProduct(name: string): Product {
  return { id: importedProductId(name), name, aliases: [], unit: null, source: 'chainkg', junk: isJunkName(name) };
}

function noteRepair(raw: string, tally: CleaningTally): string {
  const name = repairName(raw);
  if (name !== raw) tally.note('product.name-broken', JSON.stringify(raw));
  return name;
}
