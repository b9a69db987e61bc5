import type { GapTaskKind, GapTaskStatus, GapTaskStep } from '@zhitong/domain/chains/gap-task';
import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface StoredGapTask {
  readonly city: string;
  readonly id: string;
  readonly chainId: string;
  readonly productId: string;
  readonly kind: GapTaskKind;
  readonly giver: Named;
  readonly body: Named;
  readonly text: string;
  readonly status: GapTaskStatus;
  readonly dueAt: Date | null;
  readonly yellowAt: Date | null;
  readonly givenAt: Date;
  readonly overAt: Date | null;
  readonly seq: number;
  readonly demo: boolean;
}

const columns = [
  ...(['city', 'id', 'chain_id', 'product_id', 'kind', 'giver_id', 'giver_name', 'body_id', 'body_name'] as const),
  ...(['text', 'status', 'due_at', 'yellow_at', 'given_at', 'over_at', 'seq', 'demo'] as const),
] as const;

/** Held until the end of the transaction; undefined: there is none the context may read. */
export async function lockGapTask(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(columns)
    .where('city', '=', city)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && taskOf(row);
}

/** Read without a lock: whether the context may see it at all. */
export async function findGapTask(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(columns)
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && taskOf(row);
}

interface Twin extends Pick<StoredGapTask, 'city' | 'chainId' | 'productId' | 'kind'> {
  readonly giverId: string;
  readonly key: string;
}

/** What a second click under the same key has made already. */
export async function findTwinTask(
  tx: Tx,
  { city, chainId, productId, kind, giverId, key }: Twin,
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(columns)
    .where('city', '=', city)
    .where('giver_id', '=', giverId)
    .where('chain_id', '=', chainId)
    .where('product_id', '=', productId)
    .where('kind', '=', kind)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row && taskOf(row);
}

/** The open task that stands in the way of another one of the kind; two wishes for a meeting do where one organisation has them. */
export async function findOpenTask(
  tx: Tx,
  { city, chainId, productId, kind, giver, body }: StoredGapTask,
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(columns)
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('product_id', '=', productId)
    .where('kind', '=', kind)
    .where(kind === 'meeting' ? 'giver_id' : 'body_id', '=', kind === 'meeting' ? giver.id : body.id)
    .where('over_at', 'is', null)
    .executeTakeFirst();
  return row && taskOf(row);
}

/** Writes it, unless one of its key or an open one of its kind has come first: then nothing is written, and the answer is false. */
export async function insertGapTask(tx: Tx, task: StoredGapTask, key: string): Promise<boolean> {
  const { chainId, productId, giver, body, dueAt, yellowAt, givenAt, overAt, city, id, kind, text, status, seq, demo } =
    task;
  const { rows } = await sql`
    insert into gap_task (city, id, chain_id, product_id, kind, giver_id, giver_name, body_id, body_name, text, status,
                          due_at, yellow_at, seq, idempotency_key, given_at, over_at, demo)
    values (${city}, ${id}, ${chainId}, ${productId}, ${kind}, ${giver.id}, ${giver.name}, ${body.id}, ${body.name}, ${text},
            ${status}, ${dueAt}, ${yellowAt}, ${seq}, ${key}, ${givenAt}, ${overAt}, ${demo})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

export async function writeGapTask(
  tx: Tx,
  { city, id, status, dueAt, yellowAt, overAt, seq }: StoredGapTask,
): Promise<void> {
  await tx
    .updateTable('gap_task')
    .set({ status, due_at: dueAt, yellow_at: yellowAt, over_at: overAt, seq })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export interface NewGapTaskStep {
  readonly seq: number;
  readonly kind: GapTaskStep;
  readonly at: Date;
  readonly person: string;
  readonly body: Named;
  readonly text: string | null;
}

export async function insertGapTaskStep(
  tx: Tx,
  { city, id }: Pick<StoredGapTask, 'city' | 'id'>,
  { seq, kind, at, person, body, text }: NewGapTaskStep,
): Promise<void> {
  const by = { person_name: person, body_id: body.id, body_name: body.name };
  await tx
    .insertInto('gap_task_step')
    .values({ city, task_id: id, seq, kind, at, ...by, text })
    .execute();
}

export interface StoredGapTaskStep extends NewGapTaskStep {
  readonly taskId: string;
}

/** Of some tasks, in their order. */
export async function listGapTaskSteps(
  tx: Tx,
  { city, ids }: { city: string; ids: readonly string[] },
): Promise<readonly StoredGapTaskStep[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('gap_task_step')
    .select(['task_id', 'seq', 'kind', 'at', 'person_name', 'body_id', 'body_name', 'text'])
    .where('city', '=', city)
    .where('task_id', 'in', [...ids])
    .orderBy('task_id')
    .orderBy('seq')
    .limit(2_000)
    .execute();
  return rows.map((row) => ({
    ...{ taskId: row.task_id, seq: row.seq, kind: wordColumn<GapTaskStep>(row.kind), at: row.at, text: row.text },
    ...{ person: row.person_name, body: { id: row.body_id, name: row.body_name } },
  }));
}

type Row = {
  [name in Exclude<(typeof columns)[number], 'due_at' | 'yellow_at' | 'given_at' | 'over_at' | 'seq' | 'demo'>]: string;
} & { due_at: Date | null; yellow_at: Date | null; given_at: Date; over_at: Date | null; seq: number; demo: boolean };

export const gapTaskColumns = columns;

export function taskOf(row: Row): StoredGapTask {
  return {
    ...{ city: row.city, id: row.id, chainId: row.chain_id, productId: row.product_id },
    ...{ kind: wordColumn<GapTaskKind>(row.kind), status: wordColumn<GapTaskStatus>(row.status), text: row.text },
    giver: { id: row.giver_id, name: row.giver_name },
    body: { id: row.body_id, name: row.body_name },
    ...{ dueAt: row.due_at, yellowAt: row.yellow_at, givenAt: row.given_at, overAt: row.over_at },
    ...{ seq: row.seq, demo: row.demo },
  };
}
