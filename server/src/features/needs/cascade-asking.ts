import type { Match } from '@zhitong/domain/matching/match';
import type { Reason } from '@zhitong/domain/matching/reason';
import type { JoinedRings } from '@zhitong/domain/needs/cascade-account';
import { ringsTogether } from '@zhitong/domain/needs/cascade-plan';
import { type CascadeRing, ringsBefore, ringsFrom, tiersIn } from '@zhitong/domain/needs/cascade-ring';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import type { CascadeDeps, Moving } from './cascade-deps.ts';
import { peopledRings } from './cascade-planning.ts';
import type { AskedSupplier, Cascade } from './cascade-reading.ts';
import { timesOf } from './cascade-times.ts';

/**
 * Where the deadline leaves too little time to ask ring after ring, the next ones are asked beside the ring just reached. A ring in which
 * nobody could be asked is passed without a time of its own.
 */
export async function askTogether(
  tx: Tx,
  deps: CascadeDeps,
  { need, cascade, at }: Moving,
): Promise<{ cascade: Cascade; added: number }> {
  if (need.deadline === null) return { cascade, added: 0 };
  const rings = ringsFrom(cascade.ring);
  const times = await timesOf(tx, { need, at });
  const peopled = new Set([cascade.ring, ...peopledRings(deps, need, rings.slice(1))]);
  const together = ringsTogether({ ...times, from: at, deadline: need.deadline, peopled }, rings);
  let reached = cascade;
  let added = 0;
  for (const ring of together.slice(1)) {
    const params = { rings: ringsBefore(ring).join(','), why: 'together' };
    const more = await askRing(tx, deps, { need, ring, reason: { code: 'asked-first', verdict: 'fact', params } });
    if (more === 0) continue;
    added += more;
    reached = { ...reached, ring, joined: joinedUpTo(reached, ring) };
  }
  return { cascade: reached, added };
}

/** The ring reached before, and those between it and the new one, have their time together with the new one. */
function joinedUpTo({ ring, joined }: Cascade, next: CascadeRing): JoinedRings {
  const between = ringsFrom(ring).filter((one) => ringsBefore(next).includes(one));
  return { ...joined, ...Object.fromEntries(between.map((one) => [one, 'together'])) };
}

/** Asks everybody who fits in one ring, and tells them why they are asked now. Answers how many are new. */
export async function askRing(
  tx: Tx,
  { matching }: CascadeDeps,
  { need, ring, reason }: { need: PublishedNeed; ring: CascadeRing; reason: Reason },
): Promise<number> {
  const found = matching.matchIn(need, tiersIn(ring));
  const matches = found.matches.map((match): Match => ({ ...match, reasons: [...match.reasons, reason] }));
  return matching.add(tx, enteredContext(tx), { need: { ...need, reach: ring }, found: { ...found, matches } });
}

/** What a supplier of an outer ring reads: which rings were asked before it, never how many firms or whom. */
export function askedFirst(ring: CascadeRing, asked: readonly AskedSupplier[], byHand?: 'by-hand'): Reason {
  const answer = asked.some(({ outcome }) => outcome === 'quoted') ? 'unsuited' : 'silent';
  const why = byHand ?? (asked.length === 0 ? 'nobody' : answer);
  return { code: 'asked-first', verdict: 'fact', params: { rings: ringsBefore(ring).join(','), why } };
}
