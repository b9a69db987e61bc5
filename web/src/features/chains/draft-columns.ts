import { type ChainContent, type Segment, segmentTiers } from '@zhitong/domain/chains/chain-map';
import type { DraftOperation } from '@zhitong/domain/chains/draft-operation';
import { placeInTier } from '@zhitong/domain/chains/draft-reshaping';
import { type Arrow, type MapLayout, placesIn } from './map-layout.ts';

/** A column a tier, the segments in the order they were put. */
export function columnsOf({ segments }: Pick<ChainContent, 'segments'>): MapLayout<Segment> {
  const columns = segmentTiers.map((tier) => segments.filter((segment) => segment.tier === tier));
  return { columns, places: placesIn(columns), rows: Math.max(1, ...columns.map(({ length }) => length)) };
}

/** The step that an arrow with Shift makes of a segment; undefined at the edge. */
export function stepOf(
  layout: MapLayout<Segment>,
  id: string,
  arrow: Arrow,
): { tier: number; row: number } | undefined {
  const place = layout.places.get(id);
  if (!place) return undefined;
  const { column, row } = place;
  const to = {
    ArrowUp: { tier: column, row: row - 1 },
    ArrowDown: { tier: column, row: row + 1 },
    ArrowLeft: { tier: column - 1, row },
    ArrowRight: { tier: column + 1, row },
  }[arrow];
  const target = layout.columns[to.tier];
  if (!target || to.row < 0 || (to.tier === column && to.row >= target.length)) return undefined;
  return { tier: to.tier, row: Math.min(to.row, target.length) };
}

/** Puts a segment into a row of a tier; undefined: there is no such tier. */
export function moveTo(
  { segments }: Pick<ChainContent, 'segments'>,
  { id, tier: column, row }: { id: string; tier: number; row: number },
): DraftOperation | undefined {
  const tier = segmentTiers[column];
  return tier && { kind: 'move-segment', id, tier, at: placeInTier(segments, { id, tier, row }) };
}

/** A name that no segment has yet. */
export function freeName({ segments }: Pick<ChainContent, 'segments'>, nameOf: (count: number) => string): string {
  const taken = new Set(segments.map(({ name }) => name));
  for (let count = 1; ; count += 1) if (!taken.has(nameOf(count))) return nameOf(count);
}
