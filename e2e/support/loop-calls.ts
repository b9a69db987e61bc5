import { listNeedMatches, respond } from '@zhitong/contract/matching/match-contract';
import { listOpportunities } from '@zhitong/contract/matching/opportunity-contract';
import { publishNeed } from '@zhitong/contract/needs/need-contract';
import { askApi } from './api-call.ts';
import type { Visit } from './browser.ts';

/** A need published without the composer, for journeys that begin after it. */
export async function publishedNeed({ context }: Visit, text: string): Promise<string> {
  const body = { kind: 'sourcing', text, idempotencyKey: crypto.randomUUID() };
  return (await askApi(context, publishNeed, { body })).need.id;
}

/** The id under which this supplier knows the need. */
export async function matchOf({ context }: Visit, needId: string): Promise<string> {
  const { opportunities } = await askApi(context, listOpportunities);
  const found = opportunities.find(({ need }) => need.id === needId);
  if (!found) throw new Error('This supplier did not get the need.');
  return found.match.id;
}

/** This supplier quotes for the need. */
export async function quoted(supplier: Visit, needId: string, priceFen: number): Promise<void> {
  const params = { id: await matchOf(supplier, needId) };
  await askApi(supplier.context, respond, { params, body: { priceFen, unit: '吨', quantity: 5, leadDays: 3 } });
}

export async function matchesOf({ context }: Visit, needId: string) {
  return (await askApi(context, listNeedMatches, { params: { id: needId } })).matches;
}
