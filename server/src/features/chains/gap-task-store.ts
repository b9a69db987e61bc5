import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { gapTaskColumns, type NewGapTaskStep, type StoredGapTask, taskOf } from './gap-task-reading.ts';

/** Held until the end of the transaction; undefined: there is none the context may read. */
export async function lockGapTask(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(gapTaskColumns)
    .where('city', '=', city)
    .where('id', '=', id)
    .forNoKeyUpdate()
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
