import type { GapTaskKind, GapTaskStatus, GapTaskStep } from '@zhitong/domain/chains/gap-task';
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

export const gapTaskColumns = [
  ...(['city', 'id', 'chain_id', 'product_id', 'kind', 'giver_id', 'giver_name', 'body_id', 'body_name'] as const),
  ...(['text', 'status', 'due_at', 'yellow_at', 'given_at', 'over_at', 'seq', 'demo'] as const),
] as const;

/** Read without a lock: whether the context may see it at all. */
export async function findGapTask(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<StoredGapTask | undefined> {
  const row = await tx
    .selectFrom('gap_task')
    .select(gapTaskColumns)
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
    .select(gapTaskColumns)
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
    .select(gapTaskColumns)
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('product_id', '=', productId)
    .where('kind', '=', kind)
    .where(kind === 'meeting' ? 'giver_id' : 'body_id', '=', kind === 'meeting' ? giver.id : body.id)
    .where('over_at', 'is', null)
    .executeTakeFirst();
  return row && taskOf(row);
}

export interface NewGapTaskStep {
  readonly seq: number;
  readonly kind: GapTaskStep;
  readonly at: Date;
  readonly person: string;
  readonly body: Named;
  readonly text: string | null;
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
  [name in Exclude<
    (typeof gapTaskColumns)[number],
    'due_at' | 'yellow_at' | 'given_at' | 'over_at' | 'seq' | 'demo'
  >]: string;
} & { due_at: Date | null; yellow_at: Date | null; given_at: Date; over_at: Date | null; seq: number; demo: boolean };

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
