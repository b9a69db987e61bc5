import type { RejectionCode } from '@zhitong/domain/matching/answer';
import { cityDay, cityTime, spokenDay } from '@zhitong/domain/needs/city-day';
import { canDoToNeed, type NeedAction } from '@zhitong/domain/needs/need';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import { needBook } from '#features/needs/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { writeCopiesOf } from './copy-service.ts';
import { findSides, type MatchSides, setShortlisted } from './match-store.ts';
import { rejectionEvents } from './rejection-event.ts';
import { insertRejections, type NewRejection } from './rejection-store.ts';
import { type RejectionReply, rejectionReply } from './said-reply.ts';

interface Deps {
  readonly database: Database;
  readonly effects: Effects;
}

/** The buyer says why a supplier is not chosen; the supplier reads it at once. */
export async function rejectMatchFor(
  { database, effects }: Deps,
  viewer: Viewer,
  call: { matchId: string; code: RejectionCode; note: string | null },
): Promise<RejectionReply> {
  const context = contextOf(viewer);
  const at = effects.now();
  return inContext(database, context, async (tx) => {
    const { need, side } = await getOwnMatch(tx, viewer, call.matchId);
    refuseUnless('reject', need, at);
    if (side.dealId !== null) throw new Refusal('matching.chosen-stands');
    const said: NewRejection = { side, code: call.code, note: call.note, derived: false, at };
    const written = await insertRejections(tx, [said]);
    const { side: now } = await getOwnMatch(tx, viewer, call.matchId);
    if (written === 0) throw alreadyRejected(now.rejection?.at ?? at);
    await recordAudit(tx, effects, {
      action: 'match.rejected',
      subject: { kind: 'match', id: side.matchId },
      after: { code: call.code, supplier: side.organisationName },
      why: call.note ?? undefined,
    });
    await appendEvents(tx, rejectionEvents([said], { need, viewer, effects }));
    if (side.organisationCity !== context.city)
      await appendEvents(tx, [
        {
          city: context.city,
          id: effects.newId(),
          type: 'match.rejected',
          subjectId: side.matchId,
          // told in the supplier's own city, by the delivery
          audience: [],
          actorId: viewer.personId,
          payload: { ...subjectFacts(need), code: call.code, needId: need.id },
          at,
        },
      ]);
    await asSystem(tx, context, () => writeCopiesOf(tx, { city: context.city, need, sides: [now], effects }));
    return rejectionReply(now.rejection ?? { code: call.code, note: call.note, derived: false, at });
  });
}

/** The short list is the buyer's own paper: no supplier is told. */
export async function shortlistMatchFor(
  { database, effects }: Deps,
  viewer: Viewer,
  call: { matchId: string; shortlisted: boolean },
): Promise<Date | null> {
  const context = contextOf(viewer);
  const at = effects.now();
  return inContext(database, context, async (tx) => {
    const { need, side } = await getOwnMatch(tx, viewer, call.matchId);
    refuseUnless('shortlist', need, at);
    const shortlistedAt = call.shortlisted ? at : null;
    await setShortlisted(tx, { city: context.city, id: side.matchId, at: shortlistedAt });
    await recordAudit(tx, effects, {
      action: 'match.shortlisted',
      subject: { kind: 'match', id: side.matchId },
      after: { shortlisted: call.shortlisted, supplier: side.organisationName },
    });
    if (call.shortlisted)
      await appendEvents(tx, [
        {
          city: context.city,
          id: effects.newId(),
          type: 'match.shortlisted',
          subjectId: need.id,
          audience: [need.organisationId],
          actorId: viewer.personId,
          payload: { ...subjectFacts(need), supplier: side.organisationName, matchId: side.matchId },
          at,
        },
      ]);
    return shortlistedAt;
  });
}

/**
 * A match of an own need. The need is locked, so that an answer or a choice made at this moment is written before or after, never
 * across; the match is therefore read when the lock is held, not before.
 */
async function getOwnMatch(
  tx: Tx,
  viewer: Viewer,
  matchId: string,
): Promise<{ need: PublishedNeed; side: MatchSides }> {
  const at = { city: viewer.city, id: matchId };
  const before = await findSides(tx, at);
  if (before === undefined || before.buyerId !== viewer.organisationId) throw new Refusal('platform.not-found');
  const need = await needBook.lock(tx, { city: viewer.city, id: before.needId }, 'update');
  const side = await findSides(tx, at);
  if (need === undefined || side === undefined) throw new Refusal('platform.not-found');
  return { need, side };
}

/** By the table of the domain, with the day the need ended. */
export function refuseUnless(action: NeedAction, need: PublishedNeed, now: Date): void {
  const today = cityDay(now);
  const state = needStateOn(need, today);
  if (canDoToNeed(state, action)) return;
  const end = needEnd(need, today) ?? now;
  const code = action === 'choose' && state === 'chosen' ? 'matching.already-chosen' : 'needs.closed';
  throw new Refusal(code, { ...spokenDay(end), at: end.toISOString() });
}

function alreadyRejected(at: Date): Refusal {
  return new Refusal('matching.already-rejected', { time: cityTime(at), at: at.toISOString() });
}
