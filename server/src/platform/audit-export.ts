import { type AuditSaying, splitSaying } from '@zhitong/domain/directory/audit-confidential';
import { auditAlgorithm, auditColumns } from './audit-format.ts';
import { readTrail } from './audit-reader.ts';
import type { ChainRow } from './chain.ts';
import { beginning, type ChainHead } from './chain-proof.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';

/** First line of an export: how to read and prove what follows. */
export interface ExportTitle {
  readonly export: 'zhitong-audit';
  readonly version: 2;
  readonly city: string;
  readonly algorithm: string;
  /** columns in the order they are hashed, by the form of an entry */
  readonly columns: typeof auditColumns;
  /** the entry before the first one */
  readonly from: ChainHead;
  readonly madeAt: string;
}

/** Last line: where the export ends. Written down elsewhere, this head proves everything before it. */
export interface ExportEnd {
  readonly head: ChainHead;
  readonly entries: number;
}

export interface ExportTask {
  readonly city: string;
  /** the cursor behind which the export begins */
  readonly after: number;
  /** where it ends: the head of this moment */
  readonly to: number;
  readonly at: Date;
}

/** The trail of a city as lines of JSON, a batch at a time: however long it is, little of it is in memory. */
export async function* exportLines(database: Database, task: ExportTask): AsyncGenerator<string> {
  const { city, after, to, at } = task;
  const from = await findHeadAt(database, city, after);
  const title: ExportTitle = {
    ...{ export: 'zhitong-audit', version: 2, city, algorithm: auditAlgorithm, columns: auditColumns, from },
    madeAt: at.toISOString(),
  };
  yield line(title);
  let head = from;
  for await (const rows of readTrail(database, { city, after: from.position, to })) {
    const last = rows.at(-1);
    head = { position: Number(last?.position), hash: String(last?.hash) };
    yield rows.map((row) => line(shownRow(row))).join('');
  }
  const end: ExportEnd = { head, entries: head.position - from.position };
  yield line(end);
}

/**
 * An entry of the first form holds confidential values in what is hashed. It is exported without them, by its hash alone: the chain
 * runs through it, and what it says is proved where the database is.
 */
function shownRow(row: ChainRow): ChainRow {
  if (row.format !== 1) return row;
  const { shown, kept } = splitSaying(String(row.subject_kind), sayingOf(row));
  if (kept === null) return row;
  const text = (values: object | null) => values && JSON.stringify(values);
  return { ...row, before: text(shown.before), after: text(shown.after), why: shown.why, withheld: true };
}

function sayingOf(row: ChainRow): AuditSaying {
  const values = (text: unknown): AuditSaying['before'] => (typeof text === 'string' ? JSON.parse(text) : null);
  return { before: values(row.before), after: values(row.after), why: row.why ? String(row.why) : null };
}

const line = (value: unknown) => `${JSON.stringify(value)}\n`;

async function findHeadAt(database: Database, city: string, position: number): Promise<ChainHead> {
  if (position === 0) return beginning;
  const row = await inContext(database, { city, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['position', 'hash'])
      .where('city', '=', city)
      .where('position', '=', position)
      .executeTakeFirst(),
  );
  return row ? { position, hash: row.hash ?? '' } : beginning;
}
