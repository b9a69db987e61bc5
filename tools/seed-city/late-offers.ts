import { drawChance, drawInteger, drawNumber } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { NeedRow, OfferRow } from './city-rows.ts';
import type { Firm } from './firm-rows.ts';
import { addDays, instantOn } from './seed-clock.ts';

export interface LateOffers {
  readonly needs: readonly Pick<NeedRow, 'asked' | 'publishedAt'>[];
  readonly firms: readonly Firm[];
  readonly random: SeededRandom;
  readonly city: string;
  readonly today: string;
}

/** Of what so few firms of the city make, one offer more or less decides the class of a link. */
const fewMakers = 2;
const share = 0.5;
const days = { fewest: 6, most: 175 } as const;

/**
 * Half of the offers of what one or two firms of the city make is published within the last six months, most of them lately: what was a
 * gap in summer is closed by autumn. An offer a need went to stays older than that need, and those of the sign-in firms stay as they are.
 */
export function publishSomeLate(
  offers: readonly OfferRow[],
  { needs, firms, random, city, today }: LateOffers,
): OfferRow[] {
  const signIns = new Set(firms.filter(({ username }) => username !== null).map(({ row }) => row.id));
  const makers = Map.groupBy(
    offers.filter((offer) => offer.city === city),
    ({ productId }) => productId,
  );
  const asked = firstAsked(needs);
  return offers.map((offer) => {
    const own = random.fork(offer.id);
    const isDrawn = drawChance(own, share);
    const publishedAt = instantOn(addDays(today, -drawDaysAgo(own)), drawInteger(own, 500, 1080));
    const decides = offer.city === city && (makers.get(offer.productId)?.length ?? 0) <= fewMakers;
    const isLate =
      isDrawn && decides && !signIns.has(offer.organisationId) && publishedAt < (asked.get(offer.id) ?? '9');
    return isLate ? { ...offer, publishedAt } : offer;
  });
}

function drawDaysAgo(random: SeededRandom): number {
  return Math.round(days.fewest + (days.most - days.fewest) * drawNumber(random, 0, 1) ** 2);
}

function firstAsked(needs: LateOffers['needs']): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { asked, publishedAt } of needs)
    for (const id of asked) if (publishedAt < (first.get(id) ?? '9')) first.set(id, publishedAt);
  return first;
}
