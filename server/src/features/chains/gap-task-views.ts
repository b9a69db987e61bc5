import type { GapTaskRow, listGapTasks } from '@zhitong/contract/chains/gap-task-contract';
import { allowedGapTaskRequests } from '@zhitong/domain/chains/gap-task';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { orderLight } from '@zhitong/domain/needs/order-terms';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { type NamedProducts, namesIn } from './chain-names.ts';
import { findChainNames } from './chain-naming.ts';
import type { Reading } from './chain-views.ts';
import {
  gapTaskColumns,
  listGapTaskSteps,
  type StoredGapTask,
  type StoredGapTaskStep,
  taskOf,
} from './gap-task-reading.ts';
import { sidesOf } from './gap-task-side.ts';

/** What is due first at the top; what is over, the latest first. */
export async function viewGapTasks(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { state, limit, offset }: z.output<NonNullable<typeof listGapTasks.query>>,
): Promise<z.input<typeof listGapTasks.reply>> {
  const now = deps.effects.now();
  const { book } = await deps.chains.facts();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { city } = viewer;
    const where = {
      open: sql<boolean>`over_at is null`,
      over: sql<boolean>`over_at is not null`,
      any: sql<boolean>`true`,
    }[state];
    const tasks = await listTasks(tx, { city, where, limit, offset });
    const steps = await listGapTaskSteps(tx, { city, ids: tasks.map(({ id }) => id) });
    const reading = {
      ...{ viewer, language, now, steps, nameOf: namesIn(book, language) },
      chainNames: await findChainNames(tx, { city, day: cityDay(now) }),
    };
    return {
      ...(await countTasks(tx, { city, where, now })),
      tasks: tasks.map((task) => gapTaskRowOf(task, reading)),
      asOf: now.toISOString(),
    };
  });
}

interface Listed {
  readonly city: string;
  readonly where: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset: number;
}

export async function listTasks(tx: Tx, { city, where, limit, offset }: Listed): Promise<StoredGapTask[]> {
  const rows = await tx
    .selectFrom('gap_task')
    .select(gapTaskColumns)
    .where('city', '=', city)
    .where(where)
    .orderBy(sql`due_at nulls last`)
    .orderBy('over_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(taskOf);
}

/** How many there are, and the lights of all that are open, by the same rule as `orderLight`. */
async function countTasks(tx: Tx, { city, where, now }: { city: string; where: RawBuilder<boolean>; now: Date }) {
  const { rows } = await sql<{ total: number; red: number; yellow: number; green: number }>`
    select (count(*) filter (where ${where}))::int as total,
           (count(*) filter (where due_at < ${now}))::int as red,
           (count(*) filter (where due_at >= ${now} and yellow_at <= ${now}))::int as yellow,
           (count(*) filter (where due_at >= ${now} and yellow_at > ${now}))::int as green
    from gap_task where city = ${city}`.execute(tx);
  const { total, ...lights } = rows[0] ?? { total: 0, red: 0, yellow: 0, green: 0 };
  return { total, lights };
}

export interface TaskReading {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly now: Date;
  readonly steps: readonly StoredGapTaskStep[];
  readonly nameOf: NamedProducts;
  readonly chainNames: ReadonlyMap<string, Sentence>;
}

export function gapTaskRowOf(task: StoredGapTask, reading: TaskReading): GapTaskRow {
  const { viewer, language, now, steps, nameOf, chainNames } = reading;
  const { id, kind, chainId, productId, giver, body, text, status, dueAt, givenAt, overAt, seq, demo } = task;
  return {
    ...{ id, kind, text, status, seq, demo, giver: { ...giver }, body: { ...body } },
    chain: { id: chainId, name: chainNames.get(chainId)?.[language] ?? chainId },
    product: { id: productId, name: nameOf(productId) },
    light: orderLight(task, now),
    ...{ due: dueAt?.toISOString() ?? null, givenAt: givenAt.toISOString(), overAt: overAt?.toISOString() ?? null },
    allowed: allowedGapTaskRequests(status, sidesOf(viewer, task)),
    steps: steps
      .filter((step) => step.taskId === id)
      .map((step) => ({
        ...{ kind: step.kind, at: step.at.toISOString(), by: step.person, body: step.body.name, text: step.text },
      })),
  };
}
