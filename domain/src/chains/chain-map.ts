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

type ChainMap = Pick<ChainContent, 'segments' | 'links'>;
type FindProduct = (id: string) => KnownProduct | undefined;

/** A map must be one that can be drawn and diagnosed: refused with the segment or the product that stands in the way. */
export function decideChainContent(content: ChainMap, findProduct: FindProduct): void {
  for (const problem of chainProblems(content, findProduct)) throw problem;
}

/** While it is being drawn a map may have segments without products, or none yet: what it may never have is refused. */
export function decideDraftContent(content: ChainMap, findProduct: FindProduct): void {
  for (const problem of draftProblems(content, findProduct)) throw problem;
}

/** Everything that stands in the way of a map, one refusal each. */
export function* chainProblems(content: ChainMap, findProduct: FindProduct): Generator<Refusal> {
  const { segments } = content;
  if (segments.length === 0) yield new Refusal('chains.no-segments');
  for (const { name, products } of segments)
    if (products.length === 0) yield new Refusal('chains.empty-segment', { segment: name });
  yield* draftProblems(content, findProduct);
}

function* draftProblems(content: ChainMap, findProduct: FindProduct): Generator<Refusal> {
  const { segments } = content;
  const ids = segments.map(({ id }) => id);
  for (const [at, { id, name }] of segments.entries())
    if (ids.indexOf(id) !== at) yield new Refusal('chains.segment-twice', { segment: name });
  const names = segments.map(({ name }) => name);
  for (const [at, name] of names.entries())
    if (names.indexOf(name) !== at) yield new Refusal('chains.name-twice', { segment: name });
  yield* placedTwice(segments, findProduct);
  yield* linkProblems(content);
}

/** Within one chain a product is one link; in two chains it may stand. */
function* placedTwice(segments: readonly Segment[], findProduct: FindProduct): Generator<Refusal> {
  const placed = new Map<string, string>();
  for (const { name: segment, products } of segments)
    for (const id of products) {
      const product = findProduct(id);
      const other = placed.get(id);
      if (!product) yield new Refusal('chains.unknown-product', { segment, product: id });
      else if (other !== undefined)
        yield new Refusal('chains.product-twice', { product: product.name, segment, other });
      placed.set(id, segment);
    }
}

function* linkProblems({ segments, links }: ChainMap): Generator<Refusal> {
  const names = new Map(segments.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const isLoose = ({ from, to }: SegmentLink) => !names.has(from) || !names.has(to);
  for (const link of links.filter(isLoose))
    yield new Refusal('chains.loose-link', { from: nameOf(link.from), to: nameOf(link.to) });
  const path = circularPath({ segments, links: links.filter((link) => !isLoose(link)) });
  if (path) yield new Refusal('chains.cycle', { path });
}

/** `A→B→A`: a cycle of links as it is read, back where it began; undefined: there is none. */
export function circularPath({ segments, links }: ChainMap): string | undefined {
  return cycleOf(segments, links);
}

/** The same over whatever has names and leads from one to another; an end that has no name does not count. */
export function cycleOf(named: readonly KnownProduct[], links: readonly SegmentLink[]): string | undefined {
  const ids = new Map(named.map(({ id }, at) => [id, at]));
  const edges = links.flatMap((link) => {
    const [from, to] = [ids.get(link.from), ids.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  const order = topologicalOrder(packGraph(named.length, edges));
  if (order.kind !== 'cycle') return undefined;
  return [...order.nodes, ...order.nodes.slice(0, 1)].flatMap((node) => named[node]?.name ?? []).join('→');
}
