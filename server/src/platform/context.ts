import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';

/** In whose name a transaction runs. Row-level security reads it; outside a context every city table is empty. */
export type Context =
  | { readonly city: string; readonly viewer: 'system' | 'bureau'; readonly organisation?: string | undefined }
  | { readonly city: string; readonly viewer: 'organisation'; readonly organisation: string };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const appended = new WeakSet<Tx>();

/** Runs one transaction in a context. The values are literals (house §5.8), checked by pattern here. */
export async function inContext<T>(database: Database, context: Context, run: (tx: Tx) => Promise<T>): Promise<T> {
  let grew = false;
  const result = await database.db.transaction().execute(async (tx) => {
    await enter(tx, context);
    const value = await run(tx);
    grew = appended.has(tx);
    return value;
  });
  if (grew) for (const hint of database.grown) hint(context.city);
  return result;
}

/** Runs a step of an open transaction as the system, e.g. to write the supplier's copy from the buyer's transaction. */
export async function asSystem<T>(tx: Tx, context: Context, run: () => Promise<T>): Promise<T> {
  await enter(tx, { city: context.city, viewer: 'system' });
  const value = await run();
  await enter(tx, context);
  return value;
}

/** Noted by the event log, so that the commit wakes the sealer. */
export function noteGrowth(tx: Tx): void {
  appended.add(tx);
}

async function enter(tx: Tx, context: Context): Promise<void> {
  if (!/^\d{6}$/.test(context.city)) throw new RangeError(`not a city: ${context.city}`);
  const organisation = context.organisation ?? '';
  if (organisation !== '' && !uuidPattern.test(organisation)) throw new RangeError('not an organisation id');
  await sql
    .raw(
      `set local zhitong.city = '${context.city}'; set local zhitong.viewer = '${context.viewer}'; set local zhitong.organisation = '${organisation}'`,
    )
    .execute(tx);
}
