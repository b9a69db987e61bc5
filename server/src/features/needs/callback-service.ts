import type { CallbackOutcome } from '@zhitong/domain/needs/callback';
import { endOfCityDay, spokenDay } from '@zhitong/domain/needs/city-day';
import type { RatingRefusalCode } from '@zhitong/domain/needs/rating-refusals';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CallbackNote } from './callback-reading.ts';
import { insertCallbackNote } from './callback-store.ts';
import { drawOn } from './callback-views.ts';
import type { CaseDeps } from './case-deps.ts';
import { reopenVeiled } from './case-reopening.ts';

export interface CallbackAsked {
  readonly caseId: string;
  /** the day whose sample the case is in */
  readonly date: string;
  readonly outcome: CallbackOutcome;
  readonly text: string | undefined;
  /** the bureau decides that the case is taken up again */
  readonly reopen: boolean;
}

export interface NotedCall {
  readonly note: CallbackNote;
  readonly due: Date | undefined;
}

/** Notes what a firm said. Only of a day that is over, whose sample is fixed, and only of a case that was drawn. */
export function noteCall({ database, effects }: CaseDeps, viewer: Viewer, asked: CallbackAsked): Promise<NotedCall> {
  const { caseId, date, outcome } = asked;
  const { city, personId, personName } = viewer;
  const at = effects.now();
  if (asked.reopen && outcome !== 'not-solved') throw new Refusal('ratings.not-said');
  return inContext(database, contextOf(viewer), async (tx) => {
    const title = await titleOf(tx, city, caseId);
    const end = endOfCityDay(date);
    if (at < end) throw refuse('ratings.day-not-over', date);
    const { drawn } = await drawOn(tx, { city, date });
    if (!drawn.includes(caseId)) throw refuse('ratings.not-drawn', date);
    const note = { outcome, said: asked.text || null, by: personName, at };
    await insertCallbackNote(tx, { ...note, city, id: effects.newId(), caseId, day: date, personId });
    await recordAudit(tx, effects, {
      ...{ action: 'callback.noted', subject: { kind: 'case', id: caseId } },
      after: { date, outcome },
    });
    const audience = [viewer.organisationId];
    const payload = { title };
    await appendEvents(tx, [
      { ...{ city, id: effects.newId(), type: 'case.called-back', subjectId: caseId, at }, audience, payload },
    ]);
    const due = asked.reopen ? await reopenVeiled(tx, { effects, city, caseId, because: 'call-back', at }) : undefined;
    return { note, due: due?.at };
  });
}

async function titleOf(tx: Tx, city: string, id: string): Promise<string> {
  const asked = tx.selectFrom('need_case').select('title').where('city', '=', city).where('id', '=', id);
  const found = await asked.executeTakeFirst();
  if (!found) throw new Refusal('platform.not-found');
  return found.title;
}

const refuse = (code: RatingRefusalCode, date: string) =>
  new Refusal(code, spokenDay(new Date(`${date}T12:00:00+08:00`)));
