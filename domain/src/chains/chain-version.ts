import type { ChainContent, Segment } from './chain-map.ts';

/** `draft`: being written. `review`: handed in, a second person reads it. `published`: valid in its days, never changed again. `discarded`: thrown away before that. */
export const chainVersionStates = ['draft', 'review', 'published', 'discarded'] as const;
export type ChainVersionState = (typeof chainVersionStates)[number];

export interface ChainVersion {
  readonly number: number;
  readonly state: ChainVersionState;
  /** ISO dates, half-open; null: no end named */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly content: ChainContent;
}

/** The published version in force on a day. */
export function versionOn<Version extends Pick<ChainVersion, 'state' | 'validFrom' | 'validTo'>>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions.find(
    ({ state, validFrom, validTo }) => state === 'published' && validFrom <= day && (validTo === null || day < validTo),
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What became of the segments of a chain from one version to another. */
export interface VersionComparison {
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly renamed: readonly (Named & { readonly before: string })[];
  /** one segment became several */
  readonly split: readonly { readonly from: Named; readonly into: readonly Named[] }[];
  /** several segments became one */
  readonly merged: readonly { readonly from: readonly Named[]; readonly into: Named }[];
  /** product ids by the segment they left and the one they came to; null: not in the chain */
  readonly moved: readonly { readonly product: string; readonly from: Named | null; readonly to: Named | null }[];
}

type Segments = Pick<ChainContent, 'segments'>;

/**
 * A segment is the same by its id, whatever it is called. A segment that is new, or gone, and shares products with others counts
 * as split from them or merged into them instead of being added or removed. O(products).
 */
export function compareVersions(before: Segments, after: Segments): VersionComparison {
  const old = byId(before);
  const young = byId(after);
  const gone = before.segments.filter(({ id }) => !young.has(id));
  const fresh = after.segments.filter(({ id }) => !old.has(id));
  const split = splits(before.segments, after.segments, old);
  const merged = splits(after.segments, before.segments, young).map(({ from, into }) => ({ from: into, into: from }));
  const told = new Set([...split.flatMap(idsOfSplit), ...merged.flatMap(idsOfMerge)]);
  return {
    added: fresh.filter(({ id }) => !told.has(id)).map(named),
    removed: gone.filter(({ id }) => !told.has(id)).map(named),
    renamed: after.segments.flatMap((segment) => {
      const was = old.get(segment.id);
      return was && was.name !== segment.name ? [{ ...named(segment), before: was.name }] : [];
    }),
    split,
    merged,
    moved: moves(before.segments, after.segments),
  };
}

const named = ({ id, name }: Segment): Named => ({ id, name });
const byId = ({ segments }: Segments) => new Map(segments.map((segment) => [segment.id, segment]));
const idsOfSplit = ({ from, into }: { from: Named; into: readonly Named[] }) => [from.id, ...into.map(({ id }) => id)];
const idsOfMerge = ({ from, into }: { from: readonly Named[]; into: Named }) => [...from.map(({ id }) => id), into.id];

/** Segments whose products stand in two or more afterwards, at least one of which was not there. */
function splits(before: readonly Segment[], after: readonly Segment[], known: ReadonlyMap<string, Segment>) {
  return before.flatMap((segment) => {
    const into = after.filter(
      (other) => other.id === segment.id || other.products.some((id) => segment.products.includes(id)),
    );
    const receives = into.filter(({ products }) => products.some((id) => segment.products.includes(id)));
    const isSplit = receives.length > 1 && receives.some(({ id }) => !known.has(id));
    return isSplit ? [{ from: named(segment), into: receives.map(named) }] : [];
  });
}

function moves(before: readonly Segment[], after: readonly Segment[]) {
  const from = places(before);
  const to = places(after);
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((product) => {
    const [left, came] = [from.get(product), to.get(product)];
    return left?.id === came?.id ? [] : [{ product, from: left ? named(left) : null, to: came ? named(came) : null }];
  });
}

const places = (segments: readonly Segment[]) =>
  new Map(segments.flatMap((segment) => segment.products.map((product): [string, Segment] => [product, segment])));
