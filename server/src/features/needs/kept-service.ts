import { reachOf } from '@zhitong/domain/matching/reach';
import { caseTitle } from '@zhitong/domain/needs/case-title';
import { cityDay, spokenDay } from '@zhitong/domain/needs/city-day';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { startCascade } from './cascade-start.ts';
import { findKept, type KeptNeed, type Ruling } from './kept-reading.ts';
import { setReview, setRuling } from './kept-store.ts';
import { keptReply } from './kept-views.ts';
import { endKeptNeed } from './need-ending.ts';
import { lockNeed, setReach } from './need-store.ts';
import type { NeedDeps } from './publish-service.ts';

/** The firm disagrees and says why: the bureau looks at it. Said again before the ruling, the newer words count. */
export function askReviewOf(
  { database, effects }: NeedDeps,
  viewer: Viewer,
  { id, text }: { id: string; text: string },
) {
  const at = effects.now();
  const context = contextOf(viewer);
  return inContext(database, context, async (tx) => {
    const { need, kept } = await getKept(tx, { viewer, id, now: at });
    if (need.organisationId !== viewer.organisationId) throw new Refusal('platform.not-found');
    await asSystem(tx, context, () => setReview(tx, need, { text, at }));
    const bureau = await dutyAnswers.bureau(tx, { city: need.city, day: cityDay(at) });
    await recordAudit(tx, effects, {
      ...{ action: 'need.review-asked', subject: { kind: 'need', id } },
      after: { class: kept.class, text },
    });
    // asked again in other words it stands in the list already
    const told = kept.review === null;
    await appendEvents(tx, [
      {
        ...{ city: need.city, id: effects.newId(), type: 'need.review-asked', subjectId: id, at },
        ...{ audience: [need.organisationId, ...(bureau && told ? [bureau.id] : [])], actorId: viewer.personId },
        payload: { needId: id, title: caseTitle(need.text), by: need.organisationName },
      },
    ]);
    return { keptBack: keptReply({ ...kept, review: { at, text } }, viewer) };
  });
}

/** The bureau’s word: let through, the need is matched and its cascade begins; kept, it stays in the books with the reason and its case ends. */
export function ruleOn(
  deps: NeedDeps,
  viewer: Viewer,
  { id, ruling, text }: { id: string; ruling: Ruling; text: string | null },
) {
  const { database, effects } = deps;
  const at = effects.now();
  return inContext(database, contextOf(viewer), async (tx) => {
    const { need, kept } = await getKept(tx, { viewer, id, now: at });
    const given = { ruling, text, by: viewer.personName, at };
    await setRuling(tx, need, given);
    const matched = ruling === 'release' ? await send(tx, deps, { need, viewer, at }) : 0;
    if (ruling === 'keep') await end(tx, deps, { need, viewer, at });
    await recordAudit(tx, effects, {
      ...{ action: 'need.ruled', subject: { kind: 'need', id } },
      after: { class: kept.class, ruling, matched, text },
    });
    await appendEvents(tx, [
      {
        ...{ city: need.city, id: effects.newId(), type: 'need.ruled', subjectId: id, at },
        ...{ audience: [need.organisationId, viewer.organisationId], actorId: viewer.personId },
        payload: { needId: id, title: caseTitle(need.text), ruling },
      },
    ]);
    return { keptBack: keptReply({ ...kept, ruling: given }, viewer), matched };
  });
}

/** What publishing does for a wish that nothing spoke against. */
async function send(
  tx: Tx,
  deps: NeedDeps,
  { need, viewer, at }: { need: PublishedNeed; viewer: Viewer; at: Date },
): Promise<number> {
  const context = contextOf(viewer);
  const productIds = need.products.map((product) => product.id);
  const asker = { organisationId: need.organisationId, city: need.city, region: need.buyerRegion };
  const found = deps.matching.match({ ...need, productIds }, asker);
  const sent: PublishedNeed = { ...need, reach: reachOf(found) };
  return asSystem(tx, context, async () => {
    await setReach(tx, sent, sent.reach);
    const system = { city: need.city, viewer: 'system', actor: context.actor } as const;
    const first = await deps.matching.add(tx, system, { need: sent, found });
    return first + (await startCascade(tx, deps, { need: sent, context: system, at }));
  });
}

function end(
  tx: Tx,
  { effects }: NeedDeps,
  { need, viewer, at }: { need: PublishedNeed; viewer: Viewer; at: Date },
): Promise<void> {
  const bureau = { id: viewer.organisationId, name: viewer.organisationName };
  return asSystem(tx, contextOf(viewer), () => endKeptNeed(tx, need, { effects, bureau, at }));
}

async function getKept(
  tx: Tx,
  { viewer, id, now }: { viewer: Viewer; id: string; now: Date },
): Promise<{ need: PublishedNeed; kept: KeptNeed }> {
  const { city } = viewer;
  const need = await asSystem(tx, contextOf(viewer), () => lockNeed(tx, { city, id }, 'update'));
  if (!need || (need.organisationId !== viewer.organisationId && viewer.role !== 'operator'))
    throw new Refusal('platform.not-found');
  const kept = await findKept(tx, need);
  if (!kept) throw new Refusal('needs.not-kept-back');
  if (kept.ruling) throw new Refusal('needs.ruled-already');
  refuseClosed(need, now);
  return { need, kept };
}

function refuseClosed(need: PublishedNeed, now: Date): void {
  const today = cityDay(now);
  if (needStateOn(need, today) === 'open') return;
  const end = needEnd(need, today) ?? now;
  throw new Refusal('needs.closed', { ...spokenDay(end), at: end.toISOString() });
}
