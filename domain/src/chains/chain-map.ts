import { packGraph } from '@zhitong/algorithms/graph/directed-graph';
import { topologicalOrder } from '@zhitong/algorithms/graph/topological-order';
import { Refusal } from '../refusal.ts';

/** Where a segment stands in its chain. */
export const segmentTiers = ['upstream', 'midstream', 'downstream', 'supporting'] as const;
export type SegmentTier = (typeof segmentTiers)[number];

export const segmentTierWords = {
  upstream: { zh: '上游', en: 'Upstream' },
  midstream: { zh: '中游', en: 'Midstream' },
  downstream: { zh: '下游', en: 'Downstream' },
  supporting: { zh: '配套', en: 'Supporting' },
} as const satisfies Record<SegmentTier, { zh: string; en: string }>;

/** A segment (环节): the products that are one link of the chain. */
export interface Segment {
  /** stays when the segment is renamed: versions are compared by it */
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly tier: SegmentTier;
  readonly products: readonly string[];
}

/** Goods go from one segment into the next. */
export interface SegmentLink {
  readonly from: string;
  readonly to: string;
}

/** The N lists beside the map (1 个图谱 + N 张清单), as the province names them. */
export const chainLists = [
  'leading-firms',
  'core-suppliers',
  'strengths',
  'weak-points',
  'technology',
  'layout',
  'projects',
  'targets',
  'outside',
] as const;
export type ChainList = (typeof chainLists)[number];

export interface ChainListEntry {
  readonly list: ChainList;
  readonly text: string;
  /** where it is known from; no entry is shown without */
  readonly source: string;
}

/** What a version of a chain says. */
export interface ChainContent {
  readonly name: string;
  readonly nameEn: string | null;
  /** 链长: the city leader who answers for it */
  readonly chief: { readonly name: string; readonly post: string } | null;
  /** organisation ids: the lead department, and the chain-leading firm (链主) */
  readonly leadBodyId: string | null;
  readonly leaderId: string | null;
  readonly expert: string | null;
  readonly segments: readonly Segment[];
  readonly links: readonly SegmentLink[];
  readonly entries: readonly ChainListEntry[];
}

export interface KnownProduct {
  readonly id: string;
  readonly name: string;
}

/** A map must be one that can be drawn and diagnosed: refused with the segment or the product that stands in the way. */
export function decideChainContent(
  content: Pick<ChainContent, 'segments' | 'links'>,
  findProduct: (id: string) => KnownProduct | undefined,
): void {
  const { segments } = content;
  if (segments.length === 0) throw new Refusal('chains.no-segments');
  refuseEmpty(segments);
  refuseTwice(segments, findProduct);
  refuseLinks(content);
}

function refuseEmpty(segments: readonly Segment[]): void {
  const empty = segments.find(({ products }) => products.length === 0);
  if (empty) throw new Refusal('chains.empty-segment', { segment: empty.name });
  const ids = segments.map(({ id }) => id);
  const twice = segments.find(({ id }, at) => ids.indexOf(id) !== at);
  if (twice) throw new Refusal('chains.segment-twice', { segment: twice.name });
}

/** Within one chain a product is one link; in two chains it may stand. */
function refuseTwice(segments: readonly Segment[], findProduct: (id: string) => KnownProduct | undefined): void {
  const placed = new Map<string, string>();
  for (const { name: segment, products } of segments)
    for (const id of products) {
      const product = findProduct(id);
      if (!product) throw new Refusal('chains.unknown-product', { segment, product: id });
      const other = placed.get(id);
      if (other !== undefined) throw new Refusal('chains.product-twice', { product: product.name, segment, other });
      placed.set(id, segment);
    }
}

function refuseLinks({ segments, links }: Pick<ChainContent, 'segments' | 'links'>): void {
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const loose = links.find(({ from, to }) => !names.has(from) || !names.has(to));
  if (loose) throw new Refusal('chains.loose-link', { from: nameOf(loose.from), to: nameOf(loose.to) });
  const ids = segments.map(({ id }) => id);
  const edges = links.map(({ from, to }) => ({ from: ids.indexOf(from), to: ids.indexOf(to) }));
  const order = topologicalOrder(packGraph(ids.length, edges));
  if (order.kind === 'cycle')
    throw new Refusal('chains.cycle', { path: closed(order.nodes, ids).map(nameOf).join('→') });
}

/** `A→B→A`: a cycle as it is read, back where it began. */
function closed(nodes: readonly number[], ids: readonly string[]): string[] {
  return [...nodes, ...nodes.slice(0, 1)].flatMap((node) => ids[node] ?? []);
}
