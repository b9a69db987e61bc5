import type { DutyClass, DutyList } from '@zhitong/domain/directory/duty';
import type { CaseAction, CaseActionKind, CaseSide } from '@zhitong/domain/needs/case-action';
import type { CaseState } from '@zhitong/domain/needs/case-history';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import type { CaseStanding } from '@zhitong/domain/needs/case-standing';
import type { LoanWish } from '@zhitong/domain/needs/loan-wish';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { readCaseState } from './case-state-json.ts';

/** A body, and who in it answers. */
export interface CaseHolder {
  readonly body: { readonly id: string; readonly name: string };
  readonly post: { readonly id: string; readonly personId: string; readonly personName: string } | null;
}

/** A case as its service holds it, locked for the length of a transaction. */
export interface LockedCase {
  readonly city: string;
  readonly id: string;
  readonly needId: string;
  readonly asker: { readonly id: string; readonly name: string };
  readonly list: DutyList;
  readonly class: DutyClass;
  readonly dutyId: string | null;
  readonly title: string;
  readonly text: string;
  readonly lead: { readonly id: string; readonly name: string };
  readonly startedAt: Date;
  readonly allowanceMs: number;
  readonly penaltyMs: number;
  readonly state: CaseState;
  readonly seq: number;
  readonly readers: readonly string[];
  /** what routing proposed when it came, likeliest first */
  readonly candidates: readonly ProposedMatter[];
}

export interface NewCase extends Omit<LockedCase, 'lead' | 'seq'> {
  readonly askerRegion: string | null;
  readonly holder: CaseHolder;
  readonly standing: CaseStanding;
  readonly demo: boolean;
  /** of a funding need */
  readonly loan: LoanWish | null;
}

/** What the firm wishes of the loan; null: a need from before it was kept. */
export async function findLoan(tx: Tx, { city, id }: { city: string; id: string }): Promise<LoanWish | null> {
  const row = await tx
    .selectFrom('need_case')
    .select('loan')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.loan == null ? null : jsonColumn<LoanWish>(row.loan);
}

const uuids = (ids: readonly string[]) => sql<string[]>`${`{${ids.join(',')}}`}::uuid[]`;

export async function insertCase(tx: Tx, given: NewCase): Promise<void> {
  const { holder, standing, state } = given;
  await tx
    .insertInto('need_case')
    .values({
      ...{ city: given.city, id: given.id, need_id: given.needId, asker_id: given.asker.id },
      ...{ asker_name: given.asker.name, asker_region: given.askerRegion, list: given.list, class: given.class },
      ...{ duty_id: given.dutyId, candidates: JSON.stringify(given.candidates), title: given.title, text: given.text },
      ...{ status: state.status, lead_id: holder.body.id, lead_name: holder.body.name, ...holderColumns(holder) },
      ...{ lead_since: state.leadSince, started_at: given.startedAt, allowance_ms: given.allowanceMs },
      ...{ penalty_ms: given.penaltyMs, ...standingColumns(standing), over_at: null },
      ...{ state: JSON.stringify(state), seq: 1, reader_ids: uuids(given.readers), demo: given.demo },
      loan: given.loan && JSON.stringify(given.loan),
    })
    .execute();
}

const holderColumns = ({ post }: CaseHolder) => ({
  ...{ holder_post_id: post?.id ?? null, holder_id: post?.personId ?? null, holder_name: post?.personName ?? null },
});

const standingColumns = (standing: CaseStanding) => ({
  ...{ due_at: standing.dueAt, due_certain: standing.dueCertain, yellow_at: standing.yellowAt },
  ...{ first_answer_due_at: standing.firstAnswerDueAt, red_at: standing.redAt },
  ...{ sign_due_at: standing.signDueAt, stopped_at: standing.stoppedAt, late: standing.late },
  hand_backs: standing.handBacks,
});

interface Row {
  city: string;
  id: string;
  need_id: string;
  asker_id: string;
  asker_name: string;
  list: string;
  class: string;
  duty_id: string | null;
  title: string;
  text: string;
  lead_id: string;
  lead_name: string;
  started_at: Date;
  allowance_ms: number;
  penalty_ms: number;
  state: unknown;
  seq: number;
  reader_ids: string[];
  candidates: unknown;
}

/** One at a time acts on a case: whoever comes second sees what the first has done. */
export async function lockCase(tx: Tx, of: { city: string; id: string }): Promise<LockedCase | undefined> {
  const { rows } = await sql<Row>`
    select city, id, need_id, asker_id, asker_name, list, class, duty_id, title, text, lead_id, lead_name, started_at,
           allowance_ms, penalty_ms, state, seq, reader_ids, candidates
    from need_case where city = ${of.city} and id = ${of.id} for no key update`.execute(tx);
  return rows[0] && asCase(rows[0]);
}

export async function findCaseOfNeed(tx: Tx, of: { city: string; needId: string }): Promise<string | undefined> {
  const row = await tx
    .selectFrom('need_case')
    .select('id')
    .where('city', '=', of.city)
    .where('need_id', '=', of.needId)
    .executeTakeFirst();
  return row?.id;
}

/** What belongs to a demo case is demo data too. */
export async function isDemoCase(tx: Tx, { city, id }: { city: string; id: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('need_case')
    .select('demo')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.demo ?? false;
}

function asCase(row: Row): LockedCase {
  return {
    ...{ city: row.city, id: row.id, needId: row.need_id, asker: { id: row.asker_id, name: row.asker_name } },
    ...{ list: wordColumn<DutyList>(row.list), class: wordColumn<DutyClass>(row.class), dutyId: row.duty_id },
    ...{ title: row.title, text: row.text, lead: { id: row.lead_id, name: row.lead_name } },
    ...{ startedAt: row.started_at, allowanceMs: Number(row.allowance_ms), penaltyMs: Number(row.penalty_ms) },
    ...{ state: readCaseState(row.state), seq: row.seq, readers: row.reader_ids },
    candidates: jsonColumn<ProposedMatter[]>(row.candidates),
  };
}

export interface CaseChange {
  readonly state: CaseState;
  readonly standing: CaseStanding;
  readonly seq: number;
  readonly readers: readonly string[];
  readonly overAt: Date | null;
  /** undefined: it stays with whom it is */
  readonly holder: CaseHolder | undefined;
  /** of the case from now on; undefined: as it was */
  readonly dutyId: string | undefined;
}

export async function updateCase(tx: Tx, of: { city: string; id: string }, change: CaseChange): Promise<void> {
  const { state, standing, holder } = change;
  await tx
    .updateTable('need_case')
    .set({
      ...{ status: state.status, state: JSON.stringify(state), seq: change.seq, ...standingColumns(standing) },
      ...{ round: state.rounds.length, lead_since: state.leadSince, over_at: change.overAt },
      reader_ids: uuids(change.readers),
      ...(holder && { lead_id: holder.body.id, lead_name: holder.body.name, ...holderColumns(holder) }),
      ...(change.dutyId !== undefined && { duty_id: change.dutyId }),
    })
    .where('city', '=', of.city)
    .where('id', '=', of.id)
    .execute();
}

export interface DoneAction {
  readonly seq: number;
  readonly action: CaseAction;
  readonly side: CaseSide;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly body: { readonly id: string; readonly name: string } | null;
  readonly text: string | null;
}

export async function insertActions(
  tx: Tx,
  of: { city: string; id: string },
  done: readonly DoneAction[],
): Promise<void> {
  await tx
    .insertInto('case_action')
    .values(
      done.map(({ seq, action, side, person, body, text }) => ({
        ...{ city: of.city, case_id: of.id, seq, kind: action.kind, at: action.at, side, text },
        ...{ person_id: person?.id ?? null, person_name: person?.name ?? null },
        ...{ body_id: body?.id ?? null, body_name: body?.name ?? null, action: JSON.stringify(action) },
      })),
    )
    .execute();
}

/** The last thing that was done, for whoever comes too late. */
export async function findLastAction(
  tx: Tx,
  of: { city: string; id: string; seq: number },
): Promise<{ kind: CaseActionKind; at: Date; who: string | null } | undefined> {
  const row = await tx
    .selectFrom('case_action')
    .select(['kind', 'at', 'person_name', 'body_name'])
    .where('city', '=', of.city)
    .where('case_id', '=', of.id)
    .where('seq', '=', of.seq)
    .executeTakeFirst();
  return row && { kind: wordColumn<CaseActionKind>(row.kind), at: row.at, who: row.person_name ?? row.body_name };
}

export async function findLastReminder(tx: Tx, of: { city: string; id: string }): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('case_action')
    .select('at')
    .where('city', '=', of.city)
    .where('case_id', '=', of.id)
    .where('kind', '=', 'reminded')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at;
}

/** A clerk's correction, from which routing learns. */
export async function insertCorrection(
  tx: Tx,
  given: { city: string; id: string; caseId: string; text: string; dutyId: string; at: Date },
): Promise<void> {
  const { city, id, caseId, text, dutyId, at } = given;
  await tx.insertInto('route_correction').values({ city, id, case_id: caseId, text, duty_id: dutyId, at }).execute();
}
