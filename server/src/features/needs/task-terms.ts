import type { OrderTerms } from '@zhitong/domain/needs/order-terms';
import type { WorkCalendar } from '@zhitong/domain/needs/work-calendar';
import type { Tx } from '#platform/database';
import { getCaseRules } from './case-rules.ts';
import { getOrderTerms } from './order-terms-store.ts';

/** The clock of a task that is no case: the calendar of the city and the terms of its orders on a day. */
export async function getTaskTerms(
  tx: Tx,
  at: { city: string; day: string },
): Promise<{ calendar: WorkCalendar; terms: OrderTerms }> {
  const { calendar } = await getCaseRules(tx, at);
  return { calendar, terms: await getOrderTerms(tx, at) };
}
