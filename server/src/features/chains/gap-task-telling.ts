import type { GapTaskStep } from '@zhitong/domain/chains/gap-task';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { recordAudit } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { findChainNames } from './chain-naming.ts';
import type { StoredGapTask } from './gap-task-reading.ts';
import { insertGapTaskStep } from './gap-task-store.ts';

interface Told {
  readonly viewer: Viewer;
  readonly task: StoredGapTask;
  readonly step: GapTaskStep;
  readonly text: string | null;
}

/** The step in its history, the line of the trail, and news to whoever gave it and whoever has it. */
export async function tellGapTask(
  tx: Tx,
  { effects, chains }: ChainDeps,
  { viewer, task, step, text }: Told,
): Promise<void> {
  const at = effects.now();
  const body = { id: viewer.organisationId, name: viewer.organisationName };
  await insertGapTaskStep(tx, task, { seq: task.seq, kind: step, at, person: viewer.personName, body, text });
  await recordAudit(tx, effects, {
    ...{ action: `gap-task.${step}`, subject: { kind: 'gap-task', id: task.id } },
    after: { kind: task.kind, status: task.status, body: task.body.name, product: task.productId, text },
  });
  const { book } = await chains.facts();
  const chain = (await findChainNames(tx, { city: task.city, day: cityDay(at) })).get(task.chainId);
  await appendEvents(tx, [
    {
      ...{ city: task.city, id: effects.newId(), type: 'gap-task.acted', subjectId: task.id, at },
      ...{ audience: [...new Set([task.giver.id, task.body.id])], actorId: viewer.personId },
      payload: {
        ...{ kind: task.kind, step, by: viewer.organisationName, chain: chain?.zh ?? '', chainId: task.chainId },
        ...{ productId: task.productId, product: book.products.get(task.productId)?.name ?? task.productId },
      },
    },
  ]);
}
