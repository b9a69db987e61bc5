import { isWider } from '@zhitong/domain/matching/reach';
import type { NoteCode } from '@zhitong/domain/matching/reason';
import type { Tier } from '@zhitong/domain/matching/tier';
import { ringOfTier } from '@zhitong/domain/needs/cascade-ring';
import { cityDay, spokenDay } from '@zhitong/domain/needs/city-day';
import { canDoToNeed, type NeedAction } from '@zhitong/domain/needs/need';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { moveByHand } from './cascade-move.ts';
import { findCascade } from './cascade-reading.ts';
import { isKeptBack } from './kept-store.ts';
import { endNeed } from './need-ending.ts';
import { lockNeed, setReach } from './need-store.ts';
import type { NeedDeps } from './publish-service.ts';

/** An honest withdrawal: the need stays in the books, and every supplier reads that the buyer withdrew it. */
export async function withdrawFor({ database, matching, effects }: NeedDeps, viewer: Viewer, id: string) {
  const context = contextOf(viewer);
  const at = effects.now();
  return inContext(database, context, async (tx) => {
    const need = await getForChange(tx, { viewer, id, action: 'withdraw', now: at });
    const withdrawn: PublishedNeed = { ...need, state: 'withdrawn', closedAt: at };
    await endNeed(tx, need, { effects, state: 'withdrawn', at });
    await matching.closeCopies(tx, context, withdrawn);
    await recordAudit(tx, effects, {
      action: 'need.withdrawn',
      subject: { kind: 'need', id: need.id },
      before: { state: need.state },
      after: { state: withdrawn.state },
    });
    await appendEvents(tx, [
      {
        city: need.city,
        id: effects.newId(),
        type: 'need.withdrawn',
        subjectId: need.id,
        audience: [need.organisationId],
        actorId: viewer.personId,
        payload: subjectFacts(need),
        at,
      },
    ]);
    return { id: need.id, state: withdrawn.state };
  });
}

/** The buyer opens the need further now. Says honestly when there is nobody there either. */
export async function widenFor(
  { database, matching, effects }: NeedDeps,
  viewer: Viewer,
  { id, reach }: { id: string; reach: Tier },
): Promise<{ added: number; note: NoteCode | null }> {
  const context = contextOf(viewer);
  const at = effects.now();
  return inContext(database, context, async (tx) => {
    const need = await getForChange(tx, { viewer, id, action: 'widen', now: at });
    if (!isWider(reach, need.reach)) throw new Refusal('needs.reach-not-wider');
    if (await isKeptBack(tx, need)) throw new Refusal('cascade.none');
    const wider: PublishedNeed = { ...need, reach };
    const cascade = await findCascade(tx, { city: need.city, needId: need.id });
    if (cascade && cascade.endedAt === null) {
      const hand = { to: ringOfTier(reach), code: 'other', by: viewer.personName } as const;
      const added = await asSystem(tx, context, () =>
        moveByHand(tx, { matching, effects }, { need, cascade, at, hand }),
      );
      return { added, note: matching.matchWithin(wider, reach).matches.length === 0 ? 'nobody' : null };
    }
    await setReach(tx, need, reach);
    const list = matching.matchWithin(wider, reach);
    const added = await matching.add(tx, context, { need: wider, found: list });
    await recordAudit(tx, effects, {
      action: 'need.widened',
      subject: { kind: 'need', id: need.id },
      before: { reach: need.reach },
      after: { reach, added },
    });
    await appendEvents(tx, [
      {
        city: need.city,
        id: effects.newId(),
        type: 'need.widened',
        subjectId: need.id,
        audience: [need.organisationId],
        actorId: viewer.personId,
        payload: { ...subjectFacts(need), added, reach },
        at,
      },
    ]);
    return { added, note: list.matches.length === 0 ? 'nobody' : null };
  });
}

async function getForChange(
  tx: Tx,
  { viewer, id, action, now }: { viewer: Viewer; id: string; action: NeedAction; now: Date },
): Promise<PublishedNeed> {
  const need = await lockNeed(tx, { city: viewer.city, id }, 'update');
  if (need === undefined || need.organisationId !== viewer.organisationId) throw new Refusal('platform.not-found');
  const today = cityDay(now);
  if (canDoToNeed(needStateOn(need, today), action)) return need;
  const end = needEnd(need, today) ?? now;
  throw new Refusal('needs.closed', { ...spokenDay(end), at: end.toISOString() });
}
