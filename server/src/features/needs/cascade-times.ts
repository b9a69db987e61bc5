import type { CascadePlanning } from '@zhitong/domain/needs/cascade-plan';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { Tx } from '#platform/database';
import { getCaseRules } from './case-rules.ts';
import { getSourcingTerms } from './sourcing-terms-store.ts';

export type CascadeTimes = Pick<CascadePlanning, 'terms' | 'calendar'>;

/** By what the times of a cascade are counted: the terms of the day its need was published, and the city's calendar. */
export async function timesOf(
  tx: Tx,
  { need, at }: { need: Pick<PublishedNeed, 'city' | 'publishedAt'>; at: Date },
): Promise<CascadeTimes> {
  const { city, publishedAt } = need;
  const terms = await getSourcingTerms(tx, { city, day: cityDay(publishedAt) });
  const { calendar } = await getCaseRules(tx, { city, day: cityDay(at) });
  return { terms, calendar };
}
