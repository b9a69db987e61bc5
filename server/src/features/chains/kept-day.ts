import type { ChainContent, Segment } from '@zhitong/domain/chains/chain-map';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { type KeptState, listFirstKept, listKeptStates } from './gap-state-reading.ts';

/** What is kept of the links of a chain at the end of a past day. */
export interface KeptDay {
  /** ISO date */
  readonly day: string;
  /** when the first class of the chain was kept; null: none is */
  readonly from: Date | null;
  readonly states: ReadonlyMap<string, KeptState>;
}

/** By chain; null: the day is not over, what holds is what is found out now. */
export async function readKeptDays(
  { database, effects }: ChainDeps,
  viewer: Viewer,
  { chainIds, at }: { chainIds: readonly string[]; at: string | undefined },
): Promise<((chainId: string) => KeptDay) | null> {
  if (at === undefined || at >= cityDay(effects.now())) return null;
  const context = contextOf(viewer);
  const of = { city: viewer.city, chainIds, before: endOfCityDay(at) };
  // the rows are the platform’s: what caused a class is kept back, the class itself is on the map
  const { first, states } = await inContext(database, context, (tx) =>
    asSystem(tx, context, async () => ({ first: await listFirstKept(tx, of), states: await listKeptStates(tx, of) })),
  );
  return (id) => ({ day: at, from: first.get(id) ?? null, states: states.get(id) ?? new Map() });
}

/** The same of one chain. */
export async function readKeptDay(
  deps: ChainDeps,
  viewer: Viewer,
  { chainId, at }: { chainId: string; at: string | undefined },
): Promise<KeptDay | null> {
  const keptOf = await readKeptDays(deps, viewer, { chainIds: [chainId], at });
  return keptOf?.(chainId) ?? null;
}

/** A link as it was kept; `state` null: nothing was. */
export interface KeptGap {
  readonly productId: string;
  readonly segment: Segment;
  readonly state: KeptState | null;
}

/** Every link of a version, in the order of its map. */
export function keptGapsOf({ segments }: Pick<ChainContent, 'segments'>, { states }: KeptDay): KeptGap[] {
  return segments.flatMap((segment) =>
    segment.products.map((productId) => ({ productId, segment, state: states.get(productId) ?? null })),
  );
}

export const keptDayOf = ({ day, from }: KeptDay) => ({ day, from: from?.toISOString() ?? null });
