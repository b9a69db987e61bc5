import type { EventType } from '@zhitong/domain/matching/event';
import { subjectFacts } from '@zhitong/domain/needs/published-need';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable, listValue } from '#platform/city-table';
import type { Tx } from '#platform/database';
import type { Side, Story } from './seed-stories.ts';

interface PastEvent {
  readonly city: string;
  readonly type: EventType;
  readonly subjectId: string;
  readonly audience: readonly string[];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The log as it would stand had all this happened through the screens: time lines and inboxes are read from it. */
export async function writeEvents(
  tx: Tx,
  connection: BulkConnection,
  { stories, newId }: { readonly stories: readonly Story[]; readonly newId: () => string },
): Promise<void> {
  const rows = stories.flatMap(eventsOf).map(({ city, type, subjectId, audience, payload, at }) => ({
    city,
    id: newId(),
    type,
    subject_id: subjectId,
    audience: listValue(audience),
    payload,
    at,
  }));
  await fillCityTable(tx, connection, { table: 'event', rows });
}

function eventsOf(story: Story): PastEvent[] {
  const { need, sides } = story;
  const facts = subjectFacts(need);
  const buyer = { city: need.city, subjectId: need.id, audience: [need.organisationId] };
  const published = {
    ...buyer,
    type: 'need.published',
    payload: { ...facts, matched: sides.length },
    at: need.publishedAt,
  } as const;
  const withdrawn = {
    ...buyer,
    type: 'need.withdrawn',
    payload: facts,
    at: need.closedAt ?? need.publishedAt,
  } as const;
  return [
    published,
    ...sides.flatMap((side) => [...arrivalOf(story, side), ...answerOf(story, side), ...rejectionOf(story, side)]),
    ...choiceOf(story),
    ...(need.state === 'withdrawn' ? [withdrawn] : []),
  ];
}

/** Only what still waits: an inbox full of last year's opportunities helps nobody. */
function arrivalOf({ need }: Story, side: Side): PastEvent[] {
  if (need.state !== 'open') return [];
  const payload = { ...subjectFacts(need), buyer: need.organisationName, needId: need.id };
  return [{ ...supplierOf(side), type: 'opportunity.arrived', payload, at: need.publishedAt }];
}

function answerOf({ need }: Story, { organisationName: supplier, matchId, response }: Side): PastEvent[] {
  if (response === null) return [];
  const { declined, priceFen, unit, leadDays, at } = response;
  const said =
    declined === null ? { priceFen: priceFen ?? 0, priceUnit: unit ?? '', leadDays: leadDays ?? 0 } : { declined };
  const payload = { ...subjectFacts(need), supplier, matchId, ...said };
  return [
    { city: need.city, subjectId: need.id, audience: [need.organisationId], type: 'response.given', payload, at },
  ];
}

function rejectionOf({ need }: Story, side: Side): PastEvent[] {
  if (side.rejection === null) return [];
  const { code, at } = side.rejection;
  const facts = { ...subjectFacts(need), code };
  const told = { ...facts, buyer: need.organisationName, needId: need.id };
  const own = { ...facts, supplier: side.organisationName, matchId: side.matchId };
  const buyer = { city: need.city, subjectId: need.id, audience: [need.organisationId] };
  return [
    { ...supplierOf(side), type: 'match.rejected', payload: told, at },
    { ...buyer, type: 'rejection.given', payload: own, at },
  ];
}

function choiceOf({ need, sides, deal }: Story): PastEvent[] {
  const side = sides.find(({ dealId }) => dealId !== null);
  if (deal === undefined || side === undefined) return [];
  const at = new Date(deal.createdAt);
  const facts = { ...subjectFacts(need), seller: side.organisationName };
  const begun = {
    type: 'deal.begun',
    subjectId: deal.id,
    payload: { ...facts, buyer: need.organisationName, needId: need.id },
    at,
  } as const;
  const buyer = need.organisationId;
  const isHere = side.organisationCity === need.city;
  return [
    { city: need.city, type: 'need.chosen', subjectId: need.id, audience: [buyer], payload: facts, at },
    { ...begun, city: need.city, audience: isHere ? [buyer, side.organisationId] : [buyer] },
    ...(isHere ? [] : [{ ...begun, city: side.organisationCity, audience: [side.organisationId] }]),
  ];
}

function supplierOf({ organisationCity, matchId, organisationId }: Side) {
  return { city: organisationCity, subjectId: matchId, audience: [organisationId] };
}
