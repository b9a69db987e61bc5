import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import type { Language } from '@zhitong/domain/language';
import type { CaseSide } from '@zhitong/domain/needs/case-action';
import type { CaseRung } from '@zhitong/domain/needs/case-light';
import { type CaseTaskKind, taskSentence } from '@zhitong/domain/needs/case-rung-words';
import { caseActionWord, caseActorWord, caseSentence } from '@zhitong/domain/needs/case-timeline';
import { sql } from 'kysely';
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

/** Everything that was done, and whom the platform told, oldest first. */
export async function listSteps(
  tx: Tx,
  of: { city: string; id: string; language: Language; isAsker: boolean; penaltyMs: number },
): Promise<CaseDetail['events']> {
  const { rows } = await sql<StepRow>`
    select a.at, a.kind, a.side, a.body_name, a.action, a.text, o.name as other
    from case_action a
    left join organisation o on o.city = a.city and o.id = coalesce(a.action ->> 'next', a.action ->> 'helper')::uuid
    where a.city = ${of.city} and a.case_id = ${of.id} order by a.seq limit 1000`.execute(tx);
  const told = await listTold(tx, of);
  const ordered = [...(await listStepsOf(tx, { ...of, caseId: of.id })).values()].flat();
  const reader = { language: of.language, isAsker: of.isAsker };
  let handBack = 0;
  const steps = rows.map((row) => {
    const action = readCaseAction(row.action);
    if (action.kind === 'handed-back') handBack += 1;
    const step = {
      ...{ action, side: wordColumn<CaseSide>(row.side), by: row.body_name ?? '', other: row.other ?? '' },
      ...{ handBack, penaltyMinutes: of.penaltyMs / 60_000 },
    };
    return {
      at: row.at.toISOString(),
      actor: caseActorWord(step, reader),
      action: caseActionWord(action.kind, of.language),
      text: caseSentence(step, reader),
      said: of.isAsker && internal.has(row.kind) ? null : row.text,
      side: step.side,
    };
  });
  return [...steps, ...told, ...ordered].toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
}

/** A rung of the ladder that was reached, or another task the platform gave. */
async function listTold(tx: Tx, of: { city: string; id: string; language: Language }): Promise<CaseDetail['events']> {
  const rows = await tx
    .selectFrom('case_task')
    .select(['kind', 'rung', 'at'])
    .where('city', '=', of.city)
    .where('case_id', '=', of.id)
    .orderBy('at')
    .orderBy('id')
    .limit(200)
    .execute();
  const actor = caseActorWord({ side: 'system', by: '' }, { language: of.language, isAsker: false });
  return rows.map(({ kind, rung, at }) => {
    const task = { kind: wordColumn<CaseTaskKind>(kind), rung: wordColumn<CaseRung['who']>(rung) };
    const { word, sentence } = taskSentence(task, of.language);
    return { at: at.toISOString(), actor, action: word, text: sentence, said: null, side: 'system' as const };
  });
}
