import { Refusal } from '../refusal.ts';
import {
  type ChainContent,
  type ChainListEntry,
  circularPath,
  type Segment,
  type SegmentLink,
  type SegmentTier,
} from './chain-map.ts';
import { mergeSegments, splitSegment } from './draft-reshaping.ts';

type ChainHead = Pick<ChainContent, 'name' | 'nameEn' | 'chief' | 'leadBodyId' | 'leaderId' | 'expert'>;

/** One step of drawing a map. Positions are places in the lists of the content. */
export type DraftOperation =
  | { readonly kind: 'set-facts'; readonly facts: ChainHead }
  | { readonly kind: 'add-segment'; readonly segment: Segment; readonly at: number }
  | { readonly kind: 'remove-segment'; readonly id: string }
  | { readonly kind: 'rename-segment'; readonly id: string; readonly name: string; readonly nameEn: string | null }
  | { readonly kind: 'move-segment'; readonly id: string; readonly tier: SegmentTier; readonly at: number }
  /** `segment` null: it leaves the chain */
  | { readonly kind: 'place-product'; readonly product: string; readonly segment: string | null; readonly at: number }
  | {
      readonly kind: 'split-segment';
      readonly id: string;
      /** the new part; the rest keeps its id */
      readonly into: Pick<Segment, 'id' | 'name' | 'nameEn'>;
      readonly products: readonly string[];
    }
  | { readonly kind: 'merge-segments'; readonly from: string; readonly into: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string; readonly at?: number }
  | { readonly kind: 'unlink'; readonly from: string; readonly to: string }
  | { readonly kind: 'put-map'; readonly segments: readonly Segment[]; readonly links: readonly SegmentLink[] }
  | { readonly kind: 'put-entries'; readonly entries: readonly ChainListEntry[] }
  | { readonly kind: 'replace'; readonly content: ChainContent };

export interface Applied {
  readonly content: ChainContent;
  /** takes it back: applied to the content it gives the one before */
  readonly inverse: DraftOperation;
}

/** Ensures: `apply(apply(c, o).content, inverse).content` equals `c`. Refused where the map could no longer be drawn. */
export function applyOperation(content: ChainContent, operation: DraftOperation): Applied {
  switch (operation.kind) {
    case 'set-facts':
      return { content: { ...content, ...operation.facts }, inverse: { kind: 'set-facts', facts: headOf(content) } };
    case 'add-segment':
      return addSegment(content, operation);
    case 'remove-segment':
      return reshaped(content, {
        segments: without(content.segments, getSegment(content, operation.id)),
        links: content.links.filter(({ from, to }) => from !== operation.id && to !== operation.id),
      });
    case 'rename-segment':
      return renameSegment(content, operation);
    case 'move-segment':
      return moveSegment(content, operation);
    case 'place-product':
      return placeProduct(content, operation);
    case 'split-segment':
      getSegment(content, operation.id);
      return reshaped(content, splitSegment(content, operation));
    case 'merge-segments':
      for (const id of [operation.from, operation.into]) getSegment(content, id);
      return reshaped(content, mergeSegments(content, operation));
    case 'link':
      return link(content, operation);
    case 'unlink':
      return unlink(content, operation);
    case 'put-map':
      return reshaped(content, operation);
    case 'put-entries':
      return {
        content: { ...content, entries: operation.entries },
        inverse: { kind: 'put-entries', entries: content.entries },
      };
    case 'replace':
      return { content: operation.content, inverse: { kind: 'replace', content } };
  }
}

type Of<Kind extends DraftOperation['kind']> = Extract<DraftOperation, { kind: Kind }>;

const headOf = ({ name, nameEn, chief, leadBodyId, leaderId, expert }: ChainContent): ChainHead => ({
  ...{ name, nameEn, chief, leadBodyId, leaderId, expert },
});

/** Segments and links anew; taken back by putting the former ones there. */
function reshaped(content: ChainContent, { segments, links }: Pick<ChainContent, 'segments' | 'links'>): Applied {
  refuseCycle({ segments, links });
  return {
    content: { ...content, segments, links },
    inverse: { kind: 'put-map', segments: content.segments, links: content.links },
  };
}

function addSegment(content: ChainContent, { segment, at }: Of<'add-segment'>): Applied {
  const { segments } = content;
  if (segments.some(({ id }) => id === segment.id))
    throw new Refusal('chains.segment-twice', { segment: segment.name });
  refuseSameName(segments, segment);
  return {
    content: { ...content, segments: segments.toSpliced(at, 0, segment) },
    inverse: { kind: 'remove-segment', id: segment.id },
  };
}

function renameSegment(content: ChainContent, { id, name, nameEn }: Of<'rename-segment'>): Applied {
  const segment = getSegment(content, id);
  refuseSameName(content.segments, { id, name });
  return {
    content: changed(content, { ...segment, name, nameEn }),
    inverse: { kind: 'rename-segment', id, name: segment.name, nameEn: segment.nameEn },
  };
}

function moveSegment(content: ChainContent, { id, tier, at }: Of<'move-segment'>): Applied {
  const segment = getSegment(content, id);
  const before = content.segments.indexOf(segment);
  const segments = without(content.segments, segment).toSpliced(at, 0, { ...segment, tier });
  return {
    content: { ...content, segments },
    inverse: { kind: 'move-segment', id, tier: segment.tier, at: before },
  };
}

function placeProduct(content: ChainContent, { product, segment: to, at }: Of<'place-product'>): Applied {
  const from = content.segments.find(({ products }) => products.includes(product));
  const inverse: DraftOperation = {
    ...{ kind: 'place-product', product, segment: from?.id ?? null },
    at: from?.products.indexOf(product) ?? 0,
  };
  const left = from ? changed(content, { ...from, products: from.products.filter((one) => one !== product) }) : content;
  if (to === null) return { content: left, inverse };
  const target = getSegment(left, to);
  return { content: changed(left, { ...target, products: target.products.toSpliced(at, 0, product) }), inverse };
}

function link(content: ChainContent, { from, to, at = content.links.length }: Of<'link'>): Applied {
  const [source, target] = [getSegment(content, from), getSegment(content, to)];
  if (content.links.some((one) => one.from === from && one.to === to))
    throw new Refusal('chains.link-twice', { from: source.name, to: target.name });
  const links = content.links.toSpliced(at, 0, { from, to });
  refuseCycle({ segments: content.segments, links });
  return { content: { ...content, links }, inverse: { kind: 'unlink', from, to } };
}

function unlink(content: ChainContent, { from, to }: Of<'unlink'>): Applied {
  const at = content.links.findIndex((one) => one.from === from && one.to === to);
  if (at < 0) throw new Refusal('chains.loose-link', { from, to });
  return { content: { ...content, links: content.links.toSpliced(at, 1) }, inverse: { kind: 'link', from, to, at } };
}

function getSegment({ segments }: ChainContent, id: string): Segment {
  const segment = segments.find((one) => one.id === id);
  if (!segment) throw new Refusal('chains.no-segment', { segment: id });
  return segment;
}

const without = (segments: readonly Segment[], segment: Segment) => segments.filter((one) => one !== segment);

const changed = (content: ChainContent, segment: Segment): ChainContent => ({
  ...content,
  segments: content.segments.map((one) => (one.id === segment.id ? segment : one)),
});

function refuseSameName(segments: readonly Segment[], { id, name }: Pick<Segment, 'id' | 'name'>): void {
  if (segments.some((one) => one.id !== id && one.name === name))
    throw new Refusal('chains.name-twice', { segment: name });
}

function refuseCycle(map: Pick<ChainContent, 'segments' | 'links'>): void {
  const path = circularPath(map);
  if (path) throw new Refusal('chains.cycle', { path });
}
