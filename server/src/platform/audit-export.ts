import { readTrail } from './audit-reader.ts';
import { auditChain } from './audit-sealer.ts';
import { beginning, type ChainHead } from './chain-proof.ts';
import { inContext } from './context.ts';
import type { Database } from './database.ts';

/** First line of an export: how to read and prove what follows. */
export interface ExportTitle {
  readonly export: 'zhitong-audit';
  readonly version: 1;
  readonly city: string;
  readonly algorithm: string;
  /** columns in the order they are hashed */
  readonly columns: readonly string[];
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
  const { algorithm, columns } = auditChain;
  const title: ExportTitle = {
    ...{ export: 'zhitong-audit', version: 1, city, algorithm, columns, from },
    madeAt: at.toISOString(),
  };
  yield line(title);
  let head = from;
  for await (const rows of readTrail(database, { city, after: from.position, to })) {
    const last = rows.at(-1);
    head = { position: Number(last?.position), hash: String(last?.hash) };
    yield rows.map(line).join('');
  }
  const end: ExportEnd = { head, entries: head.position - from.position };
  yield line(end);
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
