import { Refusal } from '../refusal.ts';
import type { ChainContent, Segment, SegmentLink, SegmentTier } from './chain-map.ts';

type ChainMap = Pick<ChainContent, 'segments' | 'links'>;

interface Split {
  readonly id: string;
  readonly into: Pick<Segment, 'id' | 'name' | 'nameEn'>;
  readonly products: readonly string[];
}

/** The chosen products become a segment of their own right behind, linked as the whole was. The rest keeps its id. */
export function splitSegment({ segments, links }: ChainMap, { id, into, products }: Split): ChainMap {
  const at = segments.findIndex((one) => one.id === id);
  const whole = segments[at];
  if (!whole) throw new Refusal('chains.no-segment', { segment: id });
  const leaving = whole.products.filter((product) => products.includes(product));
  const staying = whole.products.filter((product) => !products.includes(product));
  if (leaving.length === 0 || staying.length === 0) throw new Refusal('chains.split-nothing', { segment: whole.name });
  for (const other of segments) {
    if (other.id === into.id) throw new Refusal('chains.segment-twice', { segment: into.name });
    if (other.name === into.name) throw new Refusal('chains.name-twice', { segment: into.name });
  }
  const parts = [
    { ...whole, products: staying },
    { ...into, tier: whole.tier, products: leaving },
  ];
  const same = links
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to }) => ({ from: from === id ? into.id : from, to: to === id ? into.id : to }));
  return { segments: segments.toSpliced(at, 1, ...parts), links: [...links, ...same] };
}

/** One segment takes the products and the links of another, which is gone. */
export function mergeSegments({ segments, links }: ChainMap, { from, into }: { from: string; into: string }): ChainMap {
  const away = segments.find(({ id }) => id === from);
  if (from === into) throw new Refusal('chains.merge-itself', { segment: away?.name ?? from });
  const kept = segments.filter(({ id }) => id !== from);
  const turned = links.map((link) => ({ from: turn(link.from), to: turn(link.to) }));
  return {
    segments: kept.map((one) =>
      one.id === into ? { ...one, products: [...one.products, ...(away?.products ?? [])] } : one,
    ),
    links: once(turned.filter((link) => link.from !== link.to)),
  };

  function turn(end: string): string {
    return end === from ? into : end;
  }
}

function once(links: readonly SegmentLink[]): SegmentLink[] {
  return [...new Map(links.map((link) => [`${link.from} ${link.to}`, link])).values()];
}

/** The place in the list of segments that stands in this row of a tier, once the segment itself is taken out of it. */
export function placeInTier(
  segments: readonly Segment[],
  { id, tier, row }: { id: string; tier: SegmentTier; row: number },
): number {
  const others = segments.filter((one) => one.id !== id);
  const column = others.filter((one) => one.tier === tier);
  const before = column[row];
  if (before) return others.indexOf(before);
  const last = column.at(-1);
  return last ? others.indexOf(last) + 1 : others.length;
}
