import type { PassedOverCode } from '@zhitong/domain/needs/answer-choice';
import { isCaseOver } from '@zhitong/domain/needs/case-action';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { LockedCase } from './case-store.ts';
import { clearChoice } from './technology-choice-store.ts';
import { endSheetAsks, type SheetAsk } from './technology-store.ts';

/** A technology case is over, or goes on again: whoever its sheet was sent to is told. */
export async function followTechnology(
  tx: Tx,
  effects: Effects,
  { before, after, at }: { before: LockedCase; after: LockedCase; at: Date },
): Promise<void> {
  if (hasWord(before) && !hasWord(after)) await openAgain(tx, effects, { found: after, at });
  const [was, is] = [isCaseOver(before.state.status), isCaseOver(after.state.status)];
  if (was === is) return;
  const changed = await endSheetAsks(tx, { city: after.city, caseId: after.id }, is ? at : null);
  // whoever answers for the case is told by the case
  const others = changed.filter(({ body }) => body.id !== after.lead.id);
  await tellBodies(tx, effects, { asks: others, type: is ? 'technology.ended' : 'technology.sent', at });
}

/** The firm has the word on an answer, or had the last one. */
const hasWord = ({ state: { status } }: LockedCase) => status === 'answered' || isCaseOver(status);

/** Nothing is solved, or another body begins: what was taken and passed over counts no more, and who is told may answer again. */
async function openAgain(tx: Tx, effects: Effects, { found, at }: { found: LockedCase; at: Date }): Promise<void> {
  const asks = await clearChoice(tx, { city: found.city, caseId: found.id });
  await tellBodies(tx, effects, { asks, type: 'technology.goes-on', at });
}

type Telling = 'technology.sent' | 'technology.ended' | 'technology.chosen' | 'technology.goes-on';

export type TellingAsk = Pick<SheetAsk, 'city' | 'id' | 'needId' | 'title' | 'body' | 'asker'>;

/** Each body alone: its audience is nobody else, and nothing in it tells of another. */
export async function tellBodies(
  tx: Tx,
  effects: Effects,
  { asks, type, at }: { asks: readonly TellingAsk[]; type: Telling; at: Date },
): Promise<void> {
  await appendEvents(
    tx,
    asks.map(({ city, id, needId, title, body, asker }) => ({
      ...{ city, id: effects.newId(), type, subjectId: id, audience: [body.id], at },
      payload: { needId, title, asker: asker.name },
    })),
  );
}

/** One body reads why another answer was taken, and nothing of that other. */
export async function tellPassedOver(
  tx: Tx,
  effects: Effects,
  { ask, code, at }: { ask: SheetAsk; code: PassedOverCode; at: Date },
): Promise<void> {
  const { city, id, needId, title, asker, body } = ask;
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'technology.passed-over', subjectId: id, audience: [body.id], at },
      payload: { needId, title, asker: asker.name, code },
    },
  ]);
}

/** The firm reads that an answer was changed. */
export async function tellFirm(tx: Tx, effects: Effects, { ask, at }: { ask: SheetAsk; at: Date }): Promise<void> {
  const { city, needId, title, asker, body } = ask;
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'technology.answered', subjectId: needId, audience: [asker.id], at },
      payload: { needId, title, body: body.name },
    },
  ]);
}

/** Nobody fits: the bureau reads that somebody has to be found. */
export async function tellBureau(
  tx: Tx,
  effects: Effects,
  { found, bureauId, at }: { found: LockedCase; bureauId: string; at: Date },
): Promise<void> {
  const { city, id, needId, title } = found;
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'technology.nobody', subjectId: id, audience: [bureauId], at },
      payload: { needId, title },
    },
  ]);
}
