import { drawChance, drawInteger, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { RejectionCode } from '@zhitong/domain/matching/answer';
import type { NeedRow, NeedState, OfferRow, RejectionRow, ResponseRow } from './city-rows.ts';
import type { NeedPhrases } from './need-phrases.ts';
import type { NeedPlan } from './need-plans.ts';
import { misses } from './response-rows.ts';
import { addDays, addMinutes, dateOf, instantOn } from './seed-clock.ts';

export interface NeedOutcome {
  readonly state: NeedState;
  readonly closedAt: string | null;
  readonly chosen: ResponseRow | null;
}

const minutesOfDay = 1440;
/** 分: orders above it are rare on such a platform and would drown the rest of the ledger. */
const largestOrderFen = 300_000_000;

/** How a need of the past ended: an order, a withdrawal, or the deadline. */
export function decideOutcome(plan: NeedPlan, responses: readonly ResponseRow[]): NeedOutcome {
  const random = plan.random.fork('outcome');
  const quotes = responses.filter((response) => response.priceFen !== null);
  const told = quotes.find((response) => response.organisationId === plan.winner?.row.id);
  const affordable = quotes.filter((response) => orderFen(plan, response) <= largestOrderFen);
  const chosen = told ?? (affordable.length > 0 && drawChance(random, 0.12) ? cheapest(affordable) : undefined);
  if (chosen !== undefined) {
    const latest =
      responses
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? plan.publishedAt;
    return { state: 'chosen', closedAt: addMinutes(latest, drawInteger(random, 40, 900)), chosen };
  }
  if (drawChance(random, 0.14)) {
    const withdrawn = addMinutes(plan.publishedAt, drawInteger(random, 30, 3 * minutesOfDay));
    return { state: 'withdrawn', closedAt: withdrawn, chosen: null };
  }
  return { state: 'expired', closedAt: instantOn(addDays(plan.deadline, 1), 0), chosen: null };
}

/** 分 of one order: a flow is ordered for some days at a time. */
export function orderFen(plan: NeedPlan, response: ResponseRow): number {
  return Math.round(orderQuantity(plan, response) * (response.priceFen ?? 0));
}

export function orderQuantity(plan: NeedPlan, response: ResponseRow): number {
  const amount = response.quantity ?? plan.draft.quantity.amount;
  if (plan.draft.quantity.per !== 'day') return amount;
  const dailyFen = amount * (response.priceFen ?? 0);
  const days = Math.max(1, Math.min(10, Math.floor(60_000_000 / Math.max(1, dailyFen))));
  return Number((amount * days).toPrecision(6));
}

function cheapest(quotes: readonly ResponseRow[]): ResponseRow | undefined {
  return [...quotes].sort((a, b) => (a.priceFen ?? 0) - (b.priceFen ?? 0))[0];
}

const softReasons: readonly { readonly code: RejectionCode; readonly weight: number }[] = [
  { code: 'price', weight: 5 },
  { code: 'lead-time', weight: 3 },
  { code: 'minimum-lot', weight: 2 },
  { code: 'capacity', weight: 2 },
  { code: 'other', weight: 1 },
];

/** Every supplier that quoted and was not chosen reads why; a need that ran out without an order leaves reasons for some. */
export function drawRejections(
  plan: NeedPlan,
  answered: { readonly responses: readonly ResponseRow[]; readonly outcome: NeedOutcome },
  phrases: NeedPhrases,
): RejectionRow[] {
  const { outcome, responses } = answered;
  if (outcome.closedAt === null || outcome.state === 'withdrawn') return [];
  const at = outcome.closedAt;
  const random = plan.random.fork('rejections');
  const quotes = responses.filter((response) => response.priceFen !== null && response.id !== outcome.chosen?.id);
  return quotes.flatMap((response) => {
    if (outcome.state === 'expired' && !drawChance(random, 0.5)) return [];
    const offer = plan.asked.find((one) => one.id === response.offerId);
    const code =
      hardReason(plan, offer, { response, chosen: outcome.chosen }) ??
      drawWeighted(random, softReasons, ({ weight }) => weight).code;
    const note = drawChance(random, 0.5) ? drawOne(random, phrases.rejectionNotes[code]) : null;
    return [{ city: response.city, needId: plan.id, organisationId: response.organisationId, code, note, at }];
  });
}

function hardReason(
  plan: NeedPlan,
  offer: OfferRow | undefined,
  { response, chosen }: { response: ResponseRow; chosen: ResponseRow | null },
): RejectionCode | null {
  if (offer === undefined) return null;
  if (plan.draft.limits.some((limit) => misses(offer, limit))) return 'tolerance';
  const published = dateOf(plan.publishedAt);
  const lacks = (name: string) =>
    !offer.certificates.some((held) => held.name === name && (held.validUntil ?? '9999') >= published);
  if (plan.draft.certificates.some(lacks)) return 'certificate';
  if (chosen === null) return null;
  if ((response.leadDays ?? 0) > (chosen.leadDays ?? 0) + 10) return 'lead-time';
  return (response.priceFen ?? 0) > (chosen.priceFen ?? 0) * 1.06 ? 'price' : null;
}

export function needRow(plan: NeedPlan, outcome: NeedOutcome): NeedRow {
  const { draft } = plan;
  return {
    id: plan.id,
    city: draft.buyer.row.city,
    organisationId: draft.buyer.row.id,
    kind: 'sourcing',
    text: plan.text,
    productIds: [draft.profile.product.id],
    quantity: draft.quantity,
    deadline: plan.deadline,
    place: draft.place,
    certificates: draft.certificates,
    limits: draft.limits,
    state: outcome.state,
    publishedAt: plan.publishedAt,
    closedAt: outcome.closedAt,
    asked: plan.asked.map((offer) => offer.id),
    demo: true,
  };
}
