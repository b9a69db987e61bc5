import type { Callback, listCallbacks } from '@zhitong/contract/needs/rating-contract';
import { callbackSeed, drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { cityDay, endOfCityDay } from '@zhitong/domain/needs/city-day';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import {
  type CallbackNote,
  type DrawnCase,
  findLastClosing,
  listClosedOn,
  listDrawnCases,
  listLastNotes,
} from './callback-reading.ts';
import type { CaseDeps } from './case-deps.ts';

/** Cases closed on a day, those of them whose firms are called back, and what was said. */
export function viewCallbacks(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  asked: { readonly date: string | undefined },
): Promise<z.input<typeof listCallbacks.reply>> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const today = cityDay(effects.now());
    const date = asked.date ?? (await lastClosingDay(tx, { city, before: spanOf(today).start }));
    const { ids, drawn } = await drawOn(tx, { city, date });
    const notes = await listLastNotes(tx, { city, day: date, caseIds: drawn });
    const rows = await listDrawnCases(tx, { city, ids: drawn, ...spanOf(date) });
    const callbacks = rows.map((row) => callbackOf(row, notes.get(row.id)));
    const final = effects.now() >= endOfCityDay(date);
    return { date, seed: callbackSeed(date), final, closed: ids.length, ids: [...ids], callbacks };
  });
}

/** Nothing was closed yet: yesterday. */
async function lastClosingDay(tx: Tx, of: { city: string; before: Date }): Promise<string> {
  return cityDay((await findLastClosing(tx, of)) ?? new Date(of.before.getTime() - 1));
}

function callbackOf(
  { id, needId, title, asker, askerId, lead, leadId, status, closedAt }: DrawnCase,
  note: CallbackNote | undefined,
) {
  return {
    ...{ case: { id }, need: { id: needId }, title },
    ...{ asker: { id: askerId, name: asker }, lead: { id: leadId, name: lead } },
    ...{ status: statusOf(status), closedAt: closedAt.toISOString(), note: note ? noteReply(note) : null },
  };
}

/** What the seed of a day draws from, and what it draws. */
export async function drawOn(
  tx: Tx,
  { city, date }: { city: string; date: string },
): Promise<{ ids: readonly string[]; drawn: readonly string[] }> {
  const ids = await listClosedOn(tx, { city, ...spanOf(date) });
  return { ids, drawn: drawCallbacks(date, ids) };
}

function spanOf(date: string): { start: Date; end: Date } {
  const end = endOfCityDay(date);
  return { start: new Date(end.getTime() - 86_400_000), end };
}

const statusOf = (status: string): Callback['status'] =>
  status === 'solved' || status === 'unsolved' ? status : 'reopened';

export function noteReply({ outcome, said, by, at }: CallbackNote) {
  return { outcome, said, by, at: at.toISOString() };
}
