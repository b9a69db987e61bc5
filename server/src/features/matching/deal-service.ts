import { type DealSide, type DealStep, isConfirmed } from '@zhitong/domain/matching/deal';
import { type DealStepDraft, decideDealStep } from '@zhitong/domain/matching/deal-decision';
import type { EventType } from '@zhitong/domain/matching/event';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { asSystem } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextIn, type Viewer } from '#platform/viewer';
import { inDealCity } from './deal-cities.ts';
import type { DealEventPayload } from './deal-event.ts';
import {
  insertConfirmation,
  insertDealStep,
  listDealSteps,
  lockDeal,
  type StoredDeal,
  type StoredStep,
} from './deal-store.ts';
import { addToRecord } from './record-store.ts';

export interface DealDeps {
  readonly database: Database;
  readonly effects: Effects;
}

export interface StepReply {
  readonly id: string;
  readonly confirmedBy: readonly DealSide[];
}

export interface StepBody extends DealStepDraft {
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
}

/** The same words from the same side within this time are one click that bounced, not two deliveries. */
const bounce = 10_000;

/** Writes a step down; the writer confirms it by writing it. */
export function writeDealStep(
  deps: DealDeps,
  viewer: Viewer,
  given: { dealId: string; body: StepBody },
): Promise<StepReply> {
  const { dealId, body } = given;
  return inDealCity(deps.database, viewer, async (tx, city) => {
    const deal = await lockDeal(tx, city, dealId);
    if (!deal) return undefined;
    const side = sideOf(deal, viewer);
    const steps = await listDealSteps(tx, deal);
    const at = deps.effects.now();
    const bounced = steps.find((step) => isBounce(step, { body, side, at }));
    if (bounced) return { id: bounced.id, confirmedBy: bounced.confirmedBy };
    decideDealStep(steps, body, cityDay(at));
    const id = deps.effects.newId();
    const { personId } = viewer;
    const unit = body.unit || deal.agreedUnit;
    await insertDealStep(tx, deal, { ...body, unit, note: body.note || null, id, personId, at });
    await insertConfirmation(tx, deal, { stepId: id, side, personId, at });
    await recordAudit(tx, deps.effects, {
      action: 'deal.step-written',
      subject: { kind: 'deal', id: deal.id },
      after: { ...body, unit, side },
    });
    await tell(tx, deps, { type: 'deal.step-written', deal, step: { ...body, confirmedBy: [side] }, viewer, side, at });
    return { id, confirmedBy: [side] };
  });
}

/** Confirms a step the other side wrote. Confirming again changes nothing and answers the same. */
export function confirmDealStep(
  deps: DealDeps,
  viewer: Viewer,
  given: { dealId: string; stepId: string },
): Promise<StepReply> {
  return inDealCity(deps.database, viewer, async (tx, city) => {
    const deal = await lockDeal(tx, city, given.dealId);
    if (!deal) return undefined;
    const side = sideOf(deal, viewer);
    const step = (await listDealSteps(tx, deal)).find(({ id }) => id === given.stepId);
    if (!step) throw new Refusal('platform.not-found');
    if (step.confirmedBy.includes(side)) return { id: step.id, confirmedBy: step.confirmedBy };
    const at = deps.effects.now();
    await insertConfirmation(tx, deal, { stepId: step.id, side, personId: viewer.personId, at });
    await recordAudit(tx, deps.effects, {
      action: 'deal.step-confirmed',
      subject: { kind: 'deal', id: deal.id },
      before: { kind: step.kind, amountFen: step.amountFen, date: step.date, confirmedBy: step.confirmedBy },
      after: { kind: step.kind, amountFen: step.amountFen, date: step.date, confirmedBy: [...step.confirmedBy, side] },
    });
    const confirmed: StoredStep = { ...step, confirmedBy: [...step.confirmedBy, side] };
    if (isDelivered(confirmed) && deal.sellerCity === city)
      await asSystem(tx, contextIn(city, viewer), () =>
        addToRecord(tx, { city, organisationId: deal.sellerId, onTime: isOnTime(deal, step) }),
      );
    await tell(tx, deps, { type: 'deal.step-confirmed', deal, step: confirmed, viewer, side, at });
    return { id: step.id, confirmedBy: confirmed.confirmedBy };
  });
}

export function sideOf(deal: StoredDeal, viewer: Viewer): DealSide {
  if (deal.buyerId === viewer.organisationId) return 'buyer';
  if (deal.sellerId === viewer.organisationId) return 'seller';
  throw new Refusal('platform.not-found');
}

function isBounce(step: StoredStep, click: { body: StepBody; side: DealSide; at: Date }): boolean {
  const { body, side, at } = click;
  return (
    step.confirmedBy.length === 1 &&
    step.confirmedBy[0] === side &&
    step.kind === body.kind &&
    step.amountFen === body.amountFen &&
    step.quantity === body.quantity &&
    step.date === body.date &&
    at.getTime() - step.createdAt.getTime() < bounce
  );
}

function isDelivered(step: DealStep): boolean {
  return step.kind === 'delivery' && isConfirmed(step);
}

/** A delivery without a promised day cannot be late. */
function isOnTime(deal: StoredDeal, step: { readonly date: string }): boolean {
  return deal.promisedBy === null || step.date <= deal.promisedBy;
}

interface Telling {
  readonly type: Extract<EventType, 'deal.step-written' | 'deal.step-confirmed'>;
  readonly deal: StoredDeal;
  readonly step: DealStep & { readonly date: string };
  readonly viewer: Viewer;
  readonly side: DealSide;
  readonly at: Date;
}

async function tell(tx: Tx, deps: DealDeps, { type, deal, step, viewer, side, at }: Telling): Promise<void> {
  const payload: DealEventPayload = {
    product: deal.product,
    kind: step.kind,
    amountFen: step.amountFen,
    date: step.date,
    by: side === 'buyer' ? deal.buyerName : deal.sellerName,
    sellerId: deal.sellerId,
    sellerCity: deal.sellerCity,
    delivered: isDelivered(step),
    onTime: isOnTime(deal, step),
  };
  await appendEvents(tx, [
    {
      city: deal.city,
      id: deps.effects.newId(),
      type,
      subjectId: deal.id,
      audience: [deal.buyerId, deal.sellerId],
      actorId: viewer.personId,
      payload: { ...payload },
      at,
    },
  ]);
}
