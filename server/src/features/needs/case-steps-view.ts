import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import type { Language } from '@zhitong/domain/language';
import type { CaseAction, CaseSide } from '@zhitong/domain/needs/case-action';
import type { CaseRung } from '@zhitong/domain/needs/case-light';
import type { CaseMarkKind } from '@zhitong/domain/needs/case-mark';
import { type CaseTaskKind, taskSentence } from '@zhitong/domain/needs/case-rung-words';
import { caseActionWord, caseActorWord, caseSentence } from '@zhitong/domain/needs/case-timeline';
import { startOfCityDay } from '@zhitong/domain/needs/city-day';
import { sql } from 'kysely';
import { asSystem, enteredContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { readCaseAction } from './case-state-json.ts';
import { listStepsOf } from './order-steps-view.ts';

interface StepRow {
  at: Date;
  kind: string;
  side: string;
  body_name: string | null;
  action: unknown;
  text: string | null;
  other: string | null;
}

/** What is said between bodies is not for the firm. */
const internal: ReadonlySet<string> = new Set(['helper-asked', 'helper-answered']);

interface Of {
  readonly city: string;
  readonly id: string;
  readonly language: Language;
}

/** Everything that was done, and whom the platform told, oldest first. */
export async function listSteps(
  tx: Tx,
  of: Of & { isAsker: boolean; penaltyMs: number; dayMinutes: number; readsRatings: boolean },
): Promise<CaseDetail['events']> {
  const { rows } = await sql<StepRow>`
    select a.at, a.kind, a.side, a.body_name, a.action, a.text, o.name as other
    from case_action a
    left join organisation o on o.city = a.city and o.id = coalesce(a.action ->> 'next', a.action ->> 'helper')::uuid
    where a.city = ${of.city} and a.case_id = ${of.id} order by a.seq limit 1000`.execute(tx);
  const told = await listTold(tx, of);
  const ordered = [...(await listStepsOf(tx, { ...of, caseId: of.id })).values()].flat();
  const reader = { language: of.language, isAsker: of.isAsker };
  const ratings = of.readsRatings ? await listRatingWords(tx, of) : undefined;
  const counted = rows.map((row) => ({ row, action: readCaseAction(row.action) }));
  const before = (at: number, kind: CaseAction['kind']) =>
    counted.slice(0, at).filter(({ action }) => action.kind === kind).length;
  const steps = counted.map(({ row, action }, at) => {
    const step = {
      ...{ action, side: wordColumn<CaseSide>(row.side), by: row.body_name ?? '', other: row.other ?? '' },
      handBack: before(at, 'handed-back') + Number(action.kind === 'handed-back'),
      ...{ penaltyMinutes: of.penaltyMs / 60_000, dayMinutes: of.dayMinutes },
    };
    const rated = action.kind === 'reopened' && action.because === 'rating';
    const words = rated ? (ratings?.get(before(at, 'reopened') + 1) ?? null) : row.text;
    return {
      sortedBy: row.at,
      at: (isVeiled(action) && !of.readsRatings ? startOfCityDay(row.at) : row.at).toISOString(),
      actor: caseActorWord(step, reader),
      action: caseActionWord(action.kind, of.language),
      text: caseSentence(step, reader),
      said: of.isAsker && internal.has(row.kind) ? null : words,
      side: step.side,
    };
  });
  const others = [...told, ...ordered].map((one) => ({ ...one, sortedBy: new Date(one.at) }));
  return [...steps, ...others]
    .toSorted((one, other) => one.sortedBy.getTime() - other.sortedBy.getTime())
    .map(({ sortedBy: _sortedBy, ...event }) => event);
}

/** Its minute and its words are for the firm and the bureau alone. */
const isVeiled = (action: CaseAction) => action.kind === 'reopened' && action.because !== undefined;

/** What the firm wrote with its grade of each round: a table that only the firm itself and the platform read. */
async function listRatingWords(tx: Tx, { city, id }: Of): Promise<ReadonlyMap<number, string>> {
  const rows = await asSystem(tx, enteredContext(tx), () =>
    tx
      .selectFrom('case_rating')
      .select(['round', 'said'])
      .where('city', '=', city)
      .where('case_id', '=', id)
      .where('said', 'is not', null)
      .limit(100)
      .execute(),
  );
  return new Map(rows.map(({ round, said }) => [round, said ?? '']));
}

/** A rung of the ladder that was reached, or another task the platform gave. */
async function listTold(tx: Tx, of: Of): Promise<CaseDetail['events']> {
  const rows = await tx
    .selectFrom('case_task')
    .select(['kind', 'rung', 'mark', 'at'])
    .where('city', '=', of.city)
    .where('case_id', '=', of.id)
    .orderBy('at')
    .orderBy('id')
    .limit(200)
    .execute();
  const actor = caseActorWord({ side: 'system', by: '' }, { language: of.language, isAsker: false });
  return rows.map(({ kind, rung, mark: about, at }) => {
    const mark = about === null ? null : wordColumn<CaseMarkKind>(about);
    const task = { kind: wordColumn<CaseTaskKind>(kind), rung: wordColumn<CaseRung['who']>(rung), mark };
    const { word, sentence } = taskSentence(task, of.language);
    return { at: at.toISOString(), actor, action: word, text: sentence, said: null, side: 'system' as const };
  });
}
