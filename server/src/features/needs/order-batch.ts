import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';

/** As many orders as are marked in one transaction. */
export const orderBatch = 500;

export interface OrderFiring {
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
}

/**
 * Marks what is due and writes what follows from it, batch after batch, each in a transaction of its own, until nothing is left or somebody
 * stops it: after kill -9 it was done or is still due. Answers how many.
 */
export async function fireInBatches<Due>(
  { database, effects, city }: OrderFiring,
  steps: {
    readonly mark: (tx: Tx, at: { city: string; now: Date }) => Promise<readonly Due[]>;
    readonly follow: (
      tx: Tx,
      given: { effects: Effects; city: string; now: Date; due: readonly Due[] },
    ) => Promise<void>;
  },
  isOver: () => boolean,
): Promise<number> {
  const now = effects.now();
  let fired = 0;
  for (let more = orderBatch; more === orderBatch && !isOver(); fired += more)
    more = await inContext(database, { city, viewer: 'system' }, async (tx) => {
      const due = await steps.mark(tx, { city, now });
      await steps.follow(tx, { effects, city, now, due });
      return due.length;
    });
  return fired;
}
