import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { DealSide, DealStepKind } from '@zhitong/domain/matching/deal';
import { dealSides } from '@zhitong/domain/matching/deal';
import type { ConfirmationRow, DealRow, DealStepRow, ResponseRow } from './city-rows.ts';
import { type NeedOutcome, orderQuantity } from './need-outcomes.ts';
import type { NeedPhrases } from './need-phrases.ts';
import type { NeedPlan } from './need-plans.ts';
import { fill } from './need-text.ts';
import { clean } from './nice-number.ts';
import { addDays, dateOf, instantOn } from './seed-clock.ts';
import { seededId } from './seeded-ids.ts';

export interface DealContext {
  readonly phrases: NeedPhrases;
  readonly today: string;
  /** the person who signs for a firm, where there is one */
  readonly signerOf: ReadonlyMap<string, string>;
}

/** How far a deal came. A told deal always came through. */
const endings = [
  { ending: 'delivered', weight: 66 },
  { ending: 'delivered-one-sided', weight: 15 },
  { ending: 'ordered', weight: 7 },
  { ending: 'ordered-one-sided', weight: 7 },
  { ending: 'reversed', weight: 5 },
] as const;
type Ending = (typeof endings)[number]['ending'];

export function makeDeal(plan: NeedPlan, outcome: NeedOutcome, context: DealContext): DealRow[] {
  const { chosen, closedAt } = outcome;
  if (chosen === null || closedAt === null) return [];
  const random = plan.random.fork('deal');
  const buyerId = plan.draft.buyer.row.id;
  const sellerId = chosen.organisationId;
  const writer = new StepWriter({ plan, chosen, context, random, sides: { buyer: buyerId, seller: sellerId } });
  const drawn = drawEnding(random);
  writer.write(plan.winner === null ? drawn : 'delivered', dateOf(closedAt));
  return [
    {
      id: seededId(random, closedAt),
      city: plan.draft.buyer.row.city,
      needId: plan.id,
      buyerId,
      sellerId,
      responseId: chosen.id,
      createdAt: closedAt,
      steps: writer.steps,
      demo: true,
    },
  ];
}

/** Four in five arrive on the promised day or the days before it; the others are up to nine days late. */
function deliveryDay(random: SeededRandom, { orderDate, promised }: { orderDate: string; promised: string }): string {
  const shift = drawChance(random, 0.8) ? -drawInteger(random, 0, 2) : drawInteger(random, 1, 9);
  return laterOf(addDays(orderDate, 1), addDays(promised, shift));
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

function drawEnding(random: SeededRandom): Ending {
  const bag = endings.flatMap(({ ending, weight }) => Array<Ending>(weight).fill(ending));
  return drawOne(random, bag);
}

interface StepPlan {
  readonly plan: NeedPlan;
  readonly chosen: ResponseRow;
  readonly context: DealContext;
  readonly random: SeededRandom;
  readonly sides: Readonly<Record<DealSide, string>>;
}

/** Writes the steps of one deal in order and leaves out what would lie in the future. */
class StepWriter {
  readonly steps: DealStepRow[] = [];
  readonly #deal: StepPlan;

  constructor(deal: StepPlan) {
    this.#deal = deal;
  }

  write(ending: Ending, start: string): void {
    const { random, chosen, plan } = this.#deal;
    const quantity = orderQuantity(plan, chosen);
    const sampled = drawChance(random, 0.3)
      ? this.#step('sample', { date: addDays(start, 1), quantity: 1 }, dealSides)
      : true;
    const days = Math.max(3, Math.min(25, chosen.leadDays ?? 7));
    const orderDate = addDays(start, drawInteger(random, 2, Math.min(4, days)));
    const oneSide = [drawOne(random, dealSides)];
    const ordered =
      sampled &&
      this.#step('order', { date: orderDate, quantity }, ending === 'ordered-one-sided' ? oneSide : dealSides);
    if (!ordered || ending === 'ordered' || ending === 'ordered-one-sided') return;
    const parts = drawChance(random, 0.3) ? [0.5, 0.5] : [1];
    const arrival = deliveryDay(random, { orderDate, promised: addDays(start, chosen.leadDays ?? 7) });
    const delivered = parts.every((share, i) => {
      const last = i === parts.length - 1;
      const date = last ? arrival : laterOf(addDays(orderDate, 1), addDays(arrival, -4));
      const delivery = { date, quantity: clean(quantity * share) };
      return this.#step('delivery', delivery, last && ending === 'delivered-one-sided' ? oneSide : dealSides);
    });
    if (delivered && ending === 'reversed') {
      this.#step('reversal', { date: addDays(arrival, 12), quantity: clean(quantity * 0.1) }, dealSides);
    }
  }

  /** False when the step would lie ahead of today. */
  #step(kind: DealStepKind, what: { date: string; quantity: number }, confirmedBy: readonly DealSide[]): boolean {
    const { random, chosen, context } = this.#deal;
    if (what.date >= addDays(context.today, -2)) return false;
    const writtenAt = instantOn(what.date, drawInteger(random, 520, 1060));
    this.steps.push({
      id: seededId(random, writtenAt),
      kind,
      // Samples are sent free of charge.
      amountFen: kind === 'sample' ? 0 : Math.round(what.quantity * (chosen.priceFen ?? 0)),
      quantity: what.quantity,
      unit: chosen.unit ?? '件',
      date: what.date,
      evidence: kind === 'sample' ? null : this.#evidence(what.date),
      confirmations: confirmedBy.map((side, i) => this.#confirmation(side, addDays(what.date, i))),
    });
    return true;
  }

  #confirmation(side: DealSide, date: string): ConfirmationRow {
    const { random, context, sides } = this.#deal;
    const personId = context.signerOf.get(sides[side]) ?? null;
    return { side, personId, at: instantOn(date, drawInteger(random, 1065, 1100)) };
  }

  #evidence(date: string): string {
    const { random, context } = this.#deal;
    const number = `YS${date.replaceAll('-', '').slice(2)}${String(drawInteger(random, 1, 999)).padStart(3, '0')}`;
    return fill(drawOne(random, context.phrases.evidence), { number });
  }
}
