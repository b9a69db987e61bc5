import type { TargetAnswer } from '@zhitong/domain/needs/target-answer';
import type { TargetSheet } from '@zhitong/domain/needs/target-sheet';
import type { FitReason } from '@zhitong/domain/needs/technology-fit';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';

interface Party {
  readonly id: string;
  readonly name: string;
}

/** One body a sheet was sent to, as its services hold it. */
export interface SheetAsk {
  readonly city: string;
  readonly id: string;
  readonly caseId: string;
  readonly needId: string;
  readonly body: Party;
  readonly asker: Party;
  readonly title: string;
  readonly answeredAt: Date | null;
  readonly tookAt: Date | null;
  /** the firm has taken its answer */
  readonly chosenAt: Date | null;
  readonly passedAt: Date | null;
}

export interface NewSheetAsk extends Omit<SheetAsk, 'answeredAt' | 'tookAt' | 'chosenAt' | 'passedAt'> {
  readonly text: string;
  readonly reasons: readonly FitReason[];
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly demo: boolean;
}

export async function insertSheet(
  tx: Tx,
  of: { city: string; needId: string; askerId: string; at: Date },
  { targets, trl, budgetFen, ipWish }: TargetSheet,
): Promise<void> {
  await tx
    .insertInto('technology_sheet')
    .values({
      ...{ city: of.city, need_id: of.needId, asker_id: of.askerId, targets: JSON.stringify(targets), trl },
      ...{ budget_fen: budgetFen, ip_wish: ipWish, written_at: of.at },
    })
    .execute();
}

export async function insertSheetAsks(tx: Tx, asks: readonly NewSheetAsk[]): Promise<void> {
  if (asks.length === 0) return;
  await tx
    .insertInto('technology_ask')
    .values(
      asks.map((ask) => ({
        ...{ city: ask.city, id: ask.id, case_id: ask.caseId, need_id: ask.needId, demo: ask.demo },
        ...{ body_id: ask.body.id, body_name: ask.body.name, asker_id: ask.asker.id, asker_name: ask.asker.name },
        ...{ title: ask.title, text: ask.text, reasons: JSON.stringify(ask.reasons) },
        ...{ asked_at: ask.askedAt, due_at: ask.dueAt },
      })),
    )
    .execute();
}

const columns = [
  ...(['city', 'id', 'case_id', 'need_id', 'body_id', 'body_name', 'asker_id', 'asker_name'] as const),
  ...(['title', 'answered_at', 'took_at', 'chosen_at', 'passed_at'] as const),
] as const;

/** Without a lock: only to learn which case it belongs to. The case is locked before its asks, by whoever acts. */
export async function findSheetAsk(
  tx: Tx,
  { city, id, bodyId }: { city: string; id: string; bodyId: string },
): Promise<SheetAsk | undefined> {
  const row = await tx
    .selectFrom('technology_ask')
    .select(columns)
    .where('city', '=', city)
    .where('id', '=', id)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  return row && asAsk(row);
}

/** All asks of a case, held until the transaction ends. */
export async function lockSheetAsks(
  tx: Tx,
  { city, caseId }: { city: string; caseId: string },
): Promise<readonly SheetAsk[]> {
  const rows = await tx
    .selectFrom('technology_ask')
    .select(columns)
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .limit(200)
    .forUpdate()
    .execute();
  return rows.map(asAsk);
}

function asAsk(row: {
  city: string;
  id: string;
  case_id: string;
  need_id: string;
  body_id: string;
  body_name: string;
  asker_id: string;
  asker_name: string;
  title: string;
  answered_at: Date | null;
  took_at: Date | null;
  chosen_at: Date | null;
  passed_at: Date | null;
}): SheetAsk {
  return {
    ...{ city: row.city, id: row.id, caseId: row.case_id, needId: row.need_id, title: row.title },
    ...{ body: { id: row.body_id, name: row.body_name }, asker: { id: row.asker_id, name: row.asker_name } },
    ...{ answeredAt: row.answered_at, tookAt: row.took_at, chosenAt: row.chosen_at, passedAt: row.passed_at },
  };
}

export async function markTaken(tx: Tx, { city, id }: SheetAsk, at: Date): Promise<void> {
  await tx.updateTable('technology_ask').set({ took_at: at }).where('city', '=', city).where('id', '=', id).execute();
}

/** The case is over, or goes on: so does every ask of it. Answers with the asks that changed. */
export async function endSheetAsks(
  tx: Tx,
  { city, caseId }: { city: string; caseId: string },
  endedAt: Date | null,
): Promise<readonly SheetAsk[]> {
  const rows = await tx
    .updateTable('technology_ask')
    .set({ ended_at: endedAt })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where('ended_at', endedAt === null ? 'is not' : 'is', null)
    .returning(columns)
    .execute();
  return rows.map(asAsk);
}

export interface NewSheetAnswer {
  readonly id: string;
  readonly items: readonly TargetAnswer[];
  readonly note: string | null;
  readonly person: Party;
  readonly at: Date;
}

/** The answer that stands from now on; the one before is kept as it was written. Requires: the ask is locked. */
export async function insertSheetAnswer(tx: Tx, ask: SheetAsk, { id, items, note, person, at }: NewSheetAnswer) {
  const { city, id: askId } = ask;
  await tx
    .updateTable('technology_answer')
    .set({ replaced_at: at })
    .where('city', '=', city)
    .where('ask_id', '=', askId)
    .where('replaced_at', 'is', null)
    .execute();
  await tx
    .insertInto('technology_answer')
    .values({
      ...{ city, id, ask_id: askId, body_id: ask.body.id, asker_id: ask.asker.id, items: JSON.stringify(items) },
      ...{ note, by_person: person.id, by_name: person.name, at },
    })
    .execute();
  await tx
    .updateTable('technology_ask')
    .set({ answered_at: ask.answeredAt ?? at })
    .where('city', '=', city)
    .where('id', '=', askId)
    .execute();
}

/** Files prove one body’s answer and go nowhere else. Those of an earlier answer may be named again. */
export async function attachAnswerFiles(tx: Tx, ask: SheetAsk, { files, at }: { files: readonly string[]; at: Date }) {
  const wanted = [...new Set(files)];
  if (wanted.length === 0) return;
  const ids = sql`${`{${wanted.join(',')}}`}::uuid[]`;
  const { city, id, body, asker } = ask;
  await sql`
    insert into technology_file (city, file_id, ask_id, body_id, asker_id, added_at)
    select f.city, f.id, ${id}, ${body.id}, ${asker.id}, ${at} from stored_file f
    where f.city = ${city} and f.id = any(${ids}) and f.kind = 'request-file' and f.organisation_id = ${body.id}
      and not exists (select 1 from request_file r where r.city = f.city and r.file_id = f.id)
    on conflict (city, file_id) do nothing`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from technology_file
    where city = ${city} and ask_id = ${id} and file_id = any(${ids})`.execute(tx);
  const there = rows[0]?.count ?? 0;
  if (there < wanted.length) throw new Refusal('needs.file-gone', { count: wanted.length - there });
}
