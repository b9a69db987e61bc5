import { cascadeTimers } from '@zhitong/domain/needs/cascade-plan';
import { type CascadeRing, cascadeRings, ringsFrom, tiersIn } from '@zhitong/domain/needs/cascade-ring';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { NeedMatching } from '#features/matching/public';
import type { Tx } from '#platform/database';
import type { Moving } from './cascade-deps.ts';
import { listAsked } from './cascade-reading.ts';
import { planCascadeTimers } from './cascade-store.ts';
import { timesOf } from './cascade-times.ts';

interface Planned {
  readonly matching: NeedMatching;
}

/**
 * Plans what falls due from an instant on, by the terms of the day on which the need was published. The time of the outermost ring in which
 * anybody was asked is waited for; where nobody was asked at all, the next ring is asked at once.
 */
export async function planFrom(tx: Tx, deps: Planned, { need, cascade, at }: Moving): Promise<void> {
  const { urgent, ring } = cascade;
  const asked = new Set((await listAsked(tx, cascade)).map((one) => one.ring));
  const waitsFor = cascadeRings.findLast((one) => asked.has(one)) ?? null;
  const times = await timesOf(tx, { need, at });
  const peopled = peopledRings(deps, need, ringsFrom(ring).slice(1));
  const timers = cascadeTimers({ ...times, from: at, urgent, deadline: need.deadline, ring, waitsFor, peopled });
  await planCascadeTimers(tx, cascade, { timers, now: at });
}

/** Of these rings, those in which somebody fits now. */
export function peopledRings(
  { matching }: Planned,
  need: PublishedNeed,
  rings: readonly CascadeRing[],
): ReadonlySet<CascadeRing> {
  return new Set(rings.filter((ring) => matching.matchIn(need, tiersIn(ring)).matches.length > 0));
}
