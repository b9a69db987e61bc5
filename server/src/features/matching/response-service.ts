import type { responseBody } from '@zhitong/contract/matching/match-contract';
import { decideQuote } from '@zhitong/domain/matching/quote-decision';
import { cityDay, cityTime, spokenDay } from '@zhitong/domain/needs/city-day';
import { needEnd, needStateOn } from '@zhitong/domain/needs/need-status';
import { type PublishedNeed, subjectFacts } from '@zhitong/domain/needs/published-need';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { needBook } from '#features/needs/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, type Context, inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { writeCopiesOf } from './copy-service.ts';
import { findSides, type MatchSides } from './match-store.ts';
import { findCopy } from './opportunity-store.ts';
import { type Answer, insertResponse, updateResponse } from './response-store.ts';
import { responseReply } from './said-reply.ts';

export interface AnswerDeps {
  readonly database: Database;
  readonly effects: Effects;
}

export interface AnswerCall {
  readonly viewer: Viewer;
  readonly matchId: string;
  readonly body: z.output<typeof responseBody>;
  /** the first answer, or a change of it */
  readonly turn: 'first' | 'amend';
}

/** A supplier answers its match. The answer is written in the buyer's city, the copy in the supplier's own. */
export async function answerMatch({ database, effects }: AnswerDeps, call: AnswerCall): Promise<{ id: string }> {
  if (!('declined' in call.body)) decideQuote(call.body);
  const home = contextOf(call.viewer);
  const copy = await inContext(database, home, (tx) => findCopy(tx, { city: home.city, matchId: call.matchId }));
  if (copy === undefined) throw new Refusal('platform.not-found');
  const there: Context = { ...home, city: copy.needCity };
  const said = await inContext(database, there, async (tx) => {
    const written = await writeAnswer(tx, there, { call, effects });
    if (there.city === home.city) await asSystem(tx, there, () => writeOwnCopy(tx, home.city, { ...written, effects }));
    return written;
  });
  // were this lost, the delivery would bring the copy in line from the log of the buyer's city
  if (there.city !== home.city)
    await inContext(database, { city: home.city, viewer: 'system' }, (tx) =>
      writeOwnCopy(tx, home.city, { ...said, effects }),
    );
  return { id: said.side.response?.id ?? '' };
}

function writeOwnCopy(tx: Tx, city: string, said: { need: PublishedNeed; side: MatchSides; effects: Effects }) {
  return writeCopiesOf(tx, { city, need: said.need, sides: [said.side], effects: said.effects });
}

interface Step {
  readonly call: AnswerCall;
  readonly effects: Effects;
}

async function writeAnswer(tx: Tx, context: Context, { call, effects }: Step) {
  const { needId } = await getOwnSides(tx, context, call.matchId);
  const need = await asSystem(tx, context, () => needBook.lock(tx, { city: context.city, id: needId }, 'share'));
  if (need === undefined) throw new Refusal('platform.not-found');
  // it counts from when the books of the need were open: a ring that was widened meanwhile was widened before it
  const at = effects.now();
  refuseClosed(need, at);
  // read under the lock: the buyer may have turned this match down while the answer waited
  const side = await getOwnSides(tx, context, call.matchId);
  if (side.rejection) throw new Refusal('matching.not-chosen');
  const said = { side, answer: answerOf(call.body), personId: call.viewer.personId, at };
  if (call.turn === 'amend') {
    if (side.response === null) throw new Refusal('matching.not-answered');
    await updateResponse(tx, said);
  } else if (!(await insertResponse(tx, { id: effects.newId(), ...said }))) {
    throw twice((await getOwnSides(tx, context, call.matchId)).response?.at ?? at);
  }
  const now = await getOwnSides(tx, context, call.matchId);
  await recordAudit(tx, effects, {
    action: call.turn === 'amend' ? 'response.amended' : 'response.given',
    subject: { kind: 'match', id: side.matchId },
    before: side.response ? responseReply(side.response) : undefined,
    after: now.response ? responseReply(now.response) : undefined,
  });
  await appendEvents(tx, [
    {
      city: context.city,
      id: effects.newId(),
      type: call.turn === 'amend' ? 'response.amended' : 'response.given',
      subjectId: need.id,
      audience: [need.organisationId],
      actorId: call.viewer.personId,
      payload: answerFacts(need, now),
      at,
    },
  ]);
  return { need, side: now };
}

async function getOwnSides(tx: Tx, context: Context, id: string): Promise<MatchSides> {
  const side = await findSides(tx, { city: context.city, id });
  if (side === undefined || side.organisationId !== context.organisation) throw new Refusal('platform.not-found');
  return side;
}

function refuseClosed(need: PublishedNeed, now: Date): void {
  const today = cityDay(now);
  if (needStateOn(need, today) === 'open') return;
  const end = needEnd(need, today) ?? now;
  throw new Refusal('matching.need-closed', { ...spokenDay(end), at: end.toISOString() });
}

function twice(at: Date): Refusal {
  return new Refusal('matching.already-answered', { time: cityTime(at), at: at.toISOString() });
}

function answerOf(body: z.output<typeof responseBody>): Answer {
  const note = body.note ?? null;
  return 'declined' in body
    ? { declined: body.declined, priceFen: null, unit: null, quantity: null, leadDays: null, note }
    : {
        declined: null,
        priceFen: body.priceFen,
        unit: body.unit,
        quantity: body.quantity,
        leadDays: body.leadDays,
        note,
      };
}

function answerFacts(need: PublishedNeed, side: MatchSides): Record<string, unknown> {
  const said = side.response;
  return {
    ...subjectFacts(need),
    supplier: side.organisationName,
    matchId: side.matchId,
    ...(said?.declined
      ? { declined: said.declined }
      : { priceFen: said?.priceFen ?? 0, priceUnit: said?.unit ?? '', leadDays: said?.leadDays ?? 0 }),
  };
}
