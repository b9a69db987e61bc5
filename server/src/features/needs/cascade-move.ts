import { timerAfter } from '@zhitong/domain/needs/cascade-plan';
import { ringsBefore, ringsFrom } from '@zhitong/domain/needs/cascade-ring';
import { subjectFacts } from '@zhitong/domain/needs/published-need';
import { recordAudit } from '#platform/audit-log';
import { enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { askedFirst, askRing, askTogether } from './cascade-asking.ts';
import type { ByHand, CascadeDeps, Moving } from './cascade-deps.ts';
import { endExhausted } from './cascade-ending.ts';
import { planFrom } from './cascade-planning.ts';
import { type Cascade, listAsked } from './cascade-reading.ts';
import { accountOf, accountsOf } from './cascade-receipt.ts';
import { insertReceipts, type Receipt } from './cascade-receipt-store.ts';
import { markCascadeTimer, planCascadeTimers, updateCascade } from './cascade-store.ts';
import { timesOf } from './cascade-times.ts';
import { setReach } from './need-store.ts';

/**
 * The time of a ring is over: its receipt is written and the next ring is asked, at once also the one after when nobody is known there. Runs
 * as the system.
 */
export async function moveByTime(tx: Tx, deps: CascadeDeps, moving: Moving): Promise<void> {
  const { cascade, at } = moving;
  await markCascadeTimer(tx, cascade, { kind: timerAfter(cascade.ring), at });
  const asked = await listAsked(tx, cascade);
  const times = await timesOf(tx, moving);
  const receipts = [...accountsOf(deps, moving, { asked, times, close: 'time' })];
  let reached = cascade;
  for (const ring of ringsFrom(cascade.ring).slice(1)) {
    reached = { ...reached, ring, ringSince: at, joined: {} };
    const found = await askRing(tx, deps, { need: moving.need, ring, reason: askedFirst(ring, asked) });
    if (found > 0) {
      const more = await askTogether(tx, deps, { need: moving.need, cascade: reached, at });
      return settle(tx, deps, { ...moving, reached: more.cascade, receipts, added: found + more.added });
    }
    receipts.push(accountOf(deps, { ...moving, cascade: reached }, { asked, times, close: 'nobody' }));
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
  const account = { asked, times: await timesOf(tx, moving), close: 'by-hand', hand } as const;
  const between = passed.slice(1).map((ring) => {
    const stood = { ...moving.cascade, ring, ringSince: moving.at };
    return accountOf(deps, { ...moving, cascade: stood }, account);
  });
  const receipts = [...accountsOf(deps, moving, account), ...between];
  const reached: Cascade = { ...moving.cascade, ring: hand.to, ringSince: moving.at, joined: {} };
  await settle(tx, deps, { ...moving, reached, receipts, added });
  return added;
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
  await planFrom(tx, deps, { need, cascade: running, at });
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
