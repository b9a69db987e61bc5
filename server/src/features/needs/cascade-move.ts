import type { Match } from '@zhitong/domain/matching/match';
import type { Reason } from '@zhitong/domain/matching/reason';
import { timerAfter } from '@zhitong/domain/needs/cascade-plan';
import { type CascadeRing, ringsBefore, ringsFrom, tiersIn } from '@zhitong/domain/needs/cascade-ring';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { recordAudit } from '#platform/audit-log';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import type { ByHand, CascadeDeps, Moving } from './cascade-deps.ts';
import { endExhausted } from './cascade-ending.ts';
import { planFrom } from './cascade-planning.ts';
import { type AskedSupplier, type Cascade, listAsked } from './cascade-reading.ts';
import { accountOf } from './cascade-receipt.ts';
import { insertReceipts, type Receipt } from './cascade-receipt-store.ts';
import { markCascadeTimer, planCascadeTimers, updateCascade } from './cascade-store.ts';
import { setReach } from './need-store.ts';

/**
 * The time of a ring is over: its receipt is written and the next ring is asked, at once also the one after when nobody is known there. Runs
 * as the system.
 */
export async function moveByTime(tx: Tx, deps: CascadeDeps, moving: Moving): Promise<void> {
  const { cascade, at } = moving;
  await markCascadeTimer(tx, cascade, { kind: timerAfter(cascade.ring), at });
  const asked = await listAsked(tx, cascade);
  const receipts = [accountOf(deps, moving, { asked, close: 'time' })];
  let reached = cascade;
  for (const ring of ringsFrom(cascade.ring).slice(1)) {
    reached = { ...reached, ring, ringSince: at };
    const added = await askRing(tx, deps, { need: moving.need, ring, reason: askedFirst(ring, asked) });
    if (added > 0) return settle(tx, deps, { ...moving, reached, receipts, added });
    receipts.push(accountOf(deps, { ...moving, cascade: reached }, { asked, close: 'nobody' }));
  }
  await finish(tx, deps, { ...moving, reached, receipts });
}

/** Somebody does not wait for the time. The cascade goes as far as it was told, whoever is there. Answers how many suppliers are new. */
export async function moveByHand(
  tx: Tx,
  deps: CascadeDeps,
  { hand, ...moving }: Moving & { readonly hand: ByHand },
): Promise<number> {
  const before = await listAsked(tx, moving.cascade);
  const passed = ringsFrom(moving.cascade.ring).filter((ring) => ringsBefore(hand.to).includes(ring));
  let added = 0;
  for (const ring of [...passed.slice(1), hand.to])
    added += await askRing(tx, deps, { need: moving.need, ring, reason: askedFirst(ring, before, 'by-hand') });
  const asked = await listAsked(tx, moving.cascade);
  const receipts = passed.map((ring, at) => {
    const stood = at === 0 ? moving.cascade : { ...moving.cascade, ring, ringSince: moving.at };
    return accountOf(deps, { ...moving, cascade: stood }, { asked, close: 'by-hand', hand });
  });
  const reached: Cascade = { ...moving.cascade, ring: hand.to, ringSince: moving.at };
  await settle(tx, deps, { ...moving, reached, receipts, added });
  return added;
}

/** Asks everybody who fits in one ring, and tells them why they are asked now. Answers how many are new. */
async function askRing(
  tx: Tx,
  { matching }: CascadeDeps,
  { need, ring, reason }: { need: PublishedNeed; ring: CascadeRing; reason: Reason },
): Promise<number> {
  const found = matching.matchIn(need, tiersIn(ring));
  const matches = found.matches.map((match): Match => ({ ...match, reasons: [...match.reasons, reason] }));
  return matching.add(tx, enteredContext(tx), { need: { ...need, reach: ring }, found: { ...found, matches } });
}

/** What a supplier of an outer ring reads: which rings were asked before it, never how many firms or whom. */
function askedFirst(ring: CascadeRing, asked: readonly AskedSupplier[], byHand?: 'by-hand'): Reason {
  const answer = asked.some(({ outcome }) => outcome === 'quoted') ? 'unsuited' : 'silent';
  const why = byHand ?? (asked.length === 0 ? 'nobody' : answer);
  return { code: 'asked-first', verdict: 'fact', params: { rings: ringsBefore(ring).join(','), why } };
}

interface Moved extends Moving {
  readonly reached: Cascade;
  readonly receipts: readonly Receipt[];
}

async function settle(tx: Tx, deps: CascadeDeps, moved: Moved & { readonly added: number }): Promise<void> {
  const { need, reached, at, added } = moved;
  const running: Cascade = { ...reached, held: null };
  await insertReceipts(tx, moved.receipts);
  await setReach(tx, need, running.ring);
  await updateCascade(tx, running);
  await planFrom(tx, { need, cascade: running, at });
  await tell(tx, deps, { ...moved, added });
}

/** The last ring had its time, or nobody is known in any that was left. */
async function finish(tx: Tx, { effects }: CascadeDeps, { need, reached, receipts, at }: Moved): Promise<void> {
  const ended: Cascade = { ...reached, held: null, endedAt: at };
  await insertReceipts(tx, receipts);
  await setReach(tx, need, ended.ring);
  await updateCascade(tx, ended);
  await planCascadeTimers(tx, ended, { timers: [], now: at });
  await endExhausted(tx, effects, { need, at });
}

async function tell(
  tx: Tx,
  { effects }: CascadeDeps,
  { need, cascade, reached, receipts, added, at }: Moved & { readonly added: number },
): Promise<void> {
  const [left] = receipts;
  await recordAudit(tx, effects, {
    action: 'need.widened',
    subject: { kind: 'need', id: need.id },
    before: { reach: cascade.ring },
    after: { reach: reached.ring, added, why: left?.closedBy ?? null, reason: left?.hand?.code ?? null },
  });
  const actorId = enteredContext(tx).actor?.personId;
  await appendEvents(tx, [
    {
      ...{ city: need.city, id: effects.newId(), type: 'need.widened', subjectId: need.id, at },
      ...{ audience: [need.organisationId], ...(actorId !== undefined && { actorId }) },
      payload: { ...subjectFacts(need), added, reach: reached.ring },
    },
  ]);
}
