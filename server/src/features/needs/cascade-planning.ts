import { cascadeTimers } from '@zhitong/domain/needs/cascade-plan';
import { cascadeRings } from '@zhitong/domain/needs/cascade-ring';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { Tx } from '#platform/database';
import { type Cascade, listAsked } from './cascade-reading.ts';
import { planCascadeTimers } from './cascade-store.ts';
import { getCaseRules } from './case-rules.ts';
import { getSourcingTerms } from './sourcing-terms-store.ts';

/**
 * Plans what falls due from an instant on, by the terms of the day on which the need was published. The time of the outermost ring in which
 * anybody was asked is waited for; where nobody was asked at all, the next ring is asked at once.
 */
export async function planFrom(
  tx: Tx,
  { need, cascade, at }: { need: PublishedNeed; cascade: Cascade; at: Date },
): Promise<void> {
  const { city, deadline } = need;
  const { urgent, ring } = cascade;
  const terms = await getSourcingTerms(tx, { city, day: cityDay(need.publishedAt) });
  const { calendar } = await getCaseRules(tx, { city, day: cityDay(at) });
  const asked = new Set((await listAsked(tx, cascade)).map((one) => one.ring));
  const waitsFor = cascadeRings.findLast((one) => asked.has(one)) ?? null;
  const timers = cascadeTimers({ terms, calendar, from: at, urgent, deadline, ring, waitsFor });
  await planCascadeTimers(tx, cascade, { timers, now: at });
}
