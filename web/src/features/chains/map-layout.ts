import { type SegmentTier, segmentTiers } from '@zhitong/domain/chains/chain-map';

export interface LaidSegment {
  readonly id: string;
  readonly tier: SegmentTier;
}

export interface LaidLink {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  readonly column: number;
  readonly row: number;
}

export interface MapLayout<Segment extends LaidSegment> {
  /** the segments of each tier from top to bottom, in the order of the tiers */
  readonly columns: readonly (readonly Segment[])[];
  readonly places: ReadonlyMap<string, Place>;
  /** of the longest column */
  readonly rows: number;
}

const sweeps = 6;

/**
 * A column a tier; within each the segments stand near what they are linked with, so that few lines cross (the barycentre heuristic of
 * Sugiyama, Tagawa and Toda 1981). The same segments and links always give the same picture.
 */
export function layOut<Segment extends LaidSegment>(
  segments: readonly Segment[],
  links: readonly LaidLink[],
): MapLayout<Segment> {
  let columns = segmentTiers.map((tier) => segments.filter((segment) => segment.tier === tier));
  let best = columns;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    // one column after the other: two that move at once would only swap
    for (const [at, column] of columns.entries())
      columns = columns.with(at, nearLinked(column, placesIn(columns), links));
    if (crossings(columns, links) < crossings(best, links)) best = columns;
  }
  return { columns: best, places: placesIn(best), rows: Math.max(1, ...best.map(({ length }) => length)) };
}

/** Where each segment stands in columns that are given. */
export function placesIn(columns: readonly (readonly LaidSegment[])[]): ReadonlyMap<string, Place> {
  return new Map(
    columns.flatMap((column, at) => column.map(({ id }, row): [string, Place] => [id, { column: at, row }])),
  );
}

function nearLinked<Segment extends LaidSegment>(
  column: readonly Segment[],
  places: ReadonlyMap<string, Place>,
  links: readonly LaidLink[],
): Segment[] {
  const wish = (id: string, row: number): number => {
    const rows = links
      .filter(({ from, to }) => from === id || to === id)
      .flatMap(({ from, to }) => places.get(from === id ? to : from)?.row ?? []);
    return rows.length === 0 ? row : rows.reduce((sum, one) => sum + one, 0) / rows.length;
  };
  return column
    .map((segment, row) => ({ segment, row, at: wish(segment.id, row) }))
    .toSorted((a, b) => a.at - b.at || a.row - b.row)
    .map(({ segment }) => segment);
}

/** Pairs of lines between the same two columns that cross. O(links²); a map has some dozens. */
function crossings(columns: readonly (readonly LaidSegment[])[], links: readonly LaidLink[]): number {
  const places = placesIn(columns);
  const ends = links.flatMap(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? [a.column <= b.column ? ([a, b] as const) : ([b, a] as const)] : [];
  });
  return ends.reduce(
    (sum, [a, b], at) =>
      sum +
      ends
        .slice(at + 1)
        .filter(([c, d]) => a.column === c.column && b.column === d.column && (a.row - c.row) * (b.row - d.row) < 0)
        .length,
    0,
  );
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Where an arrow key leads from a segment: its neighbour in the column, or the nearest in the next column that has any. */
export function neighbour<Segment extends LaidSegment>(
  { columns, places }: MapLayout<Segment>,
  from: string,
  arrow: Arrow,
): string | undefined {
  const place = places.get(from);
  if (!place) return undefined;
  const { column, row } = place;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') return columns[column]?.[row + (arrow === 'ArrowUp' ? -1 : 1)]?.id;
  const beyond = arrow === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, column).toReversed();
  const next = beyond.find(({ length }) => length > 0);
  return next?.[Math.min(row, next.length - 1)]?.id;
}
