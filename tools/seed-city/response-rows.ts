import { drawChance, drawInteger, drawNumber, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { DeclineCode } from '@zhitong/domain/matching/answer';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import type { OfferRow, ResponseRow } from './city-rows.ts';
import type { NeedPhrases } from './need-phrases.ts';
import type { NeedPlan } from './need-plans.ts';
import { roundTo } from './nice-number.ts';
import { addMinutes } from './seed-clock.ts';
import { seededId } from './seeded-ids.ts';

export interface ResponseContext {
  readonly phrases: NeedPhrases;
  /** nothing happens at or after this instant */
  readonly until: string;
  /** how many of the asked suppliers have answered by now */
  readonly answerShare: number;
  /** firms that have not looked yet */
  readonly silent: ReadonlySet<string>;
}

/** Each asked supplier quotes, declines with a reason that fits its offer, or says nothing. */
export function drawResponses(plan: NeedPlan, context: ResponseContext): ResponseRow[] {
  return plan.asked.flatMap((offer) => {
    const random = plan.random.fork(`response:${offer.id}`);
    const at = addMinutes(plan.publishedAt, drawInteger(random, 18, 2600));
    const isWinner = offer.organisationId === plan.winner?.row.id;
    if (isWinner) return [quote(plan, offer, { random, at: addMinutes(plan.publishedAt, 95), context })];
    if (context.silent.has(offer.organisationId) || at >= context.until || !drawChance(random, context.answerShare))
      return [];
    const reason = declineReason(plan, offer, random);
    return [
      reason === null
        ? quote(plan, offer, { random, at, context })
        : decline(plan, offer, { random, at, context, reason }),
    ];
  });
}

interface ResponseMoment {
  readonly random: SeededRandom;
  readonly at: string;
  readonly context: ResponseContext;
}

function quote(plan: NeedPlan, offer: OfferRow, moment: ResponseMoment): ResponseRow {
  const { random, context } = moment;
  const { profile, quantity } = plan.draft;
  const usual = offer.priceFen ?? ((profile.priceYuan.low + profile.priceYuan.high) / 2) * 100;
  const capacity = comparableCapacity(offer, plan);
  return {
    ...base(plan, offer, moment),
    declined: null,
    priceFen: Math.max(1, Math.round(roundTo(usual * drawNumber(random, 0.93, 1.09), 3))),
    unit: profile.product.unit,
    quantity: capacity === null ? quantity.amount : Math.min(quantity.amount, capacity),
    leadDays: offer.leadDays ?? Math.round((profile.leadDays.low + profile.leadDays.high) / 2),
    note: drawChance(random, 0.55) ? drawOne(random, context.phrases.responseNotes) : null,
  };
}

function decline(plan: NeedPlan, offer: OfferRow, moment: ResponseMoment & { reason: DeclineCode }): ResponseRow {
  return {
    ...base(plan, offer, moment),
    declined: moment.reason,
    priceFen: null,
    unit: null,
    quantity: null,
    leadDays: null,
    note: drawChance(moment.random, 0.6)
      ? drawOne(moment.random, moment.context.phrases.declineNotes[moment.reason])
      : null,
  };
}

function base(plan: NeedPlan, offer: OfferRow, { random, at }: ResponseMoment) {
  return {
    id: seededId(random, at),
    city: plan.draft.buyer.row.city,
    needId: plan.id,
    organisationId: offer.organisationId,
    offerId: offer.id,
    at,
  };
}

const otherDeclines: readonly { readonly code: DeclineCode; readonly weight: number }[] = [
  { code: 'capacity', weight: 4 },
  { code: 'lead-time', weight: 4 },
  { code: 'price', weight: 3 },
  { code: 'product', weight: 2 },
  { code: 'other', weight: 1 },
];

/** What the offer itself makes hard first; a fifth of the others are simply busy. */
function declineReason(plan: NeedPlan, offer: OfferRow, random: SeededRandom): DeclineCode | null {
  const capacity = comparableCapacity(offer, plan);
  if (plan.draft.limits.some((limit) => misses(offer, limit)) && drawChance(random, 0.7)) return 'tolerance';
  if (capacity !== null && capacity < plan.draft.quantity.amount * 0.3 && drawChance(random, 0.6)) return 'capacity';
  const lot = offer.minimumLot?.amount ?? 0;
  if (plan.draft.quantity.per === 'once' && lot > plan.draft.quantity.amount * 2 && drawChance(random, 0.7))
    return 'too-small';
  return drawChance(random, 0.2) ? drawWeighted(random, otherDeclines, ({ weight }) => weight).code : null;
}

function comparableCapacity(offer: OfferRow, plan: NeedPlan): number | null {
  const { quantity } = plan.draft;
  const comparable =
    offer.capacity !== null && offer.capacity.per === quantity.per && offer.capacity.unit === quantity.unit;
  return comparable ? (offer.capacity?.amount ?? null) : null;
}

/** True only where the offer states the property and falls short; an unstated one is unknown, not missed. */
export function misses(offer: OfferRow, limit: NeedLimit): boolean {
  const stated = offer.limits.find((one) => one.name === limit.name && one.unit === limit.unit);
  if (stated === undefined) return false;
  const low = stated.low ?? Number.NEGATIVE_INFINITY;
  const high = stated.high ?? Number.POSITIVE_INFINITY;
  switch (limit.op) {
    case '>=':
    case '>':
      return high < limit.value;
    case '<=':
    case '<':
    case '±':
      return low > limit.value;
    case '=':
      return limit.value < low || limit.value > high;
  }
}
