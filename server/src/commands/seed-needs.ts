import { createHash } from 'node:crypto';
import { opportunityCopy } from '#features/matching/opportunity-copy';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { promisedBy } from './seed-record.ts';
import type { Side, Story } from './seed-stories.ts';

/** Needs with their matches, answers and reasons, the copies of the suppliers, and the deals. */
export async function writeStories(tx: Tx, connection: BulkConnection, stories: readonly Story[]): Promise<void> {
  const sides = stories.flatMap((story) => story.sides.map((side) => ({ story, side })));
  const deals = stories.flatMap((story) => (story.deal === undefined ? [] : [{ story, deal: story.deal }]));
  const steps = deals.flatMap(({ deal }) => deal.steps.map((step) => ({ deal, step })));
  const tables = [
    { table: 'need', rows: stories.map(needRow) },
    { table: 'match', rows: sides.map(({ side, story }) => matchRow(side, story)) },
    { table: 'response', rows: sides.flatMap(({ side }) => responseRow(side)) },
    { table: 'rejection', rows: sides.flatMap(({ side }) => rejectionRow(side)) },
    { table: 'opportunity', rows: sides.map(({ side, story }) => opportunityRow(side, story)) },
    { table: 'deal', rows: deals.map(dealRow) },
    { table: 'deal_step', rows: steps.map(stepRow) },
    { table: 'deal_confirmation', rows: steps.flatMap(confirmationRows) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

function needRow({ need }: Story) {
  const { city, id, organisationId, text, quantity, deadline, place, limits, state, reach, notes, model, demo } = need;
  return {
    city,
    id,
    organisation_id: organisationId,
    kind: 'sourcing',
    text,
    product_ids: listValue(need.products.map((product) => product.id)),
    quantity,
    deadline,
    place,
    certificates: listValue(need.certificates),
    limits,
    state,
    reach,
    notes,
    model,
    idempotency_key: `seed ${id}`,
    text_hash: createHash('sha256').update(text).digest('hex'),
    demo,
    published_at: need.publishedAt,
    closed_at: need.closedAt,
  };
}

function matchRow(side: Side, { need }: Story) {
  return {
    city: side.city,
    id: side.matchId,
    need_id: side.needId,
    buyer_id: side.buyerId,
    organisation_id: side.organisationId,
    organisation_city: side.organisationCity,
    organisation_name: side.organisationName,
    organisation_region: side.region,
    offer_id: side.offerId,
    tier: side.tier,
    score: side.score,
    parts: side.parts,
    reasons: side.reasons,
    model: need.model,
    created_at: side.createdAt,
    seen_at: side.response?.at ?? null,
  };
}

function responseRow({ city, matchId, needId, buyerId, organisationId, response }: Side) {
  if (response === null) return [];
  const { id, declined, priceFen, unit, quantity, leadDays, note, at } = response;
  const ids = { city, id, match_id: matchId, need_id: needId, buyer_id: buyerId, organisation_id: organisationId };
  return [{ ...ids, declined, price_fen: priceFen, unit, quantity, lead_days: leadDays, note, at }];
}

function rejectionRow({ city, matchId, needId, buyerId, organisationId, rejection }: Side) {
  if (rejection === null) return [];
  const { code, note, derived, at } = rejection;
  const ids = { city, match_id: matchId, need_id: needId, buyer_id: buyerId, organisation_id: organisationId };
  return [{ ...ids, code, note, derived, at }];
}

/** The copy in the supplier's own city, in the words the running server would have written. */
function opportunityRow(side: Side, { need }: Story) {
  const copy = opportunityCopy(need, need.state, side);
  return {
    city: side.organisationCity,
    match_id: copy.matchId,
    organisation_id: copy.organisationId,
    need_city: copy.needCity,
    need_id: copy.needId,
    buyer_id: copy.buyerId,
    buyer_name: copy.buyerName,
    need: copy.need,
    offer_id: copy.offerId,
    tier: copy.tier,
    score: copy.score,
    reasons: side.reasons,
    state: copy.state,
    response: side.response === null ? null : JSON.stringify(copy.response),
    rejection: side.rejection === null ? null : JSON.stringify(copy.rejection),
    deal_id: copy.dealId,
    created_at: copy.createdAt,
    seen_at: side.response?.at ?? null,
  };
}

type DealOf = { readonly story: Story; readonly deal: NonNullable<Story['deal']> };
type StepOf = { readonly deal: DealOf['deal']; readonly step: DealOf['deal']['steps'][number] };

function dealRow({ story: { need, sides }, deal }: DealOf) {
  const seller = sides.find((side) => side.dealId === deal.id);
  return {
    city: deal.city,
    id: deal.id,
    need_id: deal.needId,
    response_id: deal.responseId,
    buyer_id: deal.buyerId,
    buyer_name: need.organisationName,
    seller_id: deal.sellerId,
    seller_city: seller?.organisationCity ?? deal.city,
    seller_name: seller?.organisationName ?? '',
    product_text: need.products[0]?.name ?? need.text.slice(0, 60),
    promised_by: promisedBy(deal, seller?.response?.leadDays ?? null),
    demo: deal.demo,
    created_at: deal.createdAt,
  };
}

function stepRow({ deal, step }: StepOf) {
  const sides = { deal_id: deal.id, buyer_id: deal.buyerId, seller_id: deal.sellerId };
  const { id, kind, amountFen, quantity, unit, date, evidence } = step;
  const said = { kind, amount_fen: amountFen, quantity, unit, date, note: evidence };
  return { city: deal.city, id, ...sides, ...said, created_at: step.confirmations[0]?.at ?? `${date}T09:00:00+08:00` };
}

function confirmationRows({ deal, step }: StepOf) {
  return step.confirmations.map(({ side, personId, at }) => ({
    city: deal.city,
    step_id: step.id,
    side,
    buyer_id: deal.buyerId,
    seller_id: deal.sellerId,
    person_id: personId,
    at,
  }));
}
