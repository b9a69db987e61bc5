import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import type { Sheet, SheetAnswer } from '@zhitong/contract/needs/technology-values';
import type { Language } from '@zhitong/domain/language';
import type { TargetAnswer } from '@zhitong/domain/needs/target-answer';
import type { TargetSheet } from '@zhitong/domain/needs/target-sheet';
import { type FitReason, fitReasonText } from '@zhitong/domain/needs/technology-fit';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';

/** Answers of one body, newest first: the first one stands. */
export type AnswersOf = ReadonlyMap<string, readonly SheetAnswer[]>;

/** Every answer to these asks the reader may see, with the files that prove them, by ask. */
export async function readSheetAnswers(tx: Tx, city: string, askIds: readonly string[]): Promise<AnswersOf> {
  if (askIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('technology_answer')
    .select(['id', 'ask_id', 'items', 'note', 'by_name', 'at'])
    .where('city', '=', city)
    .where('ask_id', 'in', [...askIds])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
  const files = await readFiles(tx, city, askIds);
  const answers = new Map<string, SheetAnswer[]>();
  for (const row of rows) {
    const items = jsonColumn<readonly TargetAnswer[]>(row.items).map(({ file, ...item }) => ({
      ...item,
      file: file === null ? null : (files.get(file) ?? null),
    }));
    const answer = { id: row.id, items, note: row.note, by: row.by_name, at: row.at.toISOString() };
    answers.set(row.ask_id, [...(answers.get(row.ask_id) ?? []), answer]);
  }
  return answers;
}

async function readFiles(tx: Tx, city: string, askIds: readonly string[]): Promise<ReadonlyMap<string, RequestFile>> {
  const asks = sql`${`{${askIds.join(',')}}`}::uuid[]`;
  const { rows } = await sql<RequestFile>`
    select f.id, f.name, f.type, f.bytes from technology_file t
    join stored_file f on f.city = t.city and f.id = t.file_id
    where t.city = ${city} and t.ask_id = any(${asks}) limit 2000`.execute(tx);
  return new Map(rows.map((file) => [file.id, file]));
}

export const sheetReply = ({ targets, ...beside }: TargetSheet): Sheet => ({
  ...beside,
  targets: targets.map((target) => ({ ...target })),
});

export function reasonsReply(reasons: unknown, language: Language): string[] {
  return jsonColumn<readonly FitReason[]>(reasons).map((reason) => fitReasonText(reason, language));
}
