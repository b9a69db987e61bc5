import type { Product, ProductRelation } from '../matching/product.ts';

/** How what a firm offers stands to what is wanted: exactly it, a kind of it, or only what it is a kind of. */
export const heatFits = ['exact', 'kind', 'broader'] as const;
export type HeatFit = (typeof heatFits)[number];

/** What would count for a wanted product, and why. */
export interface FitProduct {
  /** of the offer */
  readonly productId: string;
  readonly fit: HeatFit;
  /** why another word counts, as the catalogue has it; null: by the product graph itself */
  readonly note: string | null;
}

/** Of the product graph, what the question needs. */
export interface FitGraph {
  find(productId: string): Product | undefined;
  /** the product first, then its kinds, nearest first */
  kindsOf(productId: string): readonly string[];
  /** relations that stand in the hand-made graph, not those read from an imported one */
  relationsFrom(productId: string): readonly ProductRelation[];
  relationsTo(productId: string): readonly ProductRelation[];
  /** other words of the product that are products of an imported graph */
  otherNamesOf(productId: string): readonly FitProduct[];
}

/** More firms of a broader product than this say nothing: `汽车零部件` is no answer to `曲轴`. */
export const tooManyBroader = 20;

/**
 * Which products count for a wanted one. A kind read from an imported graph counts only when its name ends in a name of the wanted product:
 * Chinese names the kind before the thing, so `不锈钢圆钢` is 圆钢, but `游艇冰箱` is no yacht and `聚丙烯` no propylene.
 */
export function fittingProducts(wanted: string, graph: FitGraph): FitProduct[] {
  const product = graph.find(wanted);
  if (product === undefined) return [];
  const names = [product.name, ...product.aliases];
  const kinds = graph.kindsOf(wanted).slice(1);
  const byHand = kindsByHand(wanted, graph);
  const found: FitProduct[] = [
    { productId: wanted, fit: 'exact', note: null },
    ...kinds
      .filter((id) => byHand.has(id) || namesKind(graph.find(id), names))
      .map((productId) => fitOf(productId, 'kind')),
    ...graph.otherNamesOf(wanted),
    ...broaderOf(wanted, graph).map((productId) => fitOf(productId, 'broader')),
  ];
  const first = new Map<string, FitProduct>();
  for (const one of found) if (!first.has(one.productId)) first.set(one.productId, one);
  return [...first.values()];
}

const fitOf = (productId: string, fit: HeatFit): FitProduct => ({ productId, fit, note: null });

function broaderOf(wanted: string, graph: FitGraph): string[] {
  return graph
    .relationsFrom(wanted)
    .filter(({ kind }) => kind === 'kind-of')
    .map(({ toId }) => toId);
}

/** Kinds, and kinds of kinds, that somebody wrote down by hand. */
function kindsByHand(wanted: string, graph: FitGraph): ReadonlySet<string> {
  const found = new Set([wanted]);
  for (const id of found)
    for (const { kind, fromId } of graph.relationsTo(id)) if (kind === 'kind-of') found.add(fromId);
  found.delete(wanted);
  return found;
}

function namesKind(kind: Product | undefined, names: readonly string[]): boolean {
  return kind !== undefined && names.some((name) => endsIn(kind.name, name));
}

const shortestName = 2;
/** Before a name these make another thing of it: 聚丙烯, 废船, 仿真皮革, 非织造布, 无纺 … */
const otherThing = /[聚废仿非无假类代]$/;

/** `不锈钢圆钢` ends in `圆钢`; what stands before must not make another thing of it. */
export function endsIn(name: string, end: string): boolean {
  if (end.length < shortestName || !name.endsWith(end)) return false;
  return !otherThing.test(name.slice(0, name.length - end.length));
}

/** An imported offer registered under a shorter name than the product's says less than the product: `模具` for 注塑模具. */
export function fitOfText(fit: HeatFit, { name }: { readonly name: string }, text: string): HeatFit {
  return fit === 'exact' && text.length < name.length && name.endsWith(text) ? 'broader' : fit;
}
