import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { periods } from '@zhitong/domain/matching/quantity';
import type { OfferRow } from './city-rows.ts';
import { cell, numberCell, type TableRow } from './csv-table.ts';
import type { Firm } from './firm-rows.ts';
import { completeDraft, type DraftWorld, drawDraft, type NeedDraft } from './need-drafts.ts';
import { fill, monthDay, writeNeedText } from './need-text.ts';
import { getProfile } from './product-graph.ts';
import type { ScriptedNeed } from './scripted-rows.ts';
import { addDays, addMinutes, instantOn } from './seed-clock.ts';
import { seededId } from './seeded-ids.ts';

/** A published need and the offers it went to. */
export interface NeedPlan {
  readonly id: string;
  readonly draft: NeedDraft;
  readonly text: string;
  readonly publishedAt: string;
  readonly deadline: string;
  readonly asked: readonly OfferRow[];
  /** the firm a story says was chosen */
  readonly winner: Firm | null;
  readonly random: SeededRandom;
}

export interface PlanWorld extends DraftWorld {
  readonly firms: readonly Firm[];
  readonly random: SeededRandom;
  readonly today: string;
}

/** Needs of the past year whose deadline has passed. */
export function planPastNeeds(world: PlanWorld, count: number): NeedPlan[] {
  const told = world.files.pastDeals.map((row, i) => planPastDeal(world, row, i));
  const drawn = Array.from({ length: count - told.length }, (_, i) => {
    const random = world.random.fork(`past:${i}`);
    const daysAgo = drawInteger(random, 14, 362);
    const deadlineIn = drawInteger(random, 5, Math.min(40, daysAgo - 3));
    return planNeed(world, { random, draft: drawDraft(random, world), daysAgo, deadlineIn, winner: null });
  });
  return [...told, ...drawn];
}

/** Needs that still wait, with deadlines ahead. */
export function planOpenNeeds(world: PlanWorld, count: number): NeedPlan[] {
  const scripted = world.files.openNeeds.map((need, i) => planScripted(world, need, i));
  const drawn = Array.from({ length: count - scripted.length }, (_, i) => {
    const random = world.random.fork(`open:${i}`);
    const daysAgo = drawInteger(random, 1, 12);
    return planNeed(world, {
      random,
      draft: drawDraft(random, world),
      daysAgo,
      deadlineIn: daysAgo + drawInteger(random, 3, 32),
      winner: null,
    });
  });
  return [...scripted, ...drawn];
}

function planPastDeal(world: PlanWorld, row: TableRow, i: number): NeedPlan {
  const random = world.random.fork(`told:${i}`);
  const seller = getOwner(world, random, { owner: cell(row, 'seller') });
  const buyer = getOwner(world, random, { owner: cell(row, 'owner') });
  const profile = getProfile(world.graph, cell(row, 'product'));
  const per = periods.find((period) => period === cell(row, 'per')) ?? 'once';
  const quantity = { amount: numberCell(row, 'amount'), unit: profile.product.unit ?? '件', per };
  const draft = completeDraft(random, { buyer, profile, quantity }, world.places);
  return planNeed(world, {
    random,
    draft,
    daysAgo: numberCell(row, 'days_ago'),
    deadlineIn: drawInteger(random, 8, 24),
    winner: seller,
  });
}

interface NeedTiming {
  readonly random: SeededRandom;
  readonly draft: NeedDraft;
  readonly daysAgo: number;
  /** days from the day of publishing */
  readonly deadlineIn: number;
  readonly winner: Firm | null;
}

function planNeed(world: PlanWorld, { random, draft, daysAgo, deadlineIn, winner }: NeedTiming): NeedPlan {
  const day = addDays(world.today, -daysAgo);
  const publishedAt = instantOn(day, drawInteger(random, 490, 1110));
  const deadline = addDays(day, deadlineIn);
  const { product } = draft.profile;
  const text = writeNeedText({
    random,
    phrases: world.files.phrases,
    chain: product.chain,
    productName: drawName(random, draft),
    quantity: draft.quantity,
    limits: draft.limits,
    certificates: draft.certificates,
    deadline,
    place: draft.place.text,
  });
  const asked = askedOffers(world, { random, draft, winner });
  return { id: seededId(random, publishedAt), draft, text, publishedAt, deadline, asked, winner, random };
}

/** Mostly the usual name; a trade name with a size in it (48K碳纤维) only where no other size is asked for. */
function drawName(random: SeededRandom, { profile, limits }: NeedDraft): string {
  const { name, aliases } = profile.product;
  const spoken = aliases.filter((alias) => limits.length === 0 || !/\d/.test(alias));
  return drawChance(random, 0.25) ? drawOne(random, [name, ...spoken]) : name;
}

function planScripted(world: PlanWorld, need: ScriptedNeed, i: number): NeedPlan {
  const random = world.random.fork(`scripted:${i}`);
  const [placeText, region] = need.place;
  const buyer = getOwner(world, random, { owner: need.owner, region });
  const publishedAt = addMinutes(instantOn(world.today, 0), -need.publishedHoursAgo * 60);
  const deadline = addDays(world.today, need.deadlineIn);
  const draft: NeedDraft = {
    buyer,
    profile: getProfile(world.graph, need.product),
    quantity: need.quantity,
    limits: need.limits.map(([name, op, value, unit]) => ({ name, op, value, unit })),
    certificates: need.certificates,
    place: { text: placeText, region },
  };
  return {
    id: seededId(random, publishedAt),
    draft,
    text: fill(need.text, { deadline: monthDay(deadline) }),
    publishedAt,
    deadline,
    asked: askedOffers(world, { random, draft, winner: null }),
    winner: null,
    random,
  };
}

/** The sign-in firms get what they can make, so that their inboxes are not empty; the rest goes to who is near. */
function askedOffers(
  world: PlanWorld,
  request: { random: SeededRandom; draft: NeedDraft; winner: Firm | null },
): OfferRow[] {
  const { random, draft, winner } = request;
  const found = world.finder.find({
    productId: draft.profile.product.id,
    buyer: draft.buyer.row,
    random,
    count: 60,
  });
  const isWanted = (offer: OfferRow) =>
    winner === null
      ? world.finder.firms.get(offer.organisationId)?.username != null
      : offer.organisationId === winner.row.id;
  const first = found.filter(isWanted);
  const others = found.filter((offer) => !isWanted(offer));
  return [...first, ...others].slice(0, Math.max(first.length, drawInteger(random, 2, 6)));
}

/** By user name, or any firm of a trade, of the district where there is one. */
function getOwner(world: PlanWorld, random: SeededRandom, wanted: { owner: string; region?: string }): Firm {
  const { owner, region } = wanted;
  const trade = owner.startsWith('trade:') ? owner.slice('trade:'.length) : null;
  const candidates = world.firms.filter((firm) =>
    trade === null ? firm.username === owner : firm.trade === trade && world.buyers.includes(firm),
  );
  const near = candidates.filter((firm) => firm.row.region === region);
  return drawOne(random, near.length > 0 ? near : candidates);
}
