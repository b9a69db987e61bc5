import type { RejectionCode } from '@zhitong/domain/matching/answer';
import { type ComparedQuote, deriveRejection } from '@zhitong/domain/matching/derived-rejection';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import { mergedRecords } from '#features/directory/public';
import { needBook } from '#features/needs/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { insertDeal } from './choice-store.ts';
import { writeCopiesOf } from './copy-service.ts';
import { listSides, type MatchSides, type SaidResponse } from './match-store.ts';
import { rejectionEvents } from './rejection-event.ts';
import { refuseUnless } from './rejection-service.ts';
import { insertRejections, type NewRejection } from './rejection-store.ts';
import { responseReply } from './said-reply.ts';

const day = 86_400_000;

export interface ChoiceCall {
  readonly viewer: Viewer;
  readonly needId: string;
  readonly responseId: string;
  readonly othersCode: RejectionCode | null;
}

/** The buyer chooses a quote: a deal begins, the need is closed, every other quote carries its reason. All of it or nothing. */
export async function chooseResponseFor(
  { database, effects }: { database: Database; effects: Effects },
  call: ChoiceCall,
): Promise<{ id: string }> {
  const context = contextOf(call.viewer);
  const { city } = context;
  const at = effects.now();
  return inContext(database, context, async (tx) => {
    const need = await needBook.lock(tx, { city, id: call.needId }, 'update');
    if (need === undefined || need.organisationId !== call.viewer.organisationId)
      throw new Refusal('platform.not-found');
    refuseUnless('choose', need, at);
    const sides = await listSides(tx, { city, needId: need.id });
    const { side, said } = decideChoice(sides, call);
    if (await mergedRecords.isOne(tx, city, [need.organisationId, side.organisationId]))
      throw new Refusal('matching.own-quote', { name: side.organisationName });
    const rest = sides.filter((other) => other !== side && isPassedOver(other, city));
    const rejections = rest.map((other) => rejectionOf(other, { side, othersCode: call.othersCode, at }));
    await insertRejections(tx, rejections);
    await appendEvents(tx, rejectionEvents(rejections, { need, viewer: call.viewer, effects }));
    const dealId = effects.newId();
    await insertDeal(tx, dealOf(need, { id: dealId, side, said, at }));
    await needBook.end(tx, need, { effects, state: 'chosen', at });
    await recordAudit(tx, effects, {
      action: 'need.chosen',
      subject: { kind: 'need', id: need.id },
      before: { state: need.state },
      after: { state: 'chosen', supplier: side.organisationName, response: responseReply(said), deal: dealId },
      why: call.othersCode ?? undefined,
    });
    await tellChoice(tx, { need, side, dealId, effects, viewer: call.viewer, at });
    const closed: PublishedNeed = { ...need, state: 'chosen', closedAt: at };
    const now = await listSides(tx, { city, needId: need.id });
    await asSystem(tx, context, () => writeCopiesOf(tx, { city, need: closed, sides: now, effects }));
    return { id: dealId };
  });
}

/**
 * Everybody who is passed over gets a reason, for the reasons are the evidence behind 补链: the buyer's word for quotes, else what
 * the quotes and the offers show.
 */
function rejectionOf(
  other: MatchSides,
  choice: { side: MatchSides; othersCode: RejectionCode | null; at: Date },
): NewRejection {
  const { side, othersCode, at } = choice;
  if (othersCode !== null && other.response !== null)
    return { side: other, code: othersCode, note: null, derived: false, at };
  return { side: other, code: deriveRejection(compared(side), compared(other)), note: null, derived: true, at };
}

function compared({ response, reasons }: MatchSides): ComparedQuote {
  return {
    priceFen: response?.priceFen ?? null,
    unit: response?.unit ?? null,
    leadDays: response?.leadDays ?? null,
    reasons,
  };
}

/** Which match is chosen. */
function decideChoice(sides: readonly MatchSides[], call: ChoiceCall): { side: MatchSides; said: SaidResponse } {
  const side = sides.find(({ response }) => response?.id === call.responseId);
  const said = side?.response;
  if (side === undefined || !said) throw new Refusal('platform.not-found');
  if (said.declined !== null) throw new Refusal('matching.response-declined');
  if (side.rejection !== null) throw new Refusal('matching.response-rejected');
  return { side, said };
}

/** Quotes from anywhere, and local firms that had not answered yet. */
function isPassedOver({ response, rejection, organisationCity }: MatchSides, city: string): boolean {
  if (rejection !== null) return false;
  return response === null ? organisationCity === city : response.declined === null;
}

function dealOf(need: PublishedNeed, begun: { id: string; side: MatchSides; said: SaidResponse; at: Date }) {
  const { id, side, said, at } = begun;
  return {
    city: need.city,
    id,
    needId: need.id,
    responseId: said.id,
    buyer: { id: need.organisationId, name: need.organisationName },
    seller: { id: side.organisationId, name: side.organisationName, city: side.organisationCity },
    productText: need.products[0]?.name ?? need.text.slice(0, 60),
    promisedBy: said.leadDays === null ? null : cityDay(new Date(at.getTime() + said.leadDays * day)),
    demo: need.demo,
    at,
  };
}

interface Telling {
  readonly need: PublishedNeed;
  readonly side: MatchSides;
  readonly dealId: string;
  readonly effects: Effects;
  readonly viewer: Viewer;
  readonly at: Date;
}

async function tellChoice(tx: Tx, { need, side, dealId, effects, viewer, at }: Telling): Promise<void> {
  const common = { city: need.city, actorId: viewer.personId, at };
  const facts = { ...subjectFacts(need), seller: side.organisationName };
  const buyer = need.organisationId;
  const here = side.organisationCity === need.city;
  await appendEvents(tx, [
    { ...common, id: effects.newId(), type: 'need.chosen', subjectId: need.id, audience: [buyer], payload: facts },
    {
      ...common,
      id: effects.newId(),
      type: 'deal.begun',
      subjectId: dealId,
      audience: here ? [buyer, side.organisationId] : [buyer],
      payload: { ...facts, buyer: need.organisationName, needId: need.id },
    },
  ]);
}
