import type { AnswerComparison, CaseSheet } from '@zhitong/contract/needs/technology-contract';
import type { AskedBody, SheetAnswer } from '@zhitong/contract/needs/technology-values';
import type { Language } from '@zhitong/domain/language';
import { nextCaseActions } from '@zhitong/domain/needs/case-decision';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { readCaseState } from './case-state-json.ts';
import { readSheetAnswers, reasonsReply, sheetReply } from './technology-row-views.ts';
import { findSheet } from './technology-sheet-reading.ts';

interface Reading {
  readonly viewer: Viewer;
  readonly language: Language;
}

interface Row {
  id: string;
  body_id: string;
  body_name: string;
  kind: string;
  reasons: unknown;
  asked_at: Date;
  due_at: Date;
  answered_at: Date | null;
  chosen_at: Date | null;
  chosen_answer: string | null;
}

/** For the firm: its sheet, whom it went to and why, and all answers side by side. */
export function viewAnswers(deps: CaseDeps, { viewer, language }: Reading, needId: string): Promise<AnswerComparison> {
  const { city, organisationId } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const found = await tx
      .selectFrom('need_case')
      .select(['id', 'list', 'state', 'lead_id'])
      .where('city', '=', city)
      .where('need_id', '=', needId)
      .where('asker_id', '=', organisationId)
      .executeTakeFirst();
    if (!found) throw new Refusal('platform.not-found');
    if (found.list !== 'technology') throw new Refusal('technology.not-technology');
    const sheet = await findSheet(tx, { city, needId });
    const rows = await listRows(tx, { city, caseId: found.id });
    const answers = await readSheetAnswers(
      tx,
      city,
      rows.map(({ id }) => id),
    );
    const state = readCaseState(found.state);
    const open = nextCaseActions(state, 'firm').includes('answer-taken') && rows.every((row) => row.chosen_at === null);
    const bodies = rows.map((row): AskedBody => {
      const [answer = null, ...earlier] = answers.get(row.id) ?? [];
      return {
        ...{ body: { id: row.body_id, name: row.body_name }, kind: kindOf(row.kind) },
        ...{ reasons: reasonsReply(row.reasons, language), isLead: row.body_id === found.lead_id },
        ...{ askedAt: row.asked_at.toISOString(), due: row.due_at.toISOString(), answer, changes: earlier.length },
        ...{ chosen: chosenOf(row, answer), mayTake: open && answer !== null },
      };
    });
    const mayWrite = !sheet && nextCaseActions(state, 'system').includes('sheet-sent');
    return { sheet: sheet ? sheetReply(sheet) : null, bodies, mayWrite };
  });
}

const chosenOf = ({ chosen_at: at, chosen_answer: id }: Row, answer: SheetAnswer | null): AskedBody['chosen'] =>
  at && { at: at.toISOString(), mended: answer?.id !== id };

const kindOf = (kind: string): AskedBody['kind'] => (kind === 'centre' || kind === 'university' ? kind : 'other');

async function listRows(tx: Tx, { city, caseId }: { city: string; caseId: string }): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.body_id, a.body_name, o.kind, a.reasons, a.asked_at, a.due_at, a.answered_at, a.chosen_at,
           a.chosen_answer
    from technology_ask a join organisation o on o.city = a.city and o.id = a.body_id
    where a.city = ${city} and a.case_id = ${caseId}
    order by (a.answered_at is null), a.answered_at, a.asked_at, a.id limit 200`.execute(tx);
  return rows;
}

/** For whoever handles the case: its sheet and whom it went to. One of those it went to reads of no other. */
export function viewCaseSheet(deps: CaseDeps, { viewer, language }: Reading, caseId: string): Promise<CaseSheet> {
  const { city, organisationId: own, role } = viewer;
  const context = contextOf(viewer);
  return inContext(deps.database, context, async (tx) => {
    const found = await tx
      .selectFrom('need_case')
      .select(['id', 'need_id', 'list', 'lead_id', 'state'])
      .where('city', '=', city)
      .where('id', '=', caseId)
      .executeTakeFirst();
    if (!found) throw new Refusal('platform.not-found');
    if (found.list !== 'technology') throw new Refusal('technology.not-technology');
    const sheet = await findSheet(tx, { city, needId: found.need_id });
    const all = await asSystem(tx, context, () => listRows(tx, { city, caseId }));
    const copy = all.find(({ body_id }) => body_id === own);
    const goesOn = nextCaseActions(readCaseState(found.state), 'system').includes('sheet-sent');
    return {
      sheet: sheet ? sheetReply(sheet) : null,
      sent: all
        .filter(({ body_id }) => !copy || body_id === own)
        .map((row) => ({
          ...{ body: { id: row.body_id, name: row.body_name }, reasons: reasonsReply(row.reasons, language) },
          ...{ askedAt: row.asked_at.toISOString(), answered: row.answered_at !== null },
        })),
      own: copy ? { id: copy.id } : null,
      maySend: sheet !== undefined && goesOn && (role === 'operator' || found.lead_id === own),
    };
  });
}
